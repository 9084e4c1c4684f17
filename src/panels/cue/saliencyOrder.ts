/** With more memories than this, the leading ones come first. */
export const longList = 12
/** So many of them. */
const leadingRows = 5

/** The order of the rows: that of the bank; in a long list the largest saliencies first, by size, then the others in the order of the bank. */
export function saliencyOrder(saliency: ArrayLike<number>): readonly number[] {
  const bank = Array.from(saliency, (_, mu) => mu)
  if (bank.length <= longList) return bank
  const leading = bank.toSorted((a, b) => saliency[b] - saliency[a] || a - b).slice(0, leadingRows)
  return [...leading, ...bank.filter((mu) => !leading.includes(mu))]
}
