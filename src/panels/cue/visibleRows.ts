/** Rows kept beyond the edges of the view, so that a flick of the wheel finds them there. */
const spare = 4

/** Which rows of a long list are in view: from `first` to before `end`. All lengths in the same unit; `viewHeight` 0 before the first layout. */
export function visibleRows(
  scrollTop: number,
  viewHeight: number,
  rowHeight: number,
  count: number,
): { readonly first: number; readonly end: number } {
  const first = Math.min(count, Math.max(0, Math.floor(scrollTop / rowHeight) - spare))
  const end = Math.min(count, Math.ceil((scrollTop + viewHeight) / rowHeight) + spare)
  return { first, end: Math.max(first, end) }
}
