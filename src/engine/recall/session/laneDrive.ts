import type { KernelNetwork } from '../../../kernel/networkKernel.ts'
import { isSameInput, momentInputInto, momentSaliencyInto, type InputMoment } from './inputTrack.ts'
import type { LaneContext } from './laneContext.ts'
import { couplingCount, couplingsInto, diagonalOf, memoryWeightsInto, type NetworkLaneKind } from './laneForces.ts'
import { isPulseOn, nextPulseEnd } from './pulse.ts'

/** Steps that begin nearer to a change of the input than this share of a step belong to the new input. */
const stepRounding = 0.5

/** What the input does to a network of continuous neurons: couplings and currents, set when they change. */
export interface LaneDrive {
  /** Sets what acts on the network at `time`; returns whether that is anything new. */
  readonly apply: (network: KernelNetwork, startTime: number, time: number) => boolean
  /** Steps from `time` on with the same input: it is looked up in the middle of each step. */
  readonly stepsAlike: (startTime: number, time: number) => number
  /** The weight of each memory, P, as it acts now. */
  readonly weights: () => Float32Array
  readonly hasPulse: () => boolean
  /** The network or the document is another: the next `apply` sets everything. */
  readonly forget: () => void
}

export function createLaneDrive(context: LaneContext, kind: NetworkLaneKind): LaneDrive {
  let scratch = makeScratch(context)
  let applied: { readonly moment: InputMoment; readonly hasPulse: boolean } | null = null

  return {
    apply(network, startTime, time) {
      const moment = context.momentAt(time)
      const hasPulse = kind === 'classic-pulse' && isPulseOn(context, startTime, time)
      if (applied !== null && isSameInput(applied.moment, moment) && applied.hasPulse === hasPulse) return false
      applied = { moment, hasPulse }
      const { recall, facts } = context
      const { saliency, weights, couplings, diagonal, input } = scratch
      momentSaliencyInto(saliency, moment)
      memoryWeightsInto(weights, kind, recall, saliency)
      network.setCouplings(couplingsInto(couplings, facts, weights))
      network.setDiagonal(diagonalOf(kind, recall, facts, moment, weights, diagonal))
      network.setCurrent(hasPulse || kind === 'classic-held' ? momentInputInto(input, moment) : null)
      return true
    },
    stepsAlike(startTime, time) {
      const { timeStep } = context
      const pulseEnd = kind === 'classic-pulse' ? nextPulseEnd(context, startTime, time) : Infinity
      const until = Math.min(context.inputHoldsUntil(time + timeStep / 2), pulseEnd)
      return Math.max(1, Math.ceil((until - time) / timeStep - stepRounding))
    },
    weights: () => scratch.weights,
    hasPulse: () => applied?.hasPulse === true,
    forget() {
      applied = null
      const { facts } = context
      const isOther = scratch.weights.length !== facts.patterns.patternCount
      if (isOther || scratch.couplings.length !== couplingCount(facts)) scratch = makeScratch(context)
    },
  }
}

/** Work arrays for one network size and rule. */
function makeScratch({ facts }: LaneContext) {
  const { neuronCount: n, patternCount: p } = facts.patterns
  return {
    saliency: new Float32Array(p),
    weights: new Float32Array(p),
    couplings: new Float32Array(couplingCount(facts)),
    diagonal: new Float32Array(n),
    input: new Float32Array(n),
  }
}
