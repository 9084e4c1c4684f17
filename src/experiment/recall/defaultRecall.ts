import { libraryBits, libraryItem, libraryPart } from './library/library.ts'
import type { CorruptedInput, Memory, PictureSize, RecallSettings } from './recallSettings.ts'

const size: PictureSize = { columns: 32, rows: 32 }
const seed = 1982
/** From where one sees the ball leave the dog's hill, on the left, and roll into the cat's valley, on the right. */
const besideTheValley = { azimuth: 2.05, elevation: 0.72, distance: 3 }

/** Pictures of the library as memories, numbered from 1. */
export function libraryMemories(ids: readonly string[], pictureSize: PictureSize): readonly Memory[] {
  return ids.map((id, k) => {
    const item = libraryItem(id)
    return { id: k + 1, name: item.title, isOn: true, bits: libraryBits(item, pictureSize) }
  })
}

/** A memory of which only one part of its picture in the library is shown. */
function partOfMemory(memory: number, picture: string, part: string): CorruptedInput {
  const { window } = libraryPart(libraryItem(picture), part)
  return { kind: 'corrupted', memory, flips: 0, noise: 0, seed, occlusion: { kind: 'window', shows: 'inside', window } }
}

/**
 * What a visitor of the Recall view sees first: the network has the dog in mind, is shown only the cat's tail, and comes to the cat.
 *
 * 253 of 1,024 pixels are shown, so α of the cat is 12 · 253/1,024 = 2.96 and no other memory's is above 0.4: g α > 1 for the cat alone.
 */
export const defaultRecall: RecallSettings = {
  size,
  memories: libraryMemories(['cat', 'dog', 'bird', 'fish', 'elephant', 'owl', 'butterfly'], size),
  input: partOfMemory(1, 'cat', 'tail'),
  inputScale: 12,
  timeline: { isOn: false, isLooped: true, keyframes: [] },
  lanes: ['idp', 'classic-start', 'classic-held'],
  network: {
    gain: 1,
    strength: 3,
    pulseDuration: 1,
    hasZeroDiagonal: false,
    rule: 'hebb',
    unlearning: { steps: 0, rate: 0.01 },
    equalisesScale: true,
  },
  start: { kind: 'memory', memory: 2, isInverted: false },
  noise: { strength: 0.3, seed },
  integration: { timeStep: 0.02, kernel: 'fastest' },
  playback: { speed: 1 },
  slice: { memories: null, lane: 'idp', picture: 'surface', camera: besideTheValley },
}
