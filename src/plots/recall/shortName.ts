/** A name that fits beside a curve: whole, or cut with an ellipsis so that it measures at most `widthPx`. */
export function shortName(name: string, widthPx: number, measure: (text: string) => number): string {
  if (measure(name) <= widthPx) return name
  const letters = Array.from(name)
  for (let length = letters.length - 1; length > 1; length--) {
    const text = `${letters.slice(0, length).join('').trimEnd()}…`
    if (measure(text) <= widthPx) return text
  }
  return `${letters[0] ?? ''}…`
}
