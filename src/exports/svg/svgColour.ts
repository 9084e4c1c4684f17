import { svgNumber } from './svgNumber.ts'

/** A colour as every program reads it: six hexadecimal digits, and the opacity apart. */
export interface SvgColour {
  readonly colour: string
  readonly opacity: number
}

const hexPattern = /^#([\da-f]{3,4}|[\da-f]{6}|[\da-f]{8})$/i
const rgbPattern = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:\s*[/,]\s*([\d.]+)(%?))?\s*\)$/i

const hexOf = (byte: number) =>
  Math.round(Math.min(255, Math.max(0, byte)))
    .toString(16)
    .padStart(2, '0')

/** Reads `#rgb`, `#rrggbb`, `#rrggbbaa`, `rgb(…)` in the old and the new spelling, and `transparent`; black for anything else. */
export function svgColour(text: string): SvgColour {
  const plain = text.trim()
  if (plain === 'transparent' || plain === 'none') return { colour: '#000000', opacity: 0 }
  if (hexPattern.test(plain)) {
    const digits = plain.slice(1).toLowerCase()
    const long = digits.length < 6 ? digits.replaceAll(/./g, '$&$&') : digits
    return { colour: `#${long.slice(0, 6)}`, opacity: long.length > 6 ? Number.parseInt(long.slice(6), 16) / 255 : 1 }
  }
  const match = rgbPattern.exec(plain)
  if (!match) return { colour: '#000000', opacity: 1 }
  const [, red, green, blue, alpha, percent] = match
  const opacity = alpha === undefined ? 1 : Number(alpha) / (percent ? 100 : 1)
  return { colour: `#${[red, green, blue].map((part) => hexOf(Number(part))).join('')}`, opacity }
}

/** An opacity between 0 and 1 for an attribute; undefined for 1, which need not be written. */
export function svgOpacity(opacity: number): string | undefined {
  return opacity >= 0.9995 ? undefined : svgNumber(Math.max(0, opacity))
}
