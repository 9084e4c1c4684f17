import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { katexPlugin } from './tools/katexPlugin.ts'
import { kernelPlugin } from './tools/kernelPlugin.mjs'
import { oneFilePlugin } from './tools/oneFilePlugin.ts'
import { versionDefine } from './tools/versionDefine.mjs'

/** The whole lab in one file, dist/memoryscape.html: it opens from a disk, and holds a document where it was saved with one. */
export default defineConfig({
  base: './',
  // The second is read by src/store/offline/pageOffline.ts: one file has no other files to keep.
  define: { ...versionDefine, 'import.meta.env.ONE_FILE': 'true' },
  publicDir: 'public',
  plugins: [react(), katexPlugin(), kernelPlugin(), oneFilePlugin('memoryscape.html')],
  worker: { plugins: () => [kernelPlugin()] },
  build: {
    target: 'es2022',
    emptyOutDir: false,
    copyPublicDir: false,
    modulePreload: false,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    chunkSizeWarningLimit: 10_000,
    rolldownOptions: { output: { codeSplitting: false } },
  },
})
