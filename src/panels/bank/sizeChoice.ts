import type { PictureSize } from '../../experiment/recall/recallSettings.ts'

/** Square sizes that one press chooses. */
export const presetSides = [4, 8, 16, 32, 64, 128] as const

export type SizeChoice = `${(typeof presetSides)[number]}` | 'other'

/** Which entry of the menu a size is. */
export function sizeChoice({ columns, rows }: PictureSize): SizeChoice {
  const side = presetSides.find((candidate) => candidate === columns && candidate === rows)
  return side === undefined ? 'other' : `${side}`
}

/** The size that an entry stands for; null where a person types it. */
export function sizeOfChoice(choice: SizeChoice): PictureSize | null {
  if (choice === 'other') return null
  const side = Number(choice)
  return { columns: side, rows: side }
}
