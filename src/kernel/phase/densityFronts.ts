import { DIRECTIONS } from '../../model/phase/fokkerPlanck.ts'
import type { CellChain, EliminationEngine } from './densityEngine.ts'
import * as plan from './densityPlan.ts'
import { type DensityPlan, FRONT_WORDS } from './densityPlan.ts'
import { neighbourOf } from './densityRegions.ts'

/** A state that leaves its front: its place, the order and the row length of the front, and where its factors are kept. */
export interface Pivot {
  place: number
  order: number
  stride: number
  factors: number
}

/**
 * What elimination needs of a kind of number. All places are indices into arrays that it owns: the front, the factors, the updates between
 * fronts, and the solution. A row of a front: rates to its cells, then the exit, then the cost.
 */
export interface FrontArithmetic {
  readonly workOfPiece: number
  reserve(plan: DensityPlan): void
  load(chain: CellChain): void
  /** Begins a front of so many numbers. */
  clear(length: number): void
  /** front[target + i] += updates[source + i]. */
  addUpdate(target: number, source: number, length: number): void
  /** updates[target + i] = front[source + i]. */
  keepUpdate(target: number, source: number, length: number): void
  addRate(target: number, rate: number): void
  /** Adds exit and cost of a cell at `target` and the place after it. */
  addTerms(target: number, cell: number): void
  /** Gives the traffic of a state to the others and keeps its factors. False where numbers leave their range. */
  takeOut(pivot: Pivot): boolean
  /** The last state of a chain without exits has nowhere to go: its share is 1, and all others follow. */
  keepLast(pivot: Pivot): void
  /** Brings a cell that is known to its place of the front. */
  gather(place: number, cell: number): void
  /** The value of a state from those that were there when it left. */
  substitute(pivot: Pivot, cell: number): void
  solution(): Float64Array | null
}

/** The elimination of a chain by fronts, with the numbers of `arithmetic`. */
export function createFrontEngine(arithmetic: FrontArithmetic): EliminationEngine {
  let at: DensityPlan | null = null
  let isStationary = true
  const pivot: Pivot = { place: 0, order: 0, stride: 0, factors: 0 }
  return {
    workOfPiece: arithmetic.workOfPiece,
    load(own, chain) {
      if (at !== own) arithmetic.reserve(own)
      at = own
      isStationary = chain.kind === 'stationary'
      arithmetic.load(chain)
    },
    eliminate(from, to) {
      if (at === null) return false
      for (let index = from; index < to; index++) {
        assemble(at, FRONT_WORDS * index, arithmetic)
        if (!eliminateFront(at, FRONT_WORDS * index)) return false
      }
      return true
    },
    solution() {
      if (at === null) return null
      for (let index = at.frontCount - 1; index >= 0; index--) substituteFront(at, FRONT_WORDS * index)
      return arithmetic.solution()
    },
  }

  function enter(fronts: Int32Array, words: number): void {
    pivot.order = fronts[words + plan.ORDER]
    pivot.stride = fronts[words + plan.STRIDE]
  }

  function visit(fronts: Int32Array, words: number, place: number): Pivot {
    pivot.place = place
    pivot.factors = fronts[words + plan.FACTORS] + place * fronts[words + plan.FACTOR_STRIDE]
    return pivot
  }

  function eliminateFront({ fronts }: DensityPlan, words: number): boolean {
    const pivots = fronts[words + plan.PIVOTS]
    enter(fronts, words)
    const { order, stride } = pivot
    for (let k = 0; k < pivots; k++) {
      visit(fronts, words, k)
      if (isStationary && k + 1 === order) arithmetic.keepLast(pivot)
      else if (!arithmetic.takeOut(pivot)) return false
    }
    const width = fronts[words + plan.UPDATE_STRIDE]
    let target = fronts[words + plan.UPDATE]
    for (let i = pivots; i < order; i++) {
      arithmetic.keepUpdate(target, i * stride + pivots, order - pivots + 2)
      target += width
    }
    return true
  }

  function substituteFront({ fronts, cells }: DensityPlan, words: number): void {
    const pivots = fronts[words + plan.PIVOTS]
    const first = fronts[words + plan.CELLS]
    enter(fronts, words)
    for (let i = pivots; i < pivot.order; i++) arithmetic.gather(i, cells[first + i])
    for (let k = pivots - 1; k >= 0; k--) arithmetic.substitute(visit(fronts, words, k), cells[first + k])
  }
}

/** Fills a front with what its children hand over, and the rates, exits and costs of the cells that leave in it. */
function assemble(own: DensityPlan, words: number, arithmetic: FrontArithmetic): void {
  const { fronts, cells, rates } = own
  const order = fronts[words + plan.ORDER]
  const stride = fronts[words + plan.STRIDE]
  arithmetic.clear(order * stride)
  for (const child of [fronts[words + plan.CHILD_A], fronts[words + plan.CHILD_B]]) {
    if (child >= 0) extend(own, FRONT_WORDS * child, words, arithmetic)
  }
  const end = fronts[words + plan.RATES_END]
  for (let k = fronts[words + plan.RATES]; k < end; k += 2) arithmetic.addRate(rates[k + 1], rates[k])
  const first = fronts[words + plan.CELLS]
  for (let k = 0; k < fronts[words + plan.PIVOTS]; k++) arithmetic.addTerms(k * stride + order, cells[first + k])
}

/** Adds what a child hands over, by runs. */
function extend({ fronts, runs }: DensityPlan, child: number, words: number, arithmetic: FrontArithmetic): void {
  const order = fronts[words + plan.ORDER]
  const stride = fronts[words + plan.STRIDE]
  const from = fronts[child + plan.UPDATE]
  const width = fronts[child + plan.UPDATE_STRIDE]
  const rim = fronts[child + plan.ORDER] - fronts[child + plan.PIVOTS]
  const first = fronts[child + plan.RUNS]
  const end = fronts[child + plan.RUNS_END]
  for (let a = first; a < end; a += 3) {
    for (let i = 0; i < runs[a + 2]; i++) {
      const source = from + (runs[a] + i) * width
      const target = (runs[a + 1] + i) * stride
      for (let b = first; b < end; b += 3) arithmetic.addUpdate(target + runs[b + 1], source + runs[b], runs[b + 2])
      arithmetic.addUpdate(target + order, source + rim, 2)
    }
  }
}

/** Rates and what else a chain is made of, as plain numbers. */
export interface ChainArrays {
  /** 4 a cell, in units of D/h². */
  readonly rates: Float64Array
  /** Rates of leaving for good, and the cost of a unit of time: 1 a cell. */
  readonly exits: Float64Array
  readonly costs: Float64Array
}

/** Calls back with every step of a chain: `isExit` where it leaves for good. Steps of rate 0 by construction are left out. */
export function visitSteps(chain: CellChain, visit: (index: number, cell: number, isExit: boolean) => void): void {
  const { rises, classes, columns } = chain
  for (let cell = 0; cell < columns * columns; cell++) {
    for (let direction = 0; direction < DIRECTIONS; direction++) {
      const index = DIRECTIONS * cell + direction
      if (rises[index] === Infinity) continue
      if (classes === null) visit(index, cell, false)
      else if (classes[cell] !== 0) {
        visit(index, cell, classes[neighbourOf(cell, direction, columns)] !== classes[cell])
      }
    }
  }
}
