import { inputVectorInto, patternsInForce, timelineDuration } from '../../experiment/recall/deriveRecall.ts'
import type { RecallInput, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { createRandom } from '../../model/random.ts'
import type { Literals } from './literals.ts'
import { hex, packBits, packFloats } from './packing.ts'

/** Model time that a script of the network runs where no timeline says more. */
const usualDuration = 20
/** Model time after the last keyframe. */
const afterTimeline = 5
/** Model time between two printed samples, about. */
const sampleSpacing = 0.5
/** The stream of the seed from which the engine takes random starts. */
const startStream = 1

/** Digits in a line. */
const lineLength = 96

/** A long text in lines that are joined. */
function lines(literals: Literals, text: string, join: (parts: string) => string): string {
  if (text.length <= lineLength) return literals.text(text)
  const parts = text.match(new RegExp(`.{1,${lineLength}}`, 'g')) ?? []
  return join(parts.map((part) => `\n    ${literals.text(part)},`).join(''))
}

/** How the constants of a language are put together. */
export interface Notation extends Literals {
  readonly truth: (value: boolean) => string
  readonly joined: (parts: string) => string
  /** Three values of a keyframe. */
  readonly triple: (values: readonly [string, string, string]) => string
  /** Taken from every number of an array. */
  readonly minusOne: string
}

/** The settings of the network as constants, without its pictures. */
export function recallConstants({ recall }: { readonly recall: RecallSettings }, notation: Notation): string {
  const { number, integer, text, list, truth, comment } = notation
  const { network, noise, integration, size, lanes, inputScale, memories } = recall
  const duration = timelineDuration(recall)
  const constants: readonly (readonly [string, string, string])[] = [
    ['N', integer(size.columns * size.rows), `neurons: the pixels of ${size.columns} x ${size.rows}`],
    ['MODELS', list(lanes.map(text)), 'who races'],
    ['NAMES', list(memories.filter(({ isOn }) => isOn).map(({ name }) => text(name))), 'of the memories'],
    ['GAIN', number(network.gain), 'g of the activation psi(x) = tanh(g x)'],
    ['STRENGTH', number(network.strength), 's of the classic models'],
    ['EQUALISED', truth(network.equalisesScale), 's is the largest saliency instead'],
    ['PULSE', number(network.pulseDuration), 'for how long a pulse is on'],
    ['ZERO_DIAGONAL', truth(network.hasZeroDiagonal), 'no neuron drives itself'],
    ['RULE', text(network.rule), 'hebb, storkey (binary models) or pseudo-inverse'],
    ['UNLEARNED', integer(network.unlearning.steps), 'states that the binary models unlearn'],
    ['UNLEARNING_RATE', number(network.unlearning.rate), ''],
    ['LONGEST_DT', number(integration.timeStep), 'shortened where the run would not be stable'],
    ['DURATION', number(duration > 0 ? duration + afterTimeline : usualDuration), 'in time units'],
    ['SAMPLE_SPACING', number(sampleSpacing), 'from one printed sample to the next, about'],
    ['NOISE', number(noise.strength), 'sigma of dx = f(x) dt + sigma dB'],
    ['SEED', integer(noise.seed), ''],
    ['SCALE', number(inputScale), 'u is the picture times this'],
  ]
  return constants.map(([name, value, about]) => `${name} = ${value}${about && `  ${comment(about)}`}`).join('\n')
}

/** The memories that are on, as hexadecimal digits. */
export function packedMemories({ recall }: { readonly recall: RecallSettings }, notation: Notation): string {
  const { patterns } = patternsInForce(recall)
  const { values, patternCount, neuronCount: n } = patterns
  const packed = Array.from({ length: patternCount }, (_, mu) =>
    lines(notation, hex(packBits(values.subarray(mu * n, (mu + 1) * n))), notation.joined),
  )
  return `[\n${packed.map((memory) => `    ${memory.replaceAll('\n', '\n    ')},\n`).join('')}]`
}

/** The keyframes: time, whether it turns into the next one, and u. */
export function packedKeyframes({ recall }: { readonly recall: RecallSettings }, notation: Notation): string {
  const { timeline } = recall
  const keyframes = timeline.isOn
    ? timeline.keyframes.map(({ time, isMorphing, input }) => ({ time, isMorphing, input }))
    : [{ time: 0, isMorphing: false, input: recall.input }]
  const packed = keyframes.map(({ time, isMorphing, input }) =>
    notation.triple([notation.number(time), notation.truth(isMorphing), pictureExpression(recall, input, notation)]),
  )
  return `[\n${packed.map((keyframe) => `    ${keyframe},\n`).join('')}]`
}

/** A picture as an expression: shares of the memories, ink and paper, or its numbers. */
function pictureExpression(recall: RecallSettings, input: RecallInput, notation: Notation): string {
  const n = recall.size.columns * recall.size.rows
  const { memoryIds } = patternsInForce(recall)
  if (input.kind === 'mix' && input.faders.every(({ memory, amount }) => amount === 0 || memoryIds.includes(memory))) {
    const total = input.isNormalised ? input.faders.reduce((sum, { amount }) => sum + Math.abs(amount), 0) : 1
    const amountOf = (id: number) => input.faders.find(({ memory }) => memory === id)?.amount ?? 0
    return `mixture(${notation.vector(memoryIds.map((id) => (total === 0 ? 0 : amountOf(id) / total)))})`
  }
  const picture = inputVectorInto(new Float32Array(n), { ...recall, inputScale: 1 }, input)
  const digits = (bytes: Uint8Array) => lines(notation, hex(bytes), notation.joined)
  if (picture.every((value) => Math.abs(value) === 1 || value === 0)) {
    return `drawing(${digits(packBits(picture))}, ${digits(packBits(picture.map(Math.abs)))})`
  }
  return `numbers(${digits(packFloats(picture))})`
}

/** x(0) of the models that do not start at the input, as an expression. Random starts are those of the engine. */
export function packedStart({ recall }: { readonly recall: RecallSettings }, notation: Notation): string {
  const n = recall.size.columns * recall.size.rows
  const { start, memories, noise } = recall
  if (start.kind === 'input') return 'input_at(0.0)'
  const memory = start.kind === 'memory' ? memories.find(({ id }) => id === start.memory) : undefined
  const digits = (bytes: Uint8Array) => lines(notation, hex(bytes), notation.joined)
  if (start.kind === 'memory' && memory !== undefined) {
    const pixels = inputVectorInto(
      new Float32Array(n),
      { ...recall, inputScale: 1 },
      { kind: 'mix', faders: [{ memory: memory.id, amount: start.isInverted ? -1 : 1 }], isNormalised: false },
    )
    return `(2 * bits(${digits(packBits(pixels))}) ${notation.minusOne})`
  }
  const random = createRandom(noise.seed, startStream)
  return `numbers(${digits(packFloats(Float32Array.from({ length: n }, () => random.normal())))})`
}
