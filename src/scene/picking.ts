import { WORLD_BASE, type WorldPoint } from './worldFrame.ts'

/** What a ray strikes first: the surface at a world point, the side of the block, or nothing. */
export type Strike = { readonly kind: 'surface'; readonly x: number; readonly z: number } | { readonly kind: 'side' }

const MARCH_STEPS = 160
const BISECTIONS = 24

/** Entry and exit of a ray in the slab low <= coordinate <= high, merged into [near, far]. */
function clipSlab(range: [number, number], origin: number, direction: number, low: number, high: number): boolean {
  if (Math.abs(direction) < 1e-12) return origin >= low && origin <= high
  const a = (low - origin) / direction
  const b = (high - origin) / direction
  range[0] = Math.max(range[0], Math.min(a, b))
  range[1] = Math.min(range[1], Math.max(a, b))
  return range[0] <= range[1]
}

/**
 * Marches a ray through the block [-1, 1] x [base, top] x [-1, 1] and bisects the first crossing of the height field.
 * Features thinner than 1/160 of the ray's way through the block can be missed.
 */
export function strikeSurface(
  origin: Readonly<WorldPoint>,
  direction: Readonly<WorldPoint>,
  heightOf: (worldX: number, worldZ: number) => number,
  top: number,
): Strike | null {
  const range: [number, number] = [0, Infinity]
  const isInside =
    clipSlab(range, origin.x, direction.x, -1, 1) &&
    clipSlab(range, origin.y, direction.y, WORLD_BASE, top) &&
    clipSlab(range, origin.z, direction.z, -1, 1)
  if (!isInside) return null
  const [near, far] = range
  const clearance = (t: number) =>
    origin.y + t * direction.y - heightOf(origin.x + t * direction.x, origin.z + t * direction.z)
  if (clearance(near) < -1e-9) return { kind: 'side' }
  let above = near
  for (let step = 1; step <= MARCH_STEPS; step++) {
    const t = near + ((far - near) * step) / MARCH_STEPS
    if (clearance(t) <= 0) {
      let below = t
      for (let bisection = 0; bisection < BISECTIONS; bisection++) {
        const middle = (above + below) / 2
        if (clearance(middle) > 0) above = middle
        else below = middle
      }
      return { kind: 'surface', x: origin.x + below * direction.x, z: origin.z + below * direction.z }
    }
    above = t
  }
  return null
}

/** True when the straight way from a point to the eye passes under the surface: the point is hidden by a hill. */
export function isHidden(
  point: Readonly<WorldPoint>,
  eye: Readonly<WorldPoint>,
  heightOf: (worldX: number, worldZ: number) => number,
  lift: number,
): boolean {
  const direction = { x: eye.x - point.x, y: eye.y - point.y, z: eye.z - point.z }
  const range: [number, number] = [0, 1]
  clipSlab(range, point.x, direction.x, -1, 1)
  clipSlab(range, point.z, direction.z, -1, 1)
  for (let step = 1; step <= 40; step++) {
    const t = (range[1] * step) / 40
    const y = point.y + lift + t * direction.y
    if (y < heightOf(point.x + t * direction.x, point.z + t * direction.z)) return true
  }
  return false
}
