import { formatShort } from './formatNumber.ts'
import { parseNumber } from './parseNumber.ts'

/** What a number field may hold. */
export interface FieldRange {
  readonly min: number
  readonly max: number
  readonly step: number
  /** A reason of the parent's own to refuse a number in range, as a sentence; null to take it. */
  readonly refuse?: ((value: number) => string | null) | undefined
}

export type FieldReading =
  { readonly ok: true; readonly value: number } | { readonly ok: false; readonly sentence: string }

/** Reads what was typed. What cannot be taken is answered by a sentence that says what can. */
export function readField(text: string, range: FieldRange): FieldReading {
  const { min, max, refuse } = range
  const span = `from ${formatShort(min, 10)} to ${formatShort(max, 10)}`
  const value = parseNumber(text)
  if (value === null) {
    const found = text.trim() === '' ? 'Nothing was typed' : `“${text.trim().slice(0, 24)}” is not a number`
    return { ok: false, sentence: `${found}: type a number ${span}.` }
  }
  if (value < min || value > max)
    return { ok: false, sentence: `${formatShort(value, 8)} is out of range: type a number ${span}.` }
  const sentence = refuse?.(value) ?? null
  return sentence === null ? { ok: true, value } : { ok: false, sentence }
}

/** The next multiple of the step, `count` steps away, inside the range. A value between two steps lands on one. */
export function stepValue(value: number, count: number, { min, max, step }: FieldRange): number {
  const steps = value / step
  const nearest = Math.round(steps)
  const isOnGrid = Math.abs(steps - nearest) < 1e-6
  const from = isOnGrid ? nearest : count > 0 ? Math.floor(steps) : Math.ceil(steps)
  return Math.min(max, Math.max(min, roundToStep((from + count) * step, step)))
}

/** The nearest multiple of the step, without binary dust: 0.30000000000000004 → 0.3. */
export function roundToStep(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toPrecision(12))
}

/** How many steps a key asks for: arrows 1, with Shift or Page 10; null for other keys. */
export function stepsOfKey(key: string, hasShift: boolean): number | null {
  const size = hasShift ? 10 : 1
  switch (key) {
    case 'ArrowUp':
    case 'ArrowRight':
      return size
    case 'ArrowDown':
    case 'ArrowLeft':
      return -size
    case 'PageUp':
      return 10
    case 'PageDown':
      return -10
    default:
      return null
  }
}
