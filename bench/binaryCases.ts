import type { BinarySpec } from '../src/kernel/binaryKernel.ts'
import { makePatterns, type Patterns } from '../src/model/patterns.ts'
import { createRandom, type RandomSource } from '../src/model/random.ts'

/** One binary network to be trained, a state to begin at, and the order in which its neurons are asked. */
export interface BinaryCase {
  readonly patterns: Patterns
  readonly start: Int8Array
  readonly order: Uint32Array
}

/** N and P of the networks that train and recall. */
export const binarySize = [1024, 50] as const
/** Share of the pixels that are wrong at the beginning of a recall. */
const WRONG = 0.15

/** The capacity curve: loads P/N on both sides of 0.138, so many networks at each. 7 x 60 = 420 recalls. */
export const curveLoads: readonly number[] = [0.05, 0.08, 0.1, 0.12, 0.14, 0.17, 0.2]
export const curveSamples = 60
const CURVE_NEURONS = 500

/** A recall that still flips after so many sweeps is taken as it is. */
export const MOST_SWEEPS = 100

function randomPatterns(patternCount: number, neuronCount: number, random: RandomSource): Patterns {
  const bipolar = (): number => (random.uniform() < 0.5 ? -1 : 1)
  return makePatterns(Array.from({ length: patternCount }, () => Array.from({ length: neuronCount }, bipolar)))
}

/** 0 … N - 1 in a random order. */
function randomOrder(neuronCount: number, random: RandomSource): Uint32Array {
  const keys = Float64Array.from({ length: neuronCount }, () => random.uniform())
  return Uint32Array.from(keys.keys()).toSorted((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
}

function makeCase(patterns: Patterns, wrong: number, random: RandomSource): BinaryCase {
  const { values, neuronCount } = patterns
  const start = values.slice(0, neuronCount).map((value) => (random.uniform() < wrong ? -value : value))
  return { patterns, start, order: randomOrder(neuronCount, random) }
}

/** Recall of the first of 50 random memories from a state with some pixels wrong. */
export function makeRecallCase(): BinaryCase {
  const random = createRandom(1982)
  const [neuronCount, patternCount] = binarySize
  return makeCase(randomPatterns(patternCount, neuronCount, random), WRONG, random)
}

/** The networks of the curve, of each sample all loads: every network has memories of its own, and begins in the first of them. */
export function makeCurveCases(samples: number): readonly BinaryCase[] {
  const random = createRandom(1985)
  return Array.from({ length: samples }, () => curveLoads).flatMap((loads) =>
    loads.map((load) => makeCase(randomPatterns(Math.round(load * CURVE_NEURONS), CURVE_NEURONS, random), 0, random)),
  )
}

export function hebbSpec({ patterns }: BinaryCase): BinarySpec {
  return { ...patterns, rule: 'hebb', hasZeroDiagonal: true, unlearning: { steps: 0, rate: 0, seed: 0 } }
}

/** Overlap with the first memory. */
export function firstOverlap({ patterns }: BinaryCase, state: Int8Array): number {
  return state.reduce((sum, value, i) => sum + value * (patterns.values[i] ?? Number.NaN), 0) / state.length
}
