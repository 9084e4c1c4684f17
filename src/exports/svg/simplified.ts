/** Points nearer than this to the line between their neighbours add nothing, in pixels: a twentieth of a thin line. */
const tolerance = 0.03

/** A chain of points (x and y in turn) without those that no eye would miss: Douglas and Peucker, without recursion. Both ends stay. */
export function simplified(chain: readonly number[]): readonly number[] {
  const count = chain.length / 2
  if (count < 3) return chain
  const isKept = new Uint8Array(count)
  isKept[0] = 1
  isKept[count - 1] = 1
  const open: [number, number][] = [[0, count - 1]]
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span
    const { at, distance } = farthest(chain, from, to)
    if (distance <= tolerance) continue
    isKept[at] = 1
    open.push([from, at], [at, to])
  }
  return chain.filter((_, k) => isKept[k >> 1] === 1)
}

/** The point between two others that is farthest from the stretch between them. */
function farthest(
  chain: readonly number[],
  from: number,
  to: number,
): { readonly at: number; readonly distance: number } {
  const [x, y] = [chain[2 * from], chain[2 * from + 1]]
  const [dx, dy] = [chain[2 * to] - x, chain[2 * to + 1] - y]
  const square = dx * dx + dy * dy
  let at = from
  let distance = 0
  for (let k = from + 1; k < to; k += 1) {
    const [px, py] = [chain[2 * k] - x, chain[2 * k + 1] - y]
    const share = square === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / square))
    const apart = Math.hypot(px - share * dx, py - share * dy)
    if (apart > distance) [at, distance] = [k, apart]
  }
  return { at, distance }
}
