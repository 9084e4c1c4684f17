/** So that lines differ without colour too. By the memory and not by its rank: a line must not change its look while it runs. */
const dashes: readonly (readonly number[])[] = [[], [5, 3], [1.5, 2.5]]

/** The dashes of the line of a memory, by its id, in CSS pixels. */
export function memoryDash(id: number): readonly number[] {
  return dashes[(id - 1) % dashes.length] ?? []
}
