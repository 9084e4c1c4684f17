import { defineConfig } from 'vite'

/** Builds the mathematics alone, as one ES module for notebooks and Node scripts: `lib/model.js`. */
export default defineConfig({
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'lib',
    minify: false,
    lib: { entry: 'src/model/index.ts', formats: ['es'], fileName: () => 'model.js' },
  },
})
