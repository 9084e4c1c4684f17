import { expect } from 'vitest'

/** Indices of equal points are made equal, as a program does that reads a file without indices. */
export function welded(points: Float32Array): Uint32Array {
  const places = new Map<string, number>()
  return Uint32Array.from({ length: points.length / 3 }, (_, k) => {
    const key = points.subarray(3 * k, 3 * k + 3).join()
    const place = places.get(key) ?? places.size
    places.set(key, place)
    return place
  })
}

/** Expects a closed body without holes: each edge in two triangles that run through it in opposite directions, and V − E + F = 2. */
export function expectClosed(triangles: ArrayLike<number>): void {
  const edges = new Map<number, number>()
  const vertices = new Set<number>()
  let degenerate = 0
  const most = 2 ** 26
  for (let at = 0; at < triangles.length; at += 3) {
    const corners = [triangles[at], triangles[at + 1], triangles[at + 2]]
    if (new Set(corners).size < 3) degenerate++
    corners.forEach((corner, k) => {
      vertices.add(corner)
      const edge = corner * most + corners[(k + 1) % 3]
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    })
  }
  expect(degenerate).toBe(0)
  let faults = 0
  for (const [edge, count] of edges) {
    const back = (edge % most) * most + Math.floor(edge / most)
    if (count !== 1 || edges.get(back) !== 1) faults++
  }
  expect(faults).toBe(0)
  expect(vertices.size - edges.size / 2 + triangles.length / 3).toBe(2)
}

/** Volume of a closed body, ⅙ Σ a·(b × c): positive where its triangles run counter-clockwise seen from outside. */
export function volumeOf(positions: Float32Array, triangles: ArrayLike<number>): number {
  let sum = 0
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => positions.subarray(3 * triangles[at + k], 3 * triangles[at + k] + 3))
    const [ax, ay, az] = a as unknown as [number, number, number]
    const [bx, by, bz] = b as unknown as [number, number, number]
    const [cx, cy, cz] = c as unknown as [number, number, number]
    sum += ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)
  }
  return sum / 6
}
