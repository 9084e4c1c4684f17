import { memoryPixels, pictureInto } from '../../experiment/recall/inputPicture.ts'
import { library } from '../../experiment/recall/library/library.ts'
import type { LibraryPart } from '../../experiment/recall/library/libraryItem.ts'
import type {
  CorruptedInput,
  Occlusion,
  PixelWindow,
  RecallInput,
  RecallSettings,
} from '../../experiment/recall/recallSettings.ts'
import { formatShort } from '../../ui/formatNumber.ts'

/** What the control of the occlusion shows. */
export type OcclusionChoice = 'none' | 'half' | 'window' | 'part'

/** Sides of a window, in fractions of the picture, are at least this. */
const smallestWindow = 0.05
const firstWindow: PixelWindow = { left: 0.25, top: 0.25, width: 0.5, height: 0.5 }
const firstSeed = 1982

/** Parts that the library knows of the memory with this name. */
export function partsOf(name: string): readonly LibraryPart[] {
  return library.find(({ title }) => title.toLowerCase() === name.toLowerCase())?.parts ?? []
}

/** The part that this occlusion shows alone; undefined when it is another window. */
export function partShown(parts: readonly LibraryPart[], occlusion: Occlusion): LibraryPart | undefined {
  if (occlusion.kind !== 'window' || occlusion.shows !== 'inside') return undefined
  return parts.find(({ window }) => isSameWindow(window, occlusion.window))
}

function isSameWindow(a: PixelWindow, b: PixelWindow): boolean {
  return (['left', 'top', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 1e-6)
}

/** Which control describes this occlusion. */
export function choiceOf(occlusion: Occlusion, parts: readonly LibraryPart[]): OcclusionChoice {
  if (occlusion.kind === 'window') return partShown(parts, occlusion) ? 'part' : 'window'
  return occlusion.kind
}

/** The occlusion when a person turns to this control; a window that is there stays. */
export function chosenOcclusion(choice: OcclusionChoice, before: Occlusion, parts: readonly LibraryPart[]): Occlusion {
  switch (choice) {
    case 'none':
      return { kind: 'none' }
    case 'half':
      return { kind: 'half', hides: 'left' }
    case 'window':
      return before.kind === 'window' && !partShown(parts, before)
        ? before
        : { kind: 'window', shows: 'inside', window: firstWindow }
    case 'part':
      return parts[0] ? { kind: 'window', shows: 'inside', window: parts[0].window } : before
    default:
      return choice satisfies never
  }
}

/** A window with all sides inside the picture and none too small. */
export function clampWindow({ left, top, width, height }: PixelWindow): PixelWindow {
  const side = (length: number) => Math.min(1, Math.max(smallestWindow, length))
  const [w, h] = [side(width), side(height)]
  return { left: Math.min(1 - w, Math.max(0, left)), top: Math.min(1 - h, Math.max(0, top)), width: w, height: h }
}

/** The window moved by so much; its size stays. */
export function movedWindow(window: PixelWindow, dx: number, dy: number): PixelWindow {
  return clampWindow({ ...window, left: window.left + dx, top: window.top + dy })
}

/** The window with its lower right corner moved by so much; the upper left one stays. */
export function resizedWindow(window: PixelWindow, dx: number, dy: number): PixelWindow {
  const width = Math.min(1 - window.left, window.width + dx)
  const height = Math.min(1 - window.top, window.height + dy)
  return clampWindow({ ...window, width, height })
}

/** A window with its edges on the borders of pixels, as what is hidden is. */
export function snapWindow(window: PixelWindow, columns: number, rows: number): PixelWindow {
  const snap = (value: number, count: number) => Math.round(value * count) / count
  const left = snap(window.left, columns)
  const top = snap(window.top, rows)
  return clampWindow({
    left,
    top,
    width: Math.max(1 / columns, snap(window.left + window.width, columns) - left),
    height: Math.max(1 / rows, snap(window.top + window.height, rows) - top),
  })
}

/**
 * The corruption that the controls show: the input itself, or where it is no corrupted memory, the memory that leads in it, untouched,
 * which becomes the input with the first edit. `leading`: id of that memory.
 */
export function shownCorruption(
  { memories }: Pick<RecallSettings, 'memories'>,
  input: RecallInput,
  leading: number | null,
): CorruptedInput {
  if (input.kind === 'corrupted') return input
  const memory = memories.find(({ id }) => id === leading) ?? memories.find(({ isOn }) => isOn) ?? memories[0]
  return {
    kind: 'corrupted',
    memory: memory?.id ?? 1,
    flips: 0,
    noise: 0,
    seed: firstSeed,
    occlusion: { kind: 'none' },
  }
}

/**
 * How many of the flipped pixels are not hidden. Counted in the picture that is shown, without its noise: there they are the opposite of the
 * memory's.
 */
export function shownFlips(bank: Pick<RecallSettings, 'memories' | 'size'>, input: CorruptedInput): number {
  const memory = bank.memories.find(({ id }) => id === input.memory)
  if (memory === undefined) return 0
  const neuronCount = bank.size.columns * bank.size.rows
  const pixels = memoryPixels(memory, neuronCount)
  const picture = pictureInto(new Float32Array(neuronCount), bank, { ...input, noise: 0 })
  return picture.reduce((count, value, i) => count + Number(value === -pixels[i]), 0)
}

/** How many of the flips an occlusion leaves in sight. */
export function shownFlipsWords(count: number, flips: number): string {
  if (count === flips) return flips === 1 ? 'It is shown.' : 'All of them are shown.'
  if (count === 0) return flips === 1 ? 'It is hidden.' : 'All of them are hidden.'
  return `${formatShort(count, 5)} of them ${count === 1 ? 'is' : 'are'} shown.`
}
