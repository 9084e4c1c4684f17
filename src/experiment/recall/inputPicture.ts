import { addNoiseInto, flipInto, occludeInto } from '../../model/corruption.ts'
import { createRandom } from '../../model/random.ts'
import { newestOf } from './newestOf.ts'
import { decodeBits, decodeTrits } from './pixelCode.ts'
import { maximumKeyframes, maximumMemories } from './recallRanges.ts'
import type { CorruptedInput, Memory, MixedInput, RecallInput, RecallSettings } from './recallSettings.ts'

type Bank = Pick<RecallSettings, 'memories' | 'size'>

/** Streams of the seed, so that another number of flips does not change the noise. */
const flipStream = 1
const noiseStream = 2

/** Pixels are kept for a full bank and its last edits. */
const pixelsOfMemory = newestOf<Memory, Int8Array>(maximumMemories + 8)

/** The pixels of a memory, ±1. The same object for the same memory, as a rule: do not write into them. */
export function memoryPixels(memory: Memory, neuronCount: number): Int8Array {
  const known = pixelsOfMemory.get(memory)
  if (known?.length === neuronCount) return known
  const pixels = decodeBits(memory.bits, neuronCount)
  pixelsOfMemory.set(memory, pixels)
  return pixels
}

interface KnownPicture {
  readonly memories: RecallSettings['memories']
  readonly columns: number
  readonly picture: Float32Array
}

/** Pictures are kept for a full timeline and its last edits. */
const pictureOfInput = newestOf<RecallInput, KnownPicture>(maximumKeyframes + 4)

/**
 * The picture of an input: u before `inputScale`. A drawing gives 1, −1 and 0; a mixture Σ a_μ ξ^μ; a corrupted memory its pixels after
 * flips, noise and occlusion, in this order. `out`: N. Returns `out`. Kept per input object, so that asking again costs a copy.
 */
export function pictureInto(out: Float32Array, bank: Bank, input: RecallInput): Float32Array {
  const known = pictureOfInput.get(input)
  const { memories, size } = bank
  if (known?.memories === memories && known.columns === size.columns && known.picture.length === out.length) {
    out.set(known.picture)
    return out
  }
  drawPicture(out, bank, input)
  pictureOfInput.set(input, { memories, columns: size.columns, picture: Float32Array.from(out) })
  return out
}

function drawPicture(out: Float32Array, bank: Bank, input: RecallInput): void {
  switch (input.kind) {
    case 'drawing':
      out.set(decodeTrits(input.pixels, out.length))
      return
    case 'mix':
      drawMixture(out, bank, input)
      return
    case 'corrupted':
      drawCorrupted(out, bank, input)
      return
    default:
      input satisfies never
  }
}

function drawMixture(out: Float32Array, { memories }: Bank, { faders, isNormalised }: MixedInput): void {
  const total = isNormalised ? faders.reduce((sum, fader) => sum + Math.abs(fader.amount), 0) : 1
  out.fill(0)
  if (total === 0) return
  for (const { memory: id, amount } of faders) {
    const memory = memories.find((candidate) => candidate.id === id)
    if (memory === undefined || amount === 0) continue
    const pixels = memoryPixels(memory, out.length)
    const share = amount / total
    for (let i = 0; i < out.length; i++) out[i] = out[i] + share * pixels[i]
  }
}

function drawCorrupted(out: Float32Array, { memories, size }: Bank, input: CorruptedInput): void {
  const memory = memories.find((candidate) => candidate.id === input.memory)
  if (memory === undefined) {
    out.fill(0)
    return
  }
  out.set(memoryPixels(memory, out.length))
  flipInto(out, input.flips, createRandom(input.seed, flipStream))
  if (input.noise > 0) addNoiseInto(out, input.noise, createRandom(input.seed, noiseStream))
  occludeInto(out, size, input.occlusion)
}
