/** How the basin of an attractor is coloured. */
export interface BasinLook {
  /** The memory (0 or 1) whose colour it has; null: a colour of no memory. */
  readonly memory: 0 | 1 | null
  /** A twin shares the colour of its memory: it is paler and hatched, so that colour is not the only sign. */
  readonly isTwin: boolean
}

const memoryKey = /^memory-([12])([+-])$/

/** By the key of the attractor (`NamedEquilibrium.key`). */
export function basinLook(key: string): BasinLook {
  const match = memoryKey.exec(key)
  if (!match) return { memory: null, isTwin: false }
  return { memory: match[1] === '1' ? 0 : 1, isTwin: match[2] === '-' }
}

/** Shares of a memory's colour in the colour of its basin, the rest is paper. */
export function basinShare({ isTwin }: BasinLook): number {
  return isTwin ? 0.38 : 0.62
}
