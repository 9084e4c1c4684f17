import { inputVectorInto, placeOnTimeline } from '../../../experiment/recall/deriveRecall.ts'
import type { RecallInput, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { selfCouplingsInto } from '../../../model/columnCodes.ts'
import { decorrelatedSaliencyInto, pseudoInverseCouplingsInto } from '../../../model/gram.ts'
import type { Patterns } from '../../../model/patterns.ts'
import { changedPatterns, lazily, weightNorm, type NetworkFacts } from './networkFacts.ts'

/** An input of the document as the network takes it. */
export interface KnownInput {
  /** u, N. */
  readonly input: Float32Array
  /** (1/N) Ξu, P. */
  readonly rawSaliency: Float64Array
  /** α(u), P; freed of the correlations with the pseudo-inverse rule. */
  readonly saliency: Float64Array
  /** A bound on |W(u)|, or with the pseudo-inverse rule its value from the power method. */
  readonly weightNorm: number
  /** W(u)_ii of the pseudo-inverse rule, N, made when first asked for (4 to 6 ms at the largest size). */
  readonly selfCouplings: () => Float32Array
}

/** The input at one moment: an input, or `share` of the way from one to another. Both u and α are linear on the way. */
export interface InputMoment {
  readonly from: KnownInput
  readonly to: KnownInput | null
  readonly share: number
}

/** The inputs of a document over its timeline. ΞU is summed once for each input that was edited, never along the way between two. */
export interface InputTrack {
  readonly setDocument: (recall: RecallSettings, facts: NetworkFacts) => void
  /** `inputTime`: the place on the timeline. */
  readonly at: (inputTime: number) => InputMoment
  /** The largest |α|, and the largest |W(u)|, of all inputs that can occur. */
  readonly largest: () => { readonly saliency: number; readonly weightNorm: number }
}

export function createInputTrack(): InputTrack {
  let recall: RecallSettings | null = null
  let facts: NetworkFacts | null = null
  let known = new Map<RecallInput, KnownInput>()
  let earlier: Earlier | null = null

  function know(input: RecallInput): KnownInput {
    const found = known.get(input)
    if (found !== undefined) return found
    if (recall === null || facts === null) throw new Error('The track has no document yet.')
    const fresh = makeInput(recall, facts, input, earlier)
    known.set(input, fresh)
    return fresh
  }

  const inputsOf = ({ timeline, input }: RecallSettings) =>
    timeline.isOn && timeline.keyframes.length > 0 ? timeline.keyframes.map((keyframe) => keyframe.input) : [input]

  return {
    setDocument(nextRecall, nextFacts) {
      const isOther =
        recall?.inputScale !== nextRecall.inputScale || recall.memories !== nextRecall.memories || facts !== nextFacts
      const kept = isOther ? new Map<RecallInput, KnownInput>() : known
      if (isOther && facts !== null) earlier = { facts, known }
      recall = nextRecall
      facts = nextFacts
      // Inputs that are gone are forgotten: a long drawing makes thousands.
      known = new Map(
        inputsOf(nextRecall).flatMap((input) => (kept.has(input) ? [[input, kept.get(input)]] : [])) as [
          RecallInput,
          KnownInput,
        ][],
      )
    },
    at(inputTime) {
      if (recall === null) throw new Error('The track has no document yet.')
      const place = placeOnTimeline(recall, inputTime)
      if (place === null) return { from: know(recall.input), to: null, share: 0 }
      const { keyframe, next, share } = place
      const from = know(keyframe.input)
      if (next === null || share === 0) return { from, to: null, share: 0 }
      return { from, to: know(next.input), share }
    },
    largest() {
      let saliency = 0
      let norm = 0
      for (const input of recall === null ? [] : inputsOf(recall)) {
        const fact = know(input)
        saliency = Math.max(saliency, largestMagnitude(fact.saliency))
        norm = Math.max(norm, fact.weightNorm)
      }
      return { saliency, weightNorm: norm }
    },
  }
}

function largestMagnitude(values: Float64Array): number {
  return values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0)
}

/** What was known with the memories, or the scale, before. */
interface Earlier {
  readonly facts: NetworkFacts
  readonly known: ReadonlyMap<RecallInput, KnownInput>
}

function makeInput(
  recall: RecallSettings,
  facts: NetworkFacts,
  input: RecallInput,
  earlier: Earlier | null,
): KnownInput {
  const { patterns, inverse } = facts
  const vector = inputVectorInto(new Float32Array(patterns.neuronCount), recall, input)
  const raw = changedSaliency(facts, vector, earlier?.known.get(input), earlier?.facts) ?? rawSaliency(patterns, vector)
  const saliency = inverse === null ? raw : decorrelatedSaliencyInto(new Float64Array(raw.length), raw, inverse)
  const selfCouplings = lazily(() => {
    const couplings = inverse === null ? saliency : pseudoInverseCouplingsInto(inverse.slice(), saliency, inverse)
    return selfCouplingsInto(new Float32Array(vector.length), patterns, couplings)
  })
  return { input: vector, rawSaliency: raw, saliency, weightNorm: weightNorm(facts, saliency), selfCouplings }
}

/** (1/N) Ξu where u is what it was, and only some memories are others: the same numbers, a sum for each of these. Else null. */
function changedSaliency(
  { patterns, memoryIds, memories }: NetworkFacts,
  u: Float32Array,
  before: KnownInput | undefined,
  factsBefore: NetworkFacts | undefined,
): Float64Array | null {
  if (!before || !factsBefore) return null
  const changed = changedPatterns(factsBefore, { patterns, memoryIds, memories })
  if (changed === null || !before.input.every((value, i) => value === u[i])) return null
  const saliency = before.rawSaliency.slice()
  for (const mu of changed) saliency[mu] = rawSaliencyOf(patterns, mu, u)
  return saliency
}

/** α = (1/N) Ξu, four memories in one pass over u: a third of the time of one after the other. */
function rawSaliency(patterns: Patterns, u: Float32Array): Float64Array {
  const { values, patternCount: p, neuronCount: n } = patterns
  const out = new Float64Array(p)
  let mu = 0
  for (; mu + 3 < p; mu += 4) {
    const at = mu * n
    let sum0 = 0
    let sum1 = 0
    let sum2 = 0
    let sum3 = 0
    for (let i = 0; i < n; i++) {
      const value = u[i]
      sum0 += values[at + i] * value
      sum1 += values[at + n + i] * value
      sum2 += values[at + 2 * n + i] * value
      sum3 += values[at + 3 * n + i] * value
    }
    out[mu] = sum0 / n
    out[mu + 1] = sum1 / n
    out[mu + 2] = sum2 / n
    out[mu + 3] = sum3 / n
  }
  for (; mu < p; mu++) out[mu] = rawSaliencyOf(patterns, mu, u)
  return out
}

function rawSaliencyOf({ values, neuronCount: n }: Patterns, mu: number, u: Float32Array): number {
  let sum = 0
  for (let i = 0; i < n; i++) sum += values[mu * n + i] * u[i]
  return sum / n
}

/** α at a moment. `out`: P. Returns `out`. */
export function momentSaliencyInto<V extends Float32Array | Float64Array>(out: V, moment: InputMoment): V {
  return mixInto(out, moment.from.saliency, moment.to?.saliency ?? null, moment.share)
}

/** W(u)_ii at a moment: linear on the way as well, since u enters only by α. `out`: N. Returns `out`. */
export function momentSelfCouplingsInto(out: Float32Array, { from, to, share }: InputMoment): Float32Array {
  return mixInto(out, from.selfCouplings(), to?.selfCouplings() ?? null, share)
}

/** u at a moment. `out`: N. Returns `out`. */
export function momentInputInto(out: Float32Array, moment: InputMoment): Float32Array {
  return mixInto(out, moment.from.input, moment.to?.input ?? null, moment.share)
}

function mixInto<V extends Float32Array | Float64Array>(
  out: V,
  from: Float32Array | Float64Array,
  to: Float32Array | Float64Array | null,
  share: number,
): V {
  if (to === null) out.set(from)
  else for (let k = 0; k < out.length; k++) out[k] = from[k] + share * (to[k] - from[k])
  return out
}

/** Whether two moments have the same input: the same objects, the same share. */
export function isSameInput(a: InputMoment | null, b: InputMoment | null): boolean {
  return a !== null && b !== null && a.from === b.from && a.to === b.to && a.share === b.share
}
