import type { LaneKind, RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { pseudoInverseCouplingsInto } from '../../../model/gram.ts'
import { existenceSaliency } from '../../../model/memory.ts'
import { momentSelfCouplingsInto, type InputMoment } from './inputTrack.ts'
import type { LaneContext } from './laneContext.ts'
import type { NetworkFacts } from './networkFacts.ts'

/** The models with continuous neurons. */
export type NetworkLaneKind = Exclude<LaneKind, 'binary-async' | 'binary-sync'>

type Setting = Pick<RecallSettings, 'network'>

/** s of the classic models: the one set, or max α where the scales are equalised (0 when every saliency is negative). */
function strengthOf({ network }: Setting, saliency: ArrayLike<number>): number {
  if (!network.equalisesScale) return network.strength
  let largest = 0
  for (let mu = 0; mu < saliency.length; mu++) largest = Math.max(largest, saliency[mu])
  return largest
}

/** Numbers of the couplings: P, or P x P with the pseudo-inverse rule. */
export function couplingCount({ patterns, inverse }: NetworkFacts): number {
  const p = patterns.patternCount
  return inverse === null ? p : p * p
}

/** The weight of each memory in W: α(u) of the input-driven model, s for all in the classic ones. `out`: P. */
export function memoryWeightsInto<V extends Float32Array | Float64Array>(
  out: V,
  kind: NetworkLaneKind,
  setting: Setting,
  saliency: ArrayLike<number>,
): V {
  if (kind === 'idp') out.set(saliency)
  else out.fill(strengthOf(setting, saliency))
  return out
}

/**
 * Whether some memory would hold without noise: W carries it with more than `thresholdsOf` asks for. ξᵀWξ/N is Σ_ν w_ν G_μν² at memory μ, and
 * w_μ with the pseudo-inverse rule.
 */
export function holdsMemory(
  { facts, recall }: Pick<LaneContext, 'facts' | 'recall'>,
  weights: ArrayLike<number>,
): boolean {
  const { gram, inverse, patterns } = facts
  const p = patterns.patternCount
  let sum = 0
  for (let mu = 0; mu < p; mu++) sum += weights[mu]
  const { gain, hasZeroDiagonal } = recall.network
  const existence = existenceSaliency(gain) + (hasZeroDiagonal ? sum / patterns.neuronCount : 0)
  for (let mu = 0; mu < p; mu++) {
    let carried = weights[mu]
    if (inverse === null) for (let nu = 0; nu < p; nu++) if (nu !== mu) carried += weights[nu] * gram[mu * p + nu] ** 2
    if (carried > existence) return true
  }
  return false
}

/** D of W = (1/N) Ξᵀ D Ξ from the weights of the memories. `out`: `couplingCount` numbers. */
export function couplingsInto<V extends Float32Array | Float64Array>(
  out: V,
  facts: NetworkFacts,
  weights: Float32Array | Float64Array,
): V {
  if (facts.inverse === null) out.set(weights)
  else pseudoInverseCouplingsInto(out, weights, facts.inverse)
  return out
}

/**
 * What is subtracted from W_ii: 0, one number, or N numbers in `scratch`. `weights`: those of the memories at this moment. N additions, but
 * for the first moment with another input or other memories.
 */
export function diagonalOf(
  kind: NetworkLaneKind,
  { network }: Setting,
  facts: NetworkFacts,
  moment: InputMoment,
  weights: ArrayLike<number>,
  scratch: Float32Array,
): number | Float32Array {
  if (!network.hasZeroDiagonal) return 0
  const { patternCount: p, neuronCount: n } = facts.patterns
  if (facts.inverse === null || p === 0) {
    let sum = 0
    for (let mu = 0; mu < p; mu++) sum += weights[mu]
    return sum / n
  }
  if (kind === 'idp') return momentSelfCouplingsInto(scratch, moment)
  // The weights of the classic models are all the same.
  const diagonal = facts.projectionDiagonal()
  for (let i = 0; i < n; i++) scratch[i] = weights[0] * diagonal[i]
  return scratch
}
