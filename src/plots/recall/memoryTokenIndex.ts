/** Colours of memories in the tokens: `--memory-1` to `--memory-8`. */
const colourCount = 8

/** Which of the colours of memories, from 0, the memory with this id has: the same as its mark on the panels. */
export function memoryTokenIndex(id: number): number {
  return Math.max(0, id - 1) % colourCount
}
