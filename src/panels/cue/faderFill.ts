/** The coloured part of a vertical track, from zero to the value, as shares of its height from the bottom. */
export function faderFill(value: number, low: number, high: number): { readonly from: number; readonly to: number } {
  const at = (number: number) => Math.min(1, Math.max(0, (number - low) / (high - low)))
  const [zero, end] = [at(0), at(value)]
  return { from: Math.min(zero, end), to: Math.max(zero, end) }
}

/** The faders of a mixture by memory; memories without one count 0. */
export function amountsOf(
  faders: readonly { readonly memory: number; readonly amount: number }[],
): ReadonlyMap<number, number> {
  return new Map(faders.map(({ memory, amount }) => [memory, amount]))
}
