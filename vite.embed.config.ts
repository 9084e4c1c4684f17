import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin, type UserConfig } from 'vite'
import { kernelPlugin } from './tools/kernelPlugin.mjs'
import { versionDefine } from './tools/versionDefine.mjs'

/** The scripts of the embed page. They are classic scripts, which a frame in a sandbox may load; none of them can come out of the same build as another. */
const entries = {
  page: { input: 'src/embed/embed.ts', file: 'embed' },
  live: { input: 'src/embed/live/live.ts', file: 'embed-live' },
  scene: { input: 'src/embed/scene/scene.ts', file: 'embed-scene' },
  engine: { input: 'src/embed/spare/engine.ts', file: 'embed-engine' },
  analysis: { input: 'src/embed/spare/analysis.ts', file: 'embed-analysis' },
} as const

type Part = keyof typeof entries

function isPart(mode: string): mode is Part {
  return mode in entries
}

/** Writes embed.html with the built script and style sheet in the place of the module. */
function page(): Plugin {
  return {
    name: 'memoryscape-embed-page',
    generateBundle() {
      const source = readFileSync(new URL('embed.html', import.meta.url), 'utf8')
      const module = /<script type="module" src="[^"]*"><\/script>/
      if (!module.test(source)) this.error('embed.html has no module script.')
      const built = '<link rel="stylesheet" href="./embed.css" />\n    <script defer src="./embed.js"></script>'
      this.emitFile({ type: 'asset', fileName: 'embed.html', source: source.replace(module, built) })
    },
  }
}

/** `vite build --mode page`, `--mode live` and `--mode scene`, into the folder of the site, beside what is there. */
export default defineConfig(({ mode }): UserConfig => {
  // Tools that only read the configuration know no modes.
  const part = isPart(mode) ? mode : 'page'
  const { input, file } = entries[part]
  return {
    base: './',
    publicDir: false,
    define: { ...versionDefine, 'process.env.NODE_ENV': '"production"', 'import.meta.env.DEV': 'false' },
    plugins: [kernelPlugin(), ...(part === 'page' ? [page()] : [])],
    worker: { plugins: () => [kernelPlugin()] },
    build: {
      target: 'es2022',
      emptyOutDir: false,
      modulePreload: false,
      // One style sheet as a file: put into the page by the script, it would break a policy that forbids inline styles.
      cssCodeSplit: false,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input,
        output: {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: `${file}.js`,
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css')) ? `${file}.css` : 'assets/[name]-[hash][extname]',
        },
      },
    },
  }
})
