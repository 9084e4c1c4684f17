/** Whole digits of the widest of some numbers: 1 for −0.25, 2 for 12.5. */
export function wholeDigits(values: readonly number[]): number {
  const largest = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0)
  return largest < 1 ? 1 : Math.floor(Math.log10(largest)) + 1
}
