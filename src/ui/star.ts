/** Corners of a star about the origin, tip upwards in a plane whose y points down: outer and inner corners in turn. */
export function starPoints(points: number, outer: number, inner: number): (readonly [number, number])[] {
  return Array.from({ length: 2 * points }, (_, k) => {
    const radius = k % 2 === 0 ? outer : inner
    const angle = (Math.PI * k) / points
    return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const
  })
}
