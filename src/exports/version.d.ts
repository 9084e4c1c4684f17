/** The version of Memoryscape in package.json; tools/versionDefine.mjs puts it there. */
declare const __VERSION__: string
