/**
 * Share of the cells that each of the labels 1 … `labelCount` has. Length `labelCount`.
 *
 * A cell without a label counts in equal parts for those of the labels around it that there are: as a rule a separatrix runs through its
 * centre, and cuts it in two. Where no cell around has a label either it counts for none. Error about a tenth of a cell times the length of
 * the boundaries, as long as these are not parallel to the rows.
 */
export function countFractions(labels: Uint8Array, columns: number, labelCount: number): number[] {
  const counts = new Float64Array(labelCount + 1)
  const around: number[] = []
  labels.forEach((label, cell) => {
    if (label > 0) {
      counts[label] += 1
      return
    }
    around.length = 0
    const column = cell % columns
    for (const step of [-columns - 1, -columns, 1 - columns, -1, 1, columns - 1, columns, columns + 1]) {
      // Not across the left and the right border.
      const isNear = Math.abs(((cell + step + columns) % columns) - column) <= 1
      const found = isNear ? (labels[cell + step] ?? 0) : 0
      if (found > 0) around.push(found)
    }
    for (const found of around) counts[found] += 1 / around.length
  })
  return Array.from({ length: labelCount }, (_, k) => counts[k + 1] / labels.length)
}
