import { cpSync } from 'node:fs'
import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { build, defineConfig, type Plugin } from 'vite'

/** Copies the examples to where they find the element and the embed beside them. The one in React is bundled: it may ask no other host for React. */
function examples(): Plugin {
  let folder = ''
  let isDone = false
  return {
    name: 'memoryscape-examples',
    configResolved(config) {
      folder = join(config.build.outDir, 'examples')
    },
    async closeBundle() {
      // Once for all formats.
      if (isDone) return
      isDone = true
      cpSync('examples', folder, { recursive: true })
      await build({
        configFile: false,
        publicDir: false,
        logLevel: 'warn',
        plugins: [react()],
        // As everybody else imports it.
        resolve: { alias: { 'memoryscape/react': join(import.meta.dirname, 'src/element/react.tsx') } },
        define: { 'process.env.NODE_ENV': '"production"' },
        build: {
          target: 'es2022',
          outDir: folder,
          emptyOutDir: false,
          rolldownOptions: {
            input: 'examples/react-example.jsx',
            output: { format: 'iife', entryFileNames: 'react-example.js' },
          },
        },
      })
    },
  }
}

/** Builds `<memory-scape>` for other pages: memory-scape.js, a classic script, and the same as a module; and the examples. */
export default defineConfig({
  publicDir: false,
  plugins: [examples()],
  build: {
    target: 'es2022',
    emptyOutDir: false,
    // A classic script has no `import.meta`: there the first part of the question is enough.
    rolldownOptions: { checks: { emptyImportMeta: false } },
    lib: {
      entry: 'src/element/auto.ts',
      name: 'memoryscape',
      formats: ['iife', 'es'],
      fileName: (format) => `memory-scape.${format === 'es' ? 'mjs' : 'js'}`,
    },
  },
})
