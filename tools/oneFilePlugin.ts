/** A Vite plugin that makes one HTML file of a build of one chunk: scripts, styles and fonts inside. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { documentElementId } from '../src/store/offline/documentInPage.ts'
import { root } from './install.mjs'

/** The classes of KaTeX whose rules ask for each family of its fonts. The families that are not here are the common ones, and stay. */
const classesOfFamily: Readonly<Record<string, readonly string[]>> = {
  AMS: ['mathbb', 'textbb', 'amsrm'],
  Caligraphic: ['mathcal', 'textcal'],
  Fraktur: ['mathfrak', 'textfrak', 'mathboldfrak'],
  SansSerif: ['mathsf', 'textsf', 'mathboldsf', 'mathsfit'],
  Script: ['mathscr', 'textscr'],
  Typewriter: ['mathtt', 'texttt'],
}

/**
 * The style sheet without the fonts of KaTeX that no formula of the page uses: they would be carried along for nothing. `script`: all scripts of the page, with
 * the formulas as text.
 */
export function withoutUnusedFonts(css: string, script: string): string {
  return css.replaceAll(/@font-face\s*\{[^}]*\}/g, (rule) => {
    const family = /font-family:\s*["']?KaTeX_(\w+)/.exec(rule)?.[1] ?? ''
    const classes = classesOfFamily[family]
    const isUsed = classes === undefined || classes.some((name) => new RegExp(`\\b${name}\\b`).test(script))
    return isUsed ? rule : ''
  })
}

/** Script as it may stand in a page: it must not end its own element, nor open a comment in which an end does not count. */
export function inlineScript(code: string): string {
  return code.replaceAll(/<(?=\/script|!--|script)/gi, String.raw`\x3C`)
}

/** What the file may do: its own two scripts and styles, and nothing from anywhere else. Workers are made from blobs. @see vite.config.ts */
function policy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`)
  return [
    "default-src 'none'",
    `script-src ${hashes.join(' ')} 'wasm-unsafe-eval'`,
    'worker-src blob: data:',
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
}

/** The page without what it would fetch: icons but the drawing, the manifest, scripts and style sheets by address. */
function withoutFiles(html: string): string {
  return html
    .replaceAll(/\s*<link\b[^>]*rel="(?:stylesheet|manifest|icon|apple-touch-icon|modulepreload|preload)"[^>]*>/g, '')
    .replaceAll(/\s*<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, '')
}

export function makeOneFile(html: string, parts: { early: string; code: string; css: string; icon: string }): string {
  const early = inlineScript(parts.early)
  const code = inlineScript(parts.code)
  const icon = `data:image/svg+xml;base64,${Buffer.from(parts.icon).toString('base64')}`
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy([early, code])}" />`,
    `<script type="application/json" id="${documentElementId}"></script>`,
    `<link rel="icon" type="image/svg+xml" href="${icon}" />`,
    `<script>${early}</script>`,
    `<style>${parts.css.replaceAll(/<\/style/gi, String.raw`<\/style`)}</style>`,
  ]
  // A function each time: `$` in the code would mean something in a replacement text.
  return withoutFiles(html)
    .replace(/<meta charset="utf-8" \/>/, (charset) => `${charset}\n${head.join('\n')}`)
    .replace('</head>', () => `<script type="module">${code}</script>\n</head>`)
}

/** Writes `fileName` in the place of all that the build made. */
export function oneFilePlugin(fileName: string): Plugin {
  return {
    name: 'memoryscape-one-file',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
        const chunks = files.flatMap((file) => (file.type === 'chunk' ? [file] : []))
        const assets = files.flatMap((file) => (file.type === 'asset' ? [file] : []))
        const [chunk, other] = chunks
        const page = assets.find((asset) => asset.fileName === 'index.html')
        const sheets = assets.filter((asset) => asset.fileName.endsWith('.css'))
        if (!chunk || other || !page) this.error('One page and one chunk were expected.')
        const text = (source: string | Uint8Array) =>
          typeof source === 'string' ? source : Buffer.from(source).toString()
        const left = assets.filter((asset) => asset !== page && !sheets.includes(asset))
        if (left.length > 0) this.error(`Not inside the file: ${left.map((asset) => asset.fileName).join(', ')}.`)
        const css = withoutUnusedFonts(sheets.map((sheet) => text(sheet.source)).join('\n'), chunk.code)
        const publicFile = (name: string) => readFileSync(join(root, 'public', name), 'utf8')
        const parts = { early: publicFile('theme.js'), code: chunk.code, css, icon: publicFile('favicon.svg') }
        const source = makeOneFile(text(page.source), parts)
        for (const name of Object.keys(bundle)) Reflect.deleteProperty(bundle, name)
        this.emitFile({ type: 'asset', fileName, source })
      },
    },
  }
}
