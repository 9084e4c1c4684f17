// What tools/kernelPlugin.mjs makes of an AssemblyScript source: the module's bytes in base64.
declare module '*?wasm=relaxed' {
  export const base64: string
}
declare module '*?wasm=plain' {
  export const base64: string
}
declare module '*?wasm=both' {
  export const relaxed: string
  export const plain: string
}
