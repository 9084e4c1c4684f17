/** A coordinate of a figure: a hundredth of a pixel at most, no trailing zeros, no negative zero. What is not finite becomes 0. */
export function svgNumber(value: number): string {
  if (!Number.isFinite(value)) return '0'
  const text = value.toFixed(2).replace(/\.?0+$/, '')
  return text === '-0' || text === '' ? '0' : text
}
