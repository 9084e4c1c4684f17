import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { formulasDeclaration, formulasModule, readFormulas, withoutFontFallbacks } from './katexPlugin.ts'

const text = '# a comment\n\nflow: \\dot x = -x + W\\psi(x)\nenergy!: E = -\\tfrac12 \\psi^\\top W \\psi\n'

describe('formulas files', () => {
  it('are read line by line', () => {
    expect(readFormulas(text)).toEqual([
      { name: 'flow', tex: '\\dot x = -x + W\\psi(x)', isDisplay: false },
      { name: 'energy', tex: 'E = -\\tfrac12 \\psi^\\top W \\psi', isDisplay: true },
    ])
  })
  it('become a module of HTML with MathML inside', () => {
    const code = formulasModule(text)
    expect(code).toMatch(/^export const flow = "<span class=\\"katex\\">/)
    expect(code).toContain('<math')
    expect(code).toContain('katex-display')
    expect(formulasDeclaration(text)).toContain('export declare const energy: string')
  })
  it('refuse mistakes with a sentence', () => {
    expect(() => readFormulas('two words: x')).toThrow('Line 1: expected "name: TeX"')
    expect(() => readFormulas('a: x\na: y')).toThrow('used twice')
    expect(() => formulasModule('a: \\frac{1')).toThrow()
  })
})

describe("KaTeX's style sheet", () => {
  const css = readFileSync(createRequire(import.meta.url).resolve('katex/dist/katex.min.css'), 'utf8')
  it('keeps every face and only woff2', () => {
    const short = withoutFontFallbacks(css)
    expect(short.match(/@font-face/g)?.length).toBe(css.match(/@font-face/g)?.length)
    expect(short.match(/url\([^)]*\)/g)?.every((url) => url.includes('.woff2'))).toBe(true)
    expect(short.match(/url\(/g)?.length).toBe(css.match(/@font-face/g)?.length)
  })
})

describe('every formulas file of the project', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.formulas.txt'),
  )
  it.each(files)('%s can be typeset, and its types are those the plugin writes', (file) => {
    const source = readFileSync(`src/${file}`, 'utf8')
    expect(formulasModule(source)).toContain('katex')
    expect(readFileSync(`src/${file}.d.ts`, 'utf8')).toBe(formulasDeclaration(source))
  })
})
