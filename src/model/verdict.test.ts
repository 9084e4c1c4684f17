import { expect, test } from 'vitest'
import { correlatedPatterns, randomPatterns } from './generators.ts'
import { gramInto } from './gram.ts'
import type { Patterns } from './patterns.ts'
import { createRandom } from './random.ts'
import { judge, type Evidence, type Verdict } from './verdict.ts'

function evidenceOf(patterns: Patterns, activity: ArrayLike<number>, rest: Partial<Evidence> = {}): Evidence {
  const { values, patternCount: p, neuronCount: n } = patterns
  const overlaps = new Float64Array(p)
  let square = 0
  for (let i = 0; i < n; i++) {
    square += activity[i] ** 2 / n
    for (let mu = 0; mu < p; mu++) overlaps[mu] += (values[mu * n + i] * activity[i]) / n
  }
  return {
    overlaps,
    gram: gramInto(new Float64Array(p * p), patterns),
    activity: Math.sqrt(square),
    isAtRest: true,
    isNoisy: false,
    time: 2.4,
    previous: null,
    ...rest,
  }
}

const n = 1024
const memories = randomPatterns(8, n, createRandom(1))
const row = (patterns: Patterns, mu: number) => patterns.values.subarray(mu * n, (mu + 1) * n)

/** The signs of Σ share · memory (0 where it is 0). */
function mixed(patterns: Patterns, shares: readonly number[]): number[] {
  return Array.from({ length: n }, (_, i) => {
    return Math.sign(shares.reduce((sum, share, mu) => sum + share * patterns.values[mu * n + i], 0))
  })
}

const ascending = (mus: readonly number[]) => mus.toSorted((a, b) => a - b)

test('a memory is recalled, right side out or inverted, also when it is pale', () => {
  expect(judge(evidenceOf(memories, row(memories, 3)))).toEqual({
    kind: 'memory',
    mu: 3,
    sign: 1,
    overlap: 1,
    since: 2.4,
  })
  const pale = Float64Array.from(row(memories, 5), (value) => -0.6 * value)
  expect(judge(evidenceOf(memories, pale))).toMatchObject({ kind: 'memory', mu: 5, sign: -1 })
  const flawed = Float64Array.from(row(memories, 2), (value, i) => (i % 25 === 0 ? -value : value))
  expect(judge(evidenceOf(memories, flawed))).toMatchObject({ kind: 'memory', mu: 2 })
})

test('mixtures of two and three, with their signs, are told with the largest first', () => {
  const two = judge(evidenceOf(memories, mixed(memories, [0, 1, 0, -1])))
  expect(two.kind).toBe('mixture')
  if (two.kind === 'mixture') {
    expect(ascending(two.mus)).toEqual([1, 3])
    expect(Math.abs(two.overlaps[0])).toBeGreaterThanOrEqual(Math.abs(two.overlaps[1]))
    expect(Math.sign(two.overlaps[0])).toBe(-Math.sign(two.overlaps[1]))
  }
  const three = judge(evidenceOf(memories, mixed(memories, [1, 0, 1, 0, 0, 0, 1])))
  expect(three.kind === 'mixture' && ascending(three.mus)).toEqual([0, 2, 6])
})

test('a state near no memory is spurious; at rest near 0 it is nothing; before that it moves', () => {
  const other = row(randomPatterns(1, n, createRandom(99)), 0)
  expect(judge(evidenceOf(memories, other)).kind).toBe('spurious')
  expect(judge(evidenceOf(memories, other, { isAtRest: false })).kind).toBe('moving')
  const faint = Float64Array.from(row(memories, 0), (value) => 0.01 * value)
  expect(judge(evidenceOf(memories, faint))).toEqual({ kind: 'nothing', cause: 'rest' })
  expect(judge(evidenceOf(memories, faint, { isNoisy: true }))).toEqual({ kind: 'nothing', cause: 'rest' })
  expect(judge(evidenceOf(memories, faint, { isAtRest: false })).kind).toBe('moving')
})

test.each([0.3, 0.6, 0.77, 0.9, 0.97])('memories correlated by %d: either is itself, and their mixture is one', (c) => {
  const family = correlatedPatterns(6, n, c, createRandom(7))
  for (const mu of [0, 1]) {
    expect(judge(evidenceOf(family, row(family, mu)))).toMatchObject({ kind: 'memory', mu, sign: 1 })
    const flawed = Float64Array.from(row(family, mu), (value, i) => (i % 67 === 0 ? -value : value))
    expect(judge(evidenceOf(family, flawed))).toMatchObject({ kind: 'memory', mu, sign: 1 })
  }
  const pair: Patterns = { values: family.values.slice(0, 2 * n), patternCount: 2, neuronCount: n }
  const between = judge(evidenceOf(pair, mixed(pair, [1, 1])))
  expect(between.kind === 'mixture' && ascending(between.mus)).toEqual([0, 1])
  // What is common to the family, without what tells its members apart, is no member.
  expect(judge(evidenceOf(family, mixed(family, [1, 1, 1, 1, 1]))).kind).not.toBe('memory')
})

test('copies and twins of a memory are no rivals to it, and a network may have only one', () => {
  const values = new Int8Array(4 * n)
  for (const [k, factor] of [1, 1, -1, 1].entries()) {
    for (let i = 0; i < n; i++) values[k * n + i] = k === 3 ? memories.values[i] : factor * memories.values[n + i]
  }
  const bank: Patterns = { values, patternCount: 4, neuronCount: n }
  expect(judge(evidenceOf(bank, row(memories, 1)))).toMatchObject({ kind: 'memory', mu: 0, sign: 1 })
  const lone: Patterns = { values: values.slice(0, n), patternCount: 1, neuronCount: n }
  expect(judge(evidenceOf(lone, row(lone, 0)))).toMatchObject({ kind: 'memory', mu: 0 })
  const none: Patterns = { values: new Int8Array(0), patternCount: 0, neuronCount: n }
  expect(judge(evidenceOf(none, row(lone, 0)))).toEqual({ kind: 'nothing', cause: 'no-memory' })
})

test('under noise the size of the mean overlap decides', () => {
  const noisy = (overlaps: number[], isAtRest = true, isHeld = true) =>
    judge({
      overlaps: Float64Array.from(overlaps),
      gram: null,
      activity: 0.97,
      isAtRest,
      isNoisy: true,
      holdsMemory: () => isHeld,
      time: 9,
      previous: null,
    })
  expect(noisy([0.03, -0.56, 0.02], false)).toMatchObject({ kind: 'memory', mu: 1, sign: -1, overlap: -0.56 })
  expect(noisy([0.45, 0.42, 0.01])).toMatchObject({ kind: 'mixture', mus: [0, 1] })
  expect(noisy([0.02, 0.05, 0.03])).toEqual({ kind: 'nothing', cause: 'noise' })
  expect(noisy([0.02, 0.05, 0.03], true, false)).toEqual({ kind: 'nothing', cause: 'none-held' })
  expect(noisy([0.35, 0.02, 0.03])).toMatchObject({ kind: 'spurious', mu: 0 })
  expect(noisy([0.35, 0.02, 0.03], false).kind).toBe('moving')
})

test('the time of recall is kept while the memory is, through small dips, and starts again with another', () => {
  const at = (mu: number, share: number, time: number, previous: Verdict | null) => {
    const overlaps = new Float64Array(3)
    overlaps[mu] = share
    return judge({ overlaps, gram: null, activity: 1, isAtRest: false, isNoisy: false, time, previous })
  }
  const first = at(0, 0.91, 2.4, null)
  const dip = at(0, 0.87, 3, first)
  expect(dip).toMatchObject({ kind: 'memory', mu: 0, since: 2.4 })
  expect(at(0, 0.87, 3, null).kind).toBe('moving')
  expect(at(0, 0.84, 4, dip).kind).toBe('moving')
  expect(at(0, -0.95, 5, dip)).toMatchObject({ sign: -1, since: 5 })
  expect(at(2, 0.95, 6, dip)).toMatchObject({ mu: 2, since: 6 })
})
