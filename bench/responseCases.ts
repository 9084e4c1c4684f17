import type { RecallChange } from '../src/engine/recall/protocol.ts'
import { defaultRecall } from '../src/experiment/recall/defaultRecall.ts'
import { generateMemories } from '../src/experiment/recall/generate.ts'
import { encodeBits, encodeTrits } from '../src/experiment/recall/pixelCode.ts'
import type { LaneKind, RecallSettings } from '../src/experiment/recall/recallSettings.ts'
import type { RandomSource } from '../src/model/random.ts'

/** A document, and what is drawn on while it runs. */
export interface ResponseCase {
  readonly title: string
  readonly drawsOn: 'input' | 'memory'
  /** Weights for each pair of neurons, which are in JavaScript whatever the flavour. */
  readonly isDense: boolean
  /** Made when its turn has come. */
  readonly makeRecall: () => RecallSettings
}

type Network = Partial<RecallSettings['network']>

interface Wish {
  readonly side: number
  readonly memoryCount: number
  readonly lanes: readonly LaneKind[]
  readonly network: Network
}

const continuous: readonly LaneKind[] = ['idp', 'classic-held', 'classic-pulse']
const binary: readonly LaneKind[] = ['idp', 'binary-async', 'binary-sync']
const projection: Network = { rule: 'pseudo-inverse', hasZeroDiagonal: true }
const unlearning: Network = { rule: 'hebb', unlearning: { steps: 20, rate: 0.01 } }

function makeRecall({ side, memoryCount, lanes, network }: Wish): RecallSettings {
  const size = { columns: side, rows: side }
  const wish = { kind: 'random', count: memoryCount, correlation: 0, seed: 1 } as const
  const memories = generateMemories(wish, size).map((drawing, k) => ({ ...drawing, id: k + 1, isOn: true }))
  return {
    ...defaultRecall,
    size,
    memories,
    lanes: [...lanes],
    network: { ...defaultRecall.network, ...network },
    start: { kind: 'random' },
    input: { kind: 'drawing', pixels: encodeTrits(new Int8Array(side * side)) },
    // More than any machine can do: every tick works as long as it may.
    playback: { speed: 20 },
    slice: { ...defaultRecall.slice, memories: null },
  }
}

/** The largest size, and the largest with a weight for each pair of neurons (with few memories, since their training is only waited for). */
const makeLargest = (network: Network): RecallSettings =>
  makeRecall({ side: 128, memoryCount: 100, lanes: continuous, network })
const makeDense = (network: Network): RecallSettings =>
  makeRecall({ side: 64, memoryCount: 10, lanes: binary, network })

const largest = (title: string, network: Network) => ({ title, isDense: false, makeRecall: () => makeLargest(network) })
const dense = (title: string, network: Network) => ({ title, isDense: true, makeRecall: () => makeDense(network) })

const hebb = largest('128 x 128', {})
const pseudoInverse = largest('128 x 128, pseudo-inverse, zero diagonal', projection)
const storkey = dense('64 x 64, Storkey', { rule: 'storkey' })
const unlearned = dense('64 x 64, Hebb with unlearning', unlearning)

export const responseCases: readonly ResponseCase[] = [
  { ...hebb, drawsOn: 'input' },
  { ...hebb, drawsOn: 'memory' },
  { ...pseudoInverse, drawsOn: 'input' },
  { ...pseudoInverse, drawsOn: 'memory' },
  { ...storkey, drawsOn: 'input' },
  { ...storkey, drawsOn: 'memory' },
  { ...unlearned, drawsOn: 'memory' },
]

/** What a pen does in a frame or two. */
function scribble(pixels: Int8Array, random: RandomSource): void {
  for (let k = 0; k < 40; k++) {
    pixels[Math.floor(random.uniform() * pixels.length)] = random.uniform() < 0.5 ? -1 : 1
  }
}

/** The document after each next scribble, as the page sends it: memories that are as before by their ids. */
export function createPen(
  recall: RecallSettings,
  drawsOn: ResponseCase['drawsOn'],
  random: RandomSource,
): () => RecallChange {
  const pixels = new Int8Array(recall.size.columns * recall.size.rows).fill(drawsOn === 'input' ? 0 : 1)
  const known = recall.memories.map(({ id }) => ({ knownId: id }))
  return () => {
    scribble(pixels, random)
    if (drawsOn === 'input') {
      return { ...recall, memories: known, input: { kind: 'drawing', pixels: encodeTrits(pixels) } }
    }
    const drawn = recall.memories.slice(0, 1).map((memory) => ({ ...memory, bits: encodeBits(pixels) }))
    return { ...recall, memories: [...drawn, ...known.slice(1)] }
  }
}
