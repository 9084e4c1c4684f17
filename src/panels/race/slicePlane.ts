/** The plane with another memory at one place; a memory that is at the other place already changes places with it. */
export function otherPlane(plane: readonly [number, number], place: 0 | 1, id: number): readonly [number, number] {
  const [first, second] = plane
  if (place === 0) return id === second ? [second, first] : [id, second]
  return id === first ? [second, first] : [first, id]
}
