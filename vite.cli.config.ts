import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'
import { kernelPlugin } from './tools/kernelPlugin.mjs'
import { versionDefine } from './tools/versionDefine.mjs'

const executable = 0o755

/** Builds the command line as one file for Node, kernels and packages in it: `lib/cli.js`. */
export default defineConfig({
  publicDir: false,
  define: versionDefine,
  plugins: [
    kernelPlugin(),
    {
      name: 'memoryscape-executable',
      writeBundle: ({ dir = 'lib' }) => chmodSync(join(dir, 'cli.js'), executable),
    },
  ],
  // Everything is bundled: who installs the program installs nothing else.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    outDir: 'lib',
    emptyOutDir: false,
    minify: true,
    rolldownOptions: {
      output: { entryFileNames: 'cli.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
})
