import { defineConfig } from 'vite'
import { versionDefine } from './tools/versionDefine.mjs'

/** The entries of the package, by the names of their files in lib/. Types of each stand at the same place below lib/types as the source below src. */
const entries = {
  model: 'src/model/index.ts',
  phase: 'src/kernel/phase/index.ts',
  document: 'src/experiment/index.ts',
  element: 'src/element/element.ts',
  react: 'src/element/react.tsx',
}

/** Builds the package: ES modules with everything in them but React, so that it needs no other package. The command line has a config of its own. */
export default defineConfig({
  publicDir: false,
  define: versionDefine,
  build: {
    target: 'es2022',
    outDir: 'lib',
    // The command line and the types stand there too.
    emptyOutDir: false,
    lib: { entry: entries, formats: ['es'] },
    rolldownOptions: {
      // 'use client' stays the first line of react.js; a test of the package holds that.
      checks: { moduleLevelDirective: false },
      external: [/^react($|\/)/, /^react-dom($|\/)/],
      output: {
        // Vite keeps the white space of modules; names of exports stay all the same.
        minify: true,
        entryFileNames: '[name].js',
        chunkFileNames: 'chunks/[name].js',
      },
    },
  },
})
