import { describe, expect, test } from 'vitest'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { encodeBits } from '../../../experiment/recall/pixelCode.ts'
import { createJavascriptBinaryKernel } from '../../../kernel/javascriptBinaryKernel.ts'
import { createBinaryKernel as createFastKernel } from '../../../kernel/wasm/createBinaryKernel.ts'
import type { BinaryKernel } from '../../../kernel/binaryKernel.ts'
import { randomPatterns } from '../../../model/generators.ts'
import { createRandom } from '../../../model/random.ts'
import reference from '../../../model/fixtures/binary.json'
import { createDenseBinaryKernel } from './denseBinaryKernel.laws.ts'
import { createTestSession, drawn, laneOf, mixed, smallRecall } from './recallExamples.laws.ts'

const kernels: readonly (readonly [string, () => BinaryKernel])[] = [
  ['dense reference', createDenseBinaryKernel],
  ['JavaScript', createJavascriptBinaryKernel],
]

const rules = { hebb: 'hebb', storkey: 'storkey', pseudo_inverse: 'pseudo-inverse' } as const

describe.each(kernels)('%s kernel', (_, createBinaryKernel) => {
  test.each(
    reference.cases.flatMap((example, k) =>
      (Object.keys(rules) as (keyof typeof rules)[]).map((rule) => [k, rule, example] as const),
    ),
  )('binary.json, case %i, %s: the lane ends at rest, no higher than it began', (_k, rule, { patterns, start }) => {
    const columns = Math.sqrt(start.length)
    const base = smallRecall()
    const recall: RecallSettings = {
      ...base,
      size: { columns, rows: columns },
      memories: patterns.map((values, mu) => ({ id: mu + 1, name: '', isOn: true, bits: encodeBits(values) })),
      input: drawn(start),
      lanes: ['binary-async'],
      network: { ...base.network, rule: rules[rule], hasZeroDiagonal: true },
    }
    const session = createTestSession({ createBinaryKernel })
    const energies = [...laneOf(session.load(recall), 'binary-async').energies]
    const frame = session.run(20)
    for (const event of session.events)
      if (event.kind === 'frame') energies.push(...laneOf(event, 'binary-async').energies)
    const lane = laneOf(frame, 'binary-async')
    const expected = reference.cases[_k].rules[rule].energy_after_sweep
    expect(energies[0]).toBeCloseTo(expected[0], 4)
    expect(frame.isSettled).toBe(true)
    expect(lane.energyRose).toBe(false)
    // Another order may lead to another minimum, never to a higher energy than the start.
    for (let k = 1; k < energies.length; k++) expect(energies[k]).toBeLessThanOrEqual(energies[k - 1] + 1e-4)
  })

  test('a partial picture is completed; unknown pixels start at random, by the seed', () => {
    const base = smallRecall({ lanes: ['binary-async'] })
    const pixels = new Int8Array(64)
    // The upper half of memory 2.
    const values = laneOf(
      createTestSession().load({ ...base, input: mixed([2, 1]), lanes: ['classic-start'] }),
      'classic-start',
    ).pixels
    for (let i = 0; i < 40; i++) pixels[i] = values[i] > 128 ? 1 : -1
    const session = createTestSession({ createBinaryKernel })
    const first = session.load({ ...base, input: drawn(pixels) })
    expect(laneOf(first, 'binary-async').pixels.slice(0, 40)).toEqual(
      Uint8Array.from(pixels.slice(0, 40), (pixel) => (pixel > 0 ? 255 : 0)),
    )
    const lane = laneOf(session.run(20), 'binary-async')
    expect(lane.verdict).toMatchObject({ kind: 'memory', mu: 1, sign: 1 })
    expect(lane.settledTime).toBeGreaterThan(0)
    expect(lane.settledTime).toBeLessThan(5)
  })

  test.each(['hebb', 'pseudo-inverse'] as const)('%s: step mode explains each update by the memories', (rule) => {
    const base = smallRecall({ lanes: ['binary-async'] }, 5, 3)
    const recall = { ...base, input: drawn(Array.from({ length: 25 }, (_unused, i) => (i % 3 === 0 ? 1 : -1))) }
    const session = createTestSession({ createBinaryKernel })
    session.load({ ...recall, network: { ...base.network, rule, hasZeroDiagonal: true } })
    const asked = new Set<number>()
    for (let k = 0; k < 25; k++) {
      const before = session.events.at(-1)
      const frame = session.step('neuron')
      const lane = laneOf(frame, 'binary-async')
      if (lane.lastUpdate === null || before?.kind !== 'frame') throw new Error('no update')
      expect(frame.time).toBeCloseTo((k + 1) / 25, 9)
      const { neuron, field, hasFlipped, contributions } = lane.lastUpdate
      asked.add(neuron)
      const sum = Array.from(contributions ?? []).reduce((total, part) => total + part, 0)
      expect(sum).toBeCloseTo(field, 5)
      const changed = [...lane.pixels.keys()].filter((i) => lane.pixels[i] !== before.lanes[0].pixels[i])
      expect(changed).toEqual(hasFlipped ? [neuron] : [])
      expect(lane.pixels[neuron]).toBe(field > 0 ? 255 : field < 0 ? 0 : before.lanes[0].pixels[neuron])
    }
    expect(asked.size).toBe(25)
  })

  test('synchronous updates: one a unit of time; a two-cycle is seen and counts as settled', () => {
    // Two neurons groups that want to be unlike: with the sign of one memory turned, s and −s alternate.
    const base = smallRecall({ lanes: ['binary-sync'] }, 4, 1)
    const checks = Array.from({ length: 16 }, (_unused, i) => (i % 2 === 0 ? 1 : -1))
    const recall = { ...base, memories: [{ ...base.memories[0], bits: encodeBits(checks) }] }
    const session = createTestSession({ createBinaryKernel })
    const still = Array.from({ length: 16 }, () => 1)
    session.load({ ...recall, input: drawn(still), network: { ...base.network, hasZeroDiagonal: true } })
    const frame = session.run(8)
    const lane = laneOf(frame, 'binary-sync')
    expect(lane.isInTwoCycle).toBe(true)
    expect(frame.isSettled).toBe(true)
    expect(frame.time).toBeLessThan(5)
  })

  test('a two-cycle is judged once, though its two states may be told apart', () => {
    let cycles = 0
    for (let seed = 1; seed <= 12; seed++) {
      const base = smallRecall({ lanes: ['binary-sync'] }, 4, 2)
      const { values } = randomPatterns(2, 16, createRandom(seed))
      const memories = base.memories.map((memory, mu) => ({
        ...memory,
        bits: encodeBits(values.subarray(16 * mu, 16 * mu + 16)),
      }))
      const session = createTestSession({ createBinaryKernel })
      const input = drawn(new Int8Array(16))
      session.load({
        ...base,
        memories,
        input,
        noise: { strength: 0, seed },
        network: { ...base.network, hasZeroDiagonal: true },
      })
      const lane = laneOf(session.run(20), 'binary-sync')
      if (!lane.isInTwoCycle) continue
      cycles++
      for (let k = 0; k < 3; k++) expect(laneOf(session.run(1), 'binary-sync').verdict).toEqual(lane.verdict)
    }
    expect(cycles).toBeGreaterThan(2)
  })

  test('a network says what runs it', () => {
    const base = smallRecall({ lanes: ['binary-async'] }, 5, 3)
    const frame = createTestSession({ createBinaryKernel }).load(base)
    expect(laneOf(frame, 'binary-async').flavour).toBe('javascript')
  })

  test('unlearning and Storkey run, without contributions', () => {
    const base = smallRecall({ lanes: ['binary-async'] }, 5, 3)
    const session = createTestSession({ createBinaryKernel })
    session.load({
      ...base,
      network: { ...base.network, rule: 'hebb', unlearning: { steps: 5, rate: 0.01 }, hasZeroDiagonal: true },
    })
    session.run(2)
    expect(laneOf(session.tick(0), 'binary-async').lastUpdate).toMatchObject({ contributions: null })
  })
})

test.each([createJavascriptBinaryKernel, createFastKernel])(
  'as many memories as neurons and no diagonal: no field but rounding is left, and every state rests',
  (createBinaryKernel) => {
    for (let seed = 1; seed <= 4; seed++) {
      const base = smallRecall({ lanes: ['binary-async'] }, 4, 40)
      const session = createTestSession({ createBinaryKernel })
      const network = { ...base.network, rule: 'pseudo-inverse', hasZeroDiagonal: true } as const
      session.load({ ...base, network, noise: { strength: 0, seed }, input: drawn(new Int8Array(16)) })
      const frame = session.run(3)
      expect(frame.isSettled).toBe(true)
      expect(laneOf(frame, 'binary-async').lastUpdate).toMatchObject({ field: 0, hasFlipped: false })
    }
  },
)
