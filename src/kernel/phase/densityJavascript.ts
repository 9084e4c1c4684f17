import { bernoulli, DIRECTIONS, ratesInto } from '../../model/phase/fokkerPlanck.ts'
import { type CellChain, type EliminationEngine, LEAST_PIVOT } from './densityEngine.ts'
import { type ChainArrays, createFrontEngine, type FrontArithmetic, type Pivot, visitSteps } from './densityFronts.ts'
import type { DensityPlan } from './densityPlan.ts'

/** Writes the rates of a chain, in units of D/h², its exits and its costs. A cell of class 0 is left at once, at no cost. */
export function loadChainInto({ rates, exits, costs }: ChainArrays, chain: CellChain): void {
  const { rises, classes } = chain
  if (classes === null) {
    ratesInto(rates, rises)
    exits.fill(0)
    costs.fill(0)
    return
  }
  rates.fill(0)
  for (let cell = 0; cell < classes.length; cell++) {
    exits[cell] = classes[cell] === 0 ? 1 : 0
    costs[cell] = classes[cell] === 0 ? 0 : 1
  }
  visitSteps(chain, (index, cell, isExit) => {
    const rate = bernoulli(rises[index])
    if (isExit) exits[cell] += rate
    else rates[index] = rate
  })
}

/** Elimination in double precision, in plain JavaScript. */
export function createJavascriptEngine(): EliminationEngine {
  return createFrontEngine(createDoubles())
}

function createDoubles(): FrontArithmetic {
  let isStationary = true
  let chain: ChainArrays = { rates: new Float64Array(0), exits: new Float64Array(0), costs: new Float64Array(0) }
  let front = new Float64Array(0)
  let factors = new Float64Array(0)
  let updates = new Float64Array(0)
  let known = new Float64Array(0)
  let solution = new Float64Array(0)
  return {
    workOfPiece: 4e6,
    reserve(plan: DensityPlan) {
      const count = plan.columns * plan.columns
      chain = {
        rates: new Float64Array(DIRECTIONS * count),
        exits: new Float64Array(count),
        costs: new Float64Array(count),
      }
      front = new Float64Array(plan.frontLength)
      factors = new Float64Array(plan.factorLength)
      updates = new Float64Array(plan.updateLength)
      known = new Float64Array(plan.frontLength)
      solution = new Float64Array(count)
    },
    load(wanted) {
      isStationary = wanted.kind === 'stationary'
      loadChainInto(chain, wanted)
    },
    clear: (length) => void front.fill(0, 0, length),
    addUpdate(target, source, length) {
      for (let i = 0; i < length; i++) front[target + i] += updates[source + i]
    },
    keepUpdate(target, source, length) {
      for (let i = 0; i < length; i++) updates[target + i] = front[source + i]
    },
    addRate: (target, rate) => void (front[target] += chain.rates[rate]),
    addTerms(target, cell) {
      front[target] += chain.exits[cell]
      front[target + 1] += chain.costs[cell]
    },
    takeOut: (pivot) => takeOut(front, factors, pivot, isStationary) >= LEAST_PIVOT,
    keepLast: ({ factors: at, order }) => void (factors[at + order] = 1),
    gather: (place, cell) => void (known[place] = solution[cell]),
    substitute({ place, order, factors: at }, cell) {
      let sum = factors[at + order]
      for (let i = place + 1; i < order; i++) sum += factors[at + i] * known[i]
      known[place] = sum
      solution[cell] = sum
    },
    solution: () => (solution.every(Number.isFinite) ? solution : null),
  }
}

/**
 * A state k leaves in the manner of Grassmann, Taksar & Heyman (1985): q_ij += q_ik q_kj / Σ_j q_kj. The divisor is the sum of the rates that
 * are left, the exit among them, and not the diagonal: nothing is ever subtracted, so that every number keeps its relative accuracy. Kept are
 * its column (stationary) or its row (duration), over the sum, and its cost. Returns the sum.
 */
function takeOut(front: Float64Array, factors: Float64Array, pivot: Pivot, isStationary: boolean): number {
  const { place: k, order, stride, factors: at } = pivot
  const row = k * stride
  let sum = 0
  for (let j = k + 1; j <= order; j++) sum += front[row + j]
  const scale = 1 / sum
  factors[at + order] = front[row + order + 1] * scale
  if (!isStationary) for (let j = k + 1; j < order; j++) factors[at + j] = front[row + j] * scale
  const end = order + 2
  for (let i = k + 1; i < order; i++) {
    const target = i * stride
    const share = front[target + k] * scale
    if (isStationary) factors[at + i] = share
    if (share === 0) continue
    for (let j = k + 1; j < end; j++) front[target + j] += share * front[row + j]
  }
  return sum
}
