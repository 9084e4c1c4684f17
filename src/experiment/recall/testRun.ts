import { gramInto, inverseGram, decorrelatedSaliencyInto, pseudoInverseCouplingsInto } from '../../model/gram.ts'
import type { Patterns } from '../../model/patterns.ts'
import { createRandom } from '../../model/random.ts'
import { saliencyInto } from '../../model/saliency.ts'
import { inputAtInto, patternsInForce, placeOnTimeline, recallTimeStep, timeOnTimeline } from './deriveRecall.ts'
import { memoryPixels } from './inputPicture.ts'
import type { LaneKind, RecallSettings } from './recallSettings.ts'

// A plain run of a document in double precision, for tests of what the presets promise. The engine has the real one.

const noiseStream = 7
const startStream = 8

type ContinuousLane = Exclude<LaneKind, 'binary-async' | 'binary-sync'>

/**
 * Overlaps m (P) of one lane at each of the ascending `times`, from Euler-Maruyama steps of the document's own length. Another `seed`: another
 * random start and other noise.
 */
export function overlapsAt(
  recall: RecallSettings,
  lane: ContinuousLane,
  times: readonly number[],
  seed = recall.noise.seed,
): readonly Float64Array[] {
  const { patterns } = patternsInForce(recall)
  const { neuronCount: n, patternCount: p } = patterns
  const { gain, pulseDuration } = recall.network
  const random = createRandom(seed, noiseStream)
  const u = inputAtInto(new Float32Array(n), recall, 0)
  const x = startState(recall, lane, u, seed)
  const y = new Float64Array(n)
  const gram = gramInto(new Float64Array(p * p), patterns)
  const found: Float64Array[] = []
  for (let time = 0; ;) {
    if (recall.timeline.isOn) inputAtInto(u, recall, time)
    const { couplings, largest, diagonal } = couplingsOf(recall, lane, u, gram)
    for (let i = 0; i < n; i++) y[i] = Math.tanh(gain * x[i])
    const m = saliencyInto(new Float64Array(p), patterns, y)
    if (time >= times[found.length] && found.push(m) === times.length) return found
    const dt = recallTimeStep(recall, largest)
    const isPulse = lane === 'classic-pulse' && time - shownSince(recall, time) < pulseDuration
    const push = lane === 'classic-held' || isPulse ? 1 : 0
    const kick = recall.noise.strength * Math.sqrt(dt)
    const field = applyCouplings(couplings, m, patterns)
    for (let i = 0; i < n; i++) {
      const drift = field[i] - x[i] + push * u[i] - diagonal * y[i]
      x[i] += dt * drift + (kick === 0 ? 0 : kick * random.normal())
    }
    time += dt
  }
}

/** Ξᵀ D m. */
function applyCouplings(couplings: Float64Array, m: Float64Array, { values, neuronCount: n }: Patterns): Float64Array {
  const p = m.length
  const field = new Float64Array(n)
  for (let mu = 0; mu < p; mu++) {
    let weighted = 0
    for (let nu = 0; nu < p; nu++) weighted += couplings[mu * p + nu] * m[nu]
    for (let i = 0; i < n; i++) field[i] += weighted * values[mu * n + i]
  }
  return field
}

/** When the last pulse began: at the start, or at a keyframe. */
function shownSince(recall: RecallSettings, time: number): number {
  const place = placeOnTimeline(recall, time)
  return place === null ? 0 : time - timeOnTimeline(recall, time) + place.keyframe.time
}

function couplingsOf(recall: RecallSettings, lane: ContinuousLane, u: Float32Array, gram: Float64Array) {
  const { patterns } = patternsInForce(recall)
  const p = patterns.patternCount
  const { network } = recall
  const raw = saliencyInto(new Float64Array(p), patterns, u)
  const isPseudo = network.rule === 'pseudo-inverse'
  const inverse = isPseudo ? inverseGram(gram, p).inverse : gram
  const alpha = isPseudo ? decorrelatedSaliencyInto(new Float64Array(p), raw, inverse) : raw
  const top = alpha.reduce((most, value) => Math.max(most, value), 0)
  const used = lane === 'idp' ? alpha : alpha.map(() => (network.equalisesScale ? top : network.strength))
  const couplings = new Float64Array(p * p)
  if (isPseudo) pseudoInverseCouplingsInto(couplings, used, inverse)
  else for (let mu = 0; mu < p; mu++) couplings[mu * p + mu] = used[mu]
  const diagonal = network.hasZeroDiagonal ? used.reduce((total, value) => total + value, 0) / patterns.neuronCount : 0
  return { couplings, diagonal, largest: largestRowSum(gram) * Math.max(...used.map(Math.abs)) }
}

/** A bound on the eigenvalues of the Gram matrix, and so on those of W over the largest coupling. */
function largestRowSum(gram: Float64Array): number {
  const p = Math.sqrt(gram.length)
  const sums = Array.from({ length: p }, (_, mu) =>
    gram.subarray(mu * p, (mu + 1) * p).reduce((s, g) => s + Math.abs(g), 0),
  )
  return Math.max(...sums)
}

function startState(recall: RecallSettings, lane: ContinuousLane, u: Float32Array, seed: number): Float64Array {
  const { start } = recall
  const n = u.length
  if (lane === 'classic-start' || start.kind === 'input') return Float64Array.from(u)
  if (start.kind === 'memory') {
    const memory = recall.memories.find((candidate) => candidate.id === start.memory)
    if (memory === undefined) throw new RangeError('No such memory.')
    return Float64Array.from(memoryPixels(memory, n), (value) => (start.isInverted ? -value : value))
  }
  const random = createRandom(seed, startStream)
  return Float64Array.from(u, () => random.normal())
}
