import { math, roman, sans, sub, sup, type TextRun } from '../mathText.ts'

const lowered: Readonly<Record<string, string>> = { '₀': '0', '₁': '1', '₂': '2', '₊': '+', '₋': '−', μ: 'μ' }
const raised: Readonly<Record<string, string>> = { '⁰': '0', '¹': '1', '²': '2', '*': '*' }

/** Letters that stand for quantities where they are words by themselves. */
const symbolPattern = /^[(|−±]?([EgsxyuftpmT]|[α-ωΑ-Ωξψ])(?=[₀₁₂₊₋¹²*]|[\s,.;:=|)]|$)/u

/** One word of a sentence, its symbols and their scripts in the faces of the formulas: `α₁`, `1/g`, `σ`. */
function typesetWord(word: string): TextRun[] {
  // Hard spaces hold parts together that are words of their own for the symbols in them.
  const parts = word.split(/(?<=\/)|(?<=\u00a0)|(?=\u00a0)/)
  return parts.flatMap((part) => {
    const match = symbolPattern.exec(part)
    if (!match) return [sans(part)]
    const before = match[0].slice(0, match[0].length - match[1].length)
    const after = part.slice(match[0].length)
    const runs: TextRun[] = [...(before ? [roman(before)] : []), math(match[1])]
    const [script = ''] = /^[₀₁₂₊₋¹²⁰*]*/u.exec(after) ?? []
    for (const sign of script) runs.push(lowered[sign] ? sub(lowered[sign]) : sup(raised[sign] ?? sign))
    const rest = after.slice(script.length)
    return rest === '' ? runs : [...runs, sans(rest)]
  })
}

/** Words of a sentence, each typeset: what a caption is broken into lines between. */
export function typesetWords(text: string): TextRun[][] {
  return text
    .split(/ +/)
    .filter((word) => word !== '')
    .map(typesetWord)
}

/** Breaks words into lines of at most `width`, with a space between words. `measure`: the width of runs. A word that is wider stands alone. */
export function brokenLines(
  words: readonly (readonly TextRun[])[],
  width: number,
  measure: (runs: readonly TextRun[]) => number,
): TextRun[][] {
  const lines: TextRun[][] = []
  let line: TextRun[] = []
  for (const word of words) {
    const longer = line.length === 0 ? [...word] : [...line, sans(' '), ...word]
    if (line.length > 0 && measure(longer) > width) {
      lines.push(line)
      line = [...word]
    } else line = longer
  }
  return line.length > 0 ? [...lines, line] : lines
}
