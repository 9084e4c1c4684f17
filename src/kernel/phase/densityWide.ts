import { bernoulli, DIRECTIONS } from '../../model/phase/fokkerPlanck.ts'
import type { CellChain, EliminationEngine } from './densityEngine.ts'
import { createFrontEngine, type FrontArithmetic, type Pivot, visitSteps } from './densityFronts.ts'
import type { DensityPlan } from './densityPlan.ts'

// Numbers m · 2^(256 e) with doubles m from 2⁻¹²⁸ to 2¹²⁸ and whole e: the relative accuracy of doubles and no end to their range, at some
// four times the cost. Zero is m = 0 with any e. For noise so small that rates between wells are below 1e-200.

const UNIT = 2 ** 256
const ONE_UNIT_LESS = 2 ** -256
const HIGH = 2 ** 128
const LOW = 2 ** -128
const BITS = 256
/** Steps that rise further take their rate by its logarithm. */
const STEEP_RISE = 600
/** Steps that rise further are taken to rise so far: 129 of them still fit the exponent. */
const LARGEST_RISE = 1e8

/** Numbers of this kind: mantissas and exponents. */
interface WideArray {
  readonly m: Float64Array
  readonly e: Int32Array
}

function makeWide(length: number): WideArray {
  return { m: new Float64Array(length), e: new Int32Array(length) }
}

/** Stores m · 2^(256 e) for m from 2⁻⁵¹² to 2⁵¹², or 0. */
function set(out: WideArray, at: number, m: number, e: number): void {
  if (m >= HIGH) {
    out.m[at] = m * ONE_UNIT_LESS
    out.e[at] = e + 1
  } else if (m < LOW) {
    out.m[at] = m * UNIT
    out.e[at] = e - 1
  } else {
    out.m[at] = m
    out.e[at] = e
  }
}

/** out[at] += m · 2^(256 e), for m from 2⁻²⁵⁶ to 2²⁵⁶, or 0. What is 256 bits smaller is dropped. */
function add(out: WideArray, at: number, m: number, e: number): void {
  if (m === 0) return
  const old = out.m[at]
  const gap = e - out.e[at]
  if (old === 0 || gap > 1) set(out, at, m, e)
  else if (gap === 0) set(out, at, old + m, e)
  else if (gap === 1) set(out, at, old * ONE_UNIT_LESS + m, e)
  else if (gap === -1) set(out, at, old + m * ONE_UNIT_LESS, e + 1)
}

/** Stores B(rise), in units of D/h². */
function setRate(out: WideArray, at: number, rise: number): void {
  const steep = Math.min(rise, LARGEST_RISE)
  if (steep < STEEP_RISE) return set(out, at, bernoulli(rise), 0)
  const exponent = -steep * Math.LOG2E
  const e = Math.round(exponent / BITS)
  set(out, at, steep * 2 ** (exponent - BITS * e), e)
}

/** As a double, with 2^(256 `shift`) taken off: 0 or Infinity where it does not fit. */
function toNumber({ m, e }: WideArray, at: number, shift: number): number {
  return m[at] === 0 ? 0 : m[at] * 2 ** (BITS * Math.max(-5, Math.min(5, e[at] - shift)))
}

/** Elimination with numbers of unlimited range, in plain JavaScript. It never refuses. */
export function createWideEngine(): EliminationEngine {
  return createFrontEngine(createWideNumbers())
}

function createWideNumbers(): FrontArithmetic {
  let isStationary = true
  let rates = makeWide(0)
  let exits = makeWide(0)
  let costs = new Float64Array(0)
  let front = makeWide(0)
  let factors = makeWide(0)
  let updates = makeWide(0)
  let known = makeWide(0)
  let values = makeWide(0)
  return {
    workOfPiece: 8e5,
    reserve(plan: DensityPlan) {
      const count = plan.columns * plan.columns
      rates = makeWide(DIRECTIONS * count)
      exits = makeWide(count)
      costs = new Float64Array(count)
      front = makeWide(plan.frontLength)
      factors = makeWide(plan.factorLength)
      updates = makeWide(plan.updateLength)
      known = makeWide(plan.frontLength)
      values = makeWide(count)
    },
    load(chain) {
      isStationary = chain.kind === 'stationary'
      loadWide(chain, rates, exits, costs)
    },
    clear: (length) => void front.m.fill(0, 0, length),
    addUpdate(target, source, length) {
      for (let i = 0; i < length; i++) add(front, target + i, updates.m[source + i], updates.e[source + i])
    },
    keepUpdate(target, source, length) {
      updates.m.set(front.m.subarray(source, source + length), target)
      updates.e.set(front.e.subarray(source, source + length), target)
    },
    addRate: (target, rate) => add(front, target, rates.m[rate], rates.e[rate]),
    addTerms(target, cell) {
      add(front, target, exits.m[cell], exits.e[cell])
      add(front, target + 1, costs[cell], 0)
    },
    takeOut(pivot) {
      takeOut(front, factors, pivot, isStationary)
      return true
    },
    keepLast: ({ factors: at, order }) => set(factors, at + order, 1, 0),
    gather(place, cell) {
      known.m[place] = values.m[cell]
      known.e[place] = values.e[cell]
    },
    substitute({ place, order, factors: at }, cell) {
      known.m[place] = factors.m[at + order]
      known.e[place] = factors.e[at + order]
      for (let i = place + 1; i < order; i++) {
        add(known, place, factors.m[at + i] * known.m[i], factors.e[at + i] + known.e[i])
      }
      values.m[cell] = known.m[place]
      values.e[cell] = known.e[place]
    },
    solution() {
      // Densities are worth what they are to the largest; times are absolute.
      let shift = 0
      if (isStationary) {
        shift = -Infinity
        for (let k = 0; k < values.m.length; k++) if (values.m[k] > 0) shift = Math.max(shift, values.e[k])
      }
      return Float64Array.from(values.m, (_, k) => toNumber(values, k, shift))
    },
  }
}

function loadWide(chain: CellChain, rates: WideArray, exits: WideArray, costs: Float64Array): void {
  const { classes } = chain
  rates.m.fill(0)
  exits.m.fill(0)
  costs.fill(0)
  classes?.forEach((own, cell) => {
    if (own === 0) set(exits, cell, 1, 0)
    else costs[cell] = 1
  })
  const one = makeWide(1)
  visitSteps(chain, (index, cell, isExit) => {
    setRate(one, 0, chain.rises[index])
    if (isExit) add(exits, cell, one.m[0], one.e[0])
    else set(rates, index, one.m[0], one.e[0])
  })
}

/** As in densityJavascript.ts. */
function takeOut(front: WideArray, factors: WideArray, pivot: Pivot, isStationary: boolean): void {
  const { place: k, order, stride, factors: at } = pivot
  const row = k * stride
  const sum = makeWide(1)
  for (let j = k + 1; j <= order; j++) add(sum, 0, front.m[row + j], front.e[row + j])
  // A state that nothing can leave: no chain here has one, since every step has a rate.
  const scale = 1 / sum.m[0]
  const scaleE = -sum.e[0]
  for (let j = isStationary ? order : k + 1; j < order + 1; j++) {
    const source = j < order ? row + j : row + order + 1
    set(factors, at + j, front.m[source] * scale, front.e[source] + scaleE)
  }
  for (let i = k + 1; i < order; i++) {
    const target = i * stride
    if (front.m[target + k] === 0) {
      if (isStationary) factors.m[at + i] = 0
      continue
    }
    set(sum, 0, front.m[target + k] * scale, front.e[target + k] + scaleE)
    const share = sum.m[0]
    const shareE = sum.e[0]
    if (isStationary) set(factors, at + i, share, shareE)
    for (let j = k + 1; j < order + 2; j++) add(front, target + j, share * front.m[row + j], shareE + front.e[row + j])
  }
}
