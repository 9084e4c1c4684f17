/**
 * Reads a number as people write it: `1.5`, `1,5`, `−3` (true minus, hyphen or en dash), `+2`, `.5`, `1e-3`,
 * `1.5 × 10⁻³`, spaces anywhere around it. Null for anything else, also for infinities: a field keeps its last good
 * value then.
 */
export function parseNumber(text: string): number | null {
  const plain = text
    .replaceAll(/[\s\u00a0\u2007\u202f]+/g, '')
    .replaceAll(/[−–‒﹣-]/g, '-')
    .replace(/[×x*·]10\^?([-+⁻⁺]?[\d⁰¹²³⁴-⁹]+)$/i, (_, power: string) => `e${fromSuperscripts(power)}`)
    .replace(',', '.')
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return null
  const value = Number(plain)
  return Number.isFinite(value) ? value : null
}

const superscriptDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

function fromSuperscripts(text: string): string {
  return Array.from(text, (character) => {
    if (character === '⁻') return '-'
    if (character === '⁺') return '+'
    const digit = superscriptDigits.indexOf(character)
    return digit < 0 ? character : String(digit)
  }).join('')
}
