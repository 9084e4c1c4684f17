const MINUS = '−'

/** Four significant digits with a true minus sign; numbers that print as zero are 0. */
export function fourDigits(value: number): string {
  if (Math.abs(value) < 5e-5) return '0'
  const digits = Math.max(0, 3 - Math.floor(Math.log10(Math.abs(value))))
  return value.toFixed(Math.min(digits, 6)).replace('-', MINUS)
}

/** A tick value: as many decimals as its step needs. */
export function tickText(value: number, step: number): string {
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const text = value.toFixed(decimals)
  return Number(text) === 0 ? '0' : text.replace('-', MINUS)
}
