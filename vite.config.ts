import react from '@vitejs/plugin-react'
import { defineConfig, type HtmlTagDescriptor, type Plugin } from 'vite'
import { katexPlugin } from './tools/katexPlugin.ts'
import { kernelPlugin } from './tools/kernelPlugin.mjs'
import { versionDefine } from './tools/versionDefine.mjs'

/** What the page may do: only its own files and WebAssembly, and the workers made from blobs. It works under `default-src 'self'` too, if slower. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob: data:",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Writes into the built page what only the build knows: the policy (the development server needs inline scripts, so it
 * goes without), a preload for the font of the controls, and one for each chunk of the 3-D picture, so that they are
 * fetched beside the shell and not after it.
 */
function pageHead(): Plugin {
  return {
    name: 'memoryscape-page-head',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const files = Object.values(bundle ?? {})
        const chunks = files.flatMap((file) => (file.type === 'chunk' ? [file] : []))
        const scene = chunks.find((chunk) => chunk.facadeModuleId?.endsWith('LandscapeScene.tsx'))
        const sceneFiles = scene ? [scene.fileName, ...scene.imports] : []
        const entryFiles = chunks.flatMap((chunk) => (chunk.isEntry ? [chunk.fileName, ...chunk.imports] : []))
        const font = files.find((file) => /source-sans-3-latin-.*\.woff2$/.test(file.fileName))
        const tags: HtmlTagDescriptor[] = [
          {
            tag: 'meta',
            attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
            injectTo: 'head-prepend',
          },
        ]
        if (font) {
          const attrs = { rel: 'preload', href: `./${font.fileName}`, as: 'font', type: 'font/woff2', crossorigin: '' }
          tags.push({ tag: 'link', attrs, injectTo: 'head' })
        }
        for (const fileName of sceneFiles.filter((name) => !entryFiles.includes(name))) {
          const attrs = { rel: 'modulepreload', crossorigin: '', href: `./${fileName}` }
          tags.push({ tag: 'link', attrs, injectTo: 'head' })
        }
        return tags
      },
    },
  }
}

export default defineConfig({
  // Relative addresses: the build works from any folder of any server.
  base: './',
  // A file that is not there is answered so, and not with the page.
  appType: 'mpa',
  define: versionDefine,
  plugins: [react(), katexPlugin(), kernelPlugin(), pageHead()],
  // The worker is bundled by itself, with plugins of its own.
  worker: { plugins: () => [kernelPlugin()] },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // Small fonts as files too: a strict policy takes none from inside a style sheet.
    assetsInlineLimit: (path) => (path.endsWith('.woff2') ? false : undefined),
    // The size caps are measured from it.
    manifest: true,
    // three is one piece of 535 kB; tools/sizes.mjs has the caps that count.
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // zustand goes with React: left alone it would be drawn into the fiber chunk, and the shell would wait for it.
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|zustand|use-sync-external-store)[\\/]/,
              priority: 3,
            },
            { name: 'three', test: /node_modules[\\/]three[\\/]/, priority: 2 },
            {
              name: 'fiber',
              test: /node_modules[\\/](@react-three|its-fine|suspend-react|react-use-measure)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
})
