/**
 * A Vite plugin that typesets formulas at build time, so that no script of KaTeX reaches the page.
 *
 * A `NAME.formulas.txt` file holds one formula a line, `name: TeX`; empty lines and lines that start with `#` are
 * skipped. `name!: TeX` is set in display style. Importing the file gives one exported HTML string a formula (with
 * MathML inside for screen readers), to be shown by `ui/Formula.tsx`:
 *
 *     import { energy } from './landscape.formulas.txt'
 *     <Formula html={energy} />
 *
 * For types, a `NAME.formulas.txt.d.ts` stands beside each file: the plugin writes it again whenever the file changes
 * (and `formulasDeclaration` is what it writes). Names are checked: a mistake in TeX fails the build with its line.
 *
 * The plugin also drops the `.woff` and `.ttf` fallbacks from KaTeX's style sheet: every browser that runs this page
 * reads `.woff2`. Add it to `vite.config.ts`, before or after the React plugin:
 *
 *     import { katexPlugin } from './tools/katexPlugin.ts'
 *     export default defineConfig({ plugins: [react(), katexPlugin()] })
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import katex from 'katex'
import type { Plugin } from 'vite'

interface FormulaSource {
  readonly name: string
  readonly tex: string
  readonly isDisplay: boolean
}

const fileEnding = '.formulas.txt'

/** The lines of a formulas file. Throws a sentence that names the line for anything that is not `name: TeX`. */
export function readFormulas(text: string): FormulaSource[] {
  const formulas: FormulaSource[] = []
  text.split(/\r?\n/).forEach((line, index) => {
    if (/^\s*(#|$)/.test(line)) return
    const match = /^([a-z][A-Za-z0-9]*)(!?):\s*(\S.*)$/.exec(line)
    if (!match) throw new Error(`Line ${index + 1}: expected "name: TeX", found "${line}".`)
    const [, name = '', display, tex = ''] = match
    if (formulas.some((other) => other.name === name))
      throw new Error(`Line ${index + 1}: the name "${name}" is used twice.`)
    formulas.push({ name, tex, isDisplay: display === '!' })
  })
  return formulas
}

/** The JavaScript module that stands for a formulas file. */
export function formulasModule(text: string): string {
  return readFormulas(text)
    .map(({ name, tex, isDisplay }) => {
      const html = katex.renderToString(tex, {
        output: 'htmlAndMathml',
        throwOnError: true,
        strict: 'error',
        displayMode: isDisplay,
      })
      return `export const ${name} = ${JSON.stringify(withoutStyleAttributes(html))}\n`
    })
    .join('')
}

/**
 * A strict policy (`style-src 'self'`) drops style attributes, and formulas would fall apart. So their styles stand in `data-style`, and
 * `ui/Formula.tsx` sets them from script, which every policy allows.
 */
function withoutStyleAttributes(html: string): string {
  return html.replaceAll(/(<[^<>]*) style="/g, '$1 data-style="')
}

/** Its types. */
export function formulasDeclaration(text: string): string {
  return readFormulas(text)
    .map(({ name, tex }) => `/** ${tex.replaceAll('*/', '* /')} */\nexport declare const ${name}: string\n`)
    .join('')
}

/** KaTeX's style sheet with only the woff2 source of each face. */
export function withoutFontFallbacks(css: string): string {
  return css.replaceAll(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\(["'](?:woff|truetype)["']\)/g, '')
}

export function katexPlugin(): Plugin {
  return {
    name: 'memoryscape-katex',
    enforce: 'pre',
    load(id) {
      const path = id.split('?')[0] ?? id
      if (!path.endsWith(fileEnding)) return null
      const text = readFileSync(path, 'utf8')
      const declarationPath = `${path}.d.ts`
      const declaration = formulasDeclaration(text)
      if (!existsSync(declarationPath) || readFileSync(declarationPath, 'utf8') !== declaration) {
        writeFileSync(declarationPath, declaration)
      }
      this.addWatchFile(path)
      return { code: formulasModule(text), map: null, moduleType: 'js' }
    },
    transform(code, id) {
      return /katex[^/]*\.css($|\?)/.test(id) ? { code: withoutFontFallbacks(code), map: null } : null
    },
  }
}
