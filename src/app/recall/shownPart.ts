import { library } from '../../experiment/recall/library/library.ts'
import type { PixelWindow, RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'

const sameWindow = (one: PixelWindow, other: PixelWindow) =>
  one.left === other.left && one.top === other.top && one.width === other.width && one.height === other.height

/** The name of the part of a library picture that is shown alone ('the tail'), or null. */
export function shownPart({ memories }: Pick<RecallSettings, 'memories'>, input: RecallInput): string | null {
  if (input.kind !== 'corrupted' || input.occlusion.kind !== 'window' || input.occlusion.shows !== 'inside') return null
  const { window } = input.occlusion
  const name = memories.find(({ id }) => id === input.memory)?.name.toLowerCase()
  const parts = library.find(({ title }) => title.toLowerCase() === name)?.parts ?? []
  return parts.find((part) => sameWindow(part.window, window))?.title ?? null
}
