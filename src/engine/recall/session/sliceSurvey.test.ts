import { describe, expect, test } from 'vitest'
import { defaultRecall } from '../../../experiment/recall/defaultRecall.ts'
import { decodeBits, encodeBits } from '../../../experiment/recall/pixelCode.ts'
import { memoryAmplitude } from '../../../model/memory.ts'
import { createTestSession, laneOf, mixed, smallRecall } from './recallExamples.laws.ts'
import { leadingPlane } from './sliceSurvey.ts'

describe('the plane', () => {
  test('the two with the largest |α|, whatever their sign', () => {
    expect(leadingPlane(Float64Array.of(0.1, -2, 0.5, 1), [])).toEqual({ mu: 1, nu: 3 })
  })

  test('it does not flicker: who is only a little more salient does not get in', () => {
    expect(leadingPlane(Float64Array.of(1, 1.05, 1.1), [0, 1])).toEqual({ mu: 0, nu: 1 })
    expect(leadingPlane(Float64Array.of(1, 1.05, 1.3), [0, 1])).toEqual({ mu: 2, nu: 1 })
    expect(leadingPlane(Float64Array.of(1, 0.2, 1.3), [1])).toEqual({ mu: 0, nu: 2 })
    expect(leadingPlane(Float64Array.of(0, 0, 0), [])).toEqual({ mu: 0, nu: 1 })
    expect(leadingPlane(Float64Array.of(2), [])).toEqual({ mu: 0, nu: 0 })
    expect(leadingPlane(Float64Array.of(2, 1), [0, 0])).toEqual({ mu: 0, nu: 1 })
  })
})

describe('slices', () => {
  test('the first screen follows the cat, which is shown, and the dog, where the state begins', () => {
    const session = createTestSession()
    expect(defaultRecall.slice.memories).toBeNull()
    session.load({ ...defaultRecall, integration: { ...defaultRecall.integration, kernel: 'reproducible' } })
    const { memories, equilibria, ball } = session.slice({ columns: 9 })
    const names = memories.map((id) => defaultRecall.memories.find((memory) => memory.id === id)?.name)
    expect(names).toEqual(['Cat', 'Dog'])
    // From the dog, ξ² = (1, −1) in the plane, one rolls down to the cat, or to its twin: there is no other valley.
    expect(Array.from(ball ?? []).map((value) => Math.sign(value))).toEqual([1, -1, 1, 0])
    const valleys = equilibria.filter((point) => point.stability === 'stable')
    expect(valleys.map((point) => point.key)).toEqual(['memory-1-', 'memory-1+'])
  })

  test('orthogonal memories: the wells are where and as deep as the theory says', () => {
    const session = createTestSession()
    session.load(smallRecall())
    const { memories, equilibria, landscape, needed } = session.slice({ columns: 33 })
    expect(memories).toEqual([2, 1])
    const gamma = memoryAmplitude(2, 1)
    const well = equilibria.find((point) => point.key === 'memory-1+')
    expect(well?.state[0]).toBeCloseTo(gamma, 6)
    expect(well?.state[1]).toBeCloseTo(gamma, 6)
    expect(well?.energy).toBeCloseTo(64 * ((gamma * Math.tanh(gamma)) / 2 - Math.log(Math.cosh(gamma))), 4)
    expect(well).toMatchObject({ stability: 'stable', isEquilibrium: true })
    expect(landscape.extent).toBe(needed.extent)
    expect(Math.min(...landscape.heights)).toBeGreaterThanOrEqual((well?.energy ?? 0) - 1e-3)
  })

  test('any two by choice; the ball stands on the surface, and the energies of samples are those of the slice', () => {
    const session = createTestSession()
    const recall = smallRecall()
    session.load({ ...recall, slice: { ...recall.slice, memories: [3, 2] } })
    const slice = session.slice()
    expect(slice.memories).toEqual([3, 2])
    expect(slice.ball).toHaveLength(4)
    const lane = laneOf(session.run(20), 'idp')
    const at = lane.projections?.slice(-4) ?? []
    const gamma = memoryAmplitude(2, 1)
    // At rest in ±memory 2, which lies along (1, −1).
    expect(Math.abs(at[0])).toBeCloseTo(gamma, 3)
    expect(at[1]).toBeCloseTo(-at[0], 3)
    expect(at[2]).toBeCloseTo(lane.energies.at(-1) ?? 0, 2)
    expect(at[3]).toBeLessThan(1e-3)
  })

  test('one memory alone, and copies and twins, have a plane whose second direction is no memory', () => {
    const session = createTestSession()
    const recall = smallRecall()
    session.load(recall)
    expect(session.slice().hasAuxiliaryDirection).toBe(false)
    const [first, ...others] = recall.memories
    session.change({ ...recall, memories: [first, ...others.map((memory) => ({ ...memory, isOn: false }))] })
    expect(session.slice()).toMatchObject({ memories: [1, 1], hasAuxiliaryDirection: true })
    const twin = encodeBits(decodeBits(first.bits, 64).map((value) => -value))
    session.change(recall)
    expect(session.slice()).toMatchObject({ memories: [1, 2], hasAuxiliaryDirection: false })
    for (const bits of [first.bits, twin]) {
      session.change({ ...recall, memories: [first, { ...others[0], bits }] })
      expect(session.slice()).toMatchObject({ memories: [1, 2], hasAuxiliaryDirection: true })
    }
  })

  test('with no memory on there is no slice, and the session goes on when there is one again', () => {
    const session = createTestSession()
    const recall = smallRecall()
    session.load(recall)
    session.slice()
    const none = recall.memories.map((memory) => ({ ...memory, isOn: false }))
    session.handle({ kind: 'change', recall: { ...recall, memories: none } })
    session.handle({ kind: 'tick', nowMs: 20 })
    const ask = { kind: 'slice', request: 1, extent: null, columns: 9, contourLevels: null, buffers: null } as const
    expect(session.handle(ask)).toMatchObject([{ kind: 'failed', answers: 'slice' }])
    session.change(recall)
    expect(laneOf(session.run(20), 'idp').verdict).toMatchObject({ kind: 'memory' })
    expect(session.slice().equilibria.length).toBeGreaterThan(2)
  })

  test('a lane that does not run has a landscape and no ball; before the first slice there are no projections', () => {
    const session = createTestSession()
    const recall = smallRecall({ lanes: ['classic-held'] })
    expect(laneOf(session.load(recall), 'classic-held').projections).toBeNull()
    expect(session.slice().ball).toBeNull()
    const held = { ...recall, slice: { ...recall.slice, lane: 'classic-held' as const } }
    session.change(held)
    expect(session.slice().ball).toHaveLength(4)
    // A current tilts the landscape: x and −x are no twins any more.
    const { heights } = session.slice({ columns: 9 }).landscape
    expect(heights[0]).not.toBeCloseTo(heights[80], 1)
  })

  test('the landscape has another version when, and only when, it is another', () => {
    const session = createTestSession()
    const recall = smallRecall()
    const first = session.load(recall).landscapeVersion
    expect(session.run(1).landscapeVersion).toBe(first)
    expect(session.change({ ...recall, input: mixed([1, 1]) }).landscapeVersion).not.toBe(first)
  })

  test('buffers that fit are written again; contours come when asked for', () => {
    const session = createTestSession()
    session.load(smallRecall())
    const heights = new Float32Array(81)
    const buffers = { heights, gradients: new Float32Array(162) }
    const slice = session.slice({ buffers, contourLevels: [-10, 0], extent: 2 })
    expect(slice.landscape.extent).toBe(2)
    expect(slice.contours).toHaveLength(2)
    expect(
      session.slice({ buffers: { heights: new Float32Array(4), gradients: new Float32Array(8) } }).landscape.columns,
    ).toBe(9)
  })

  test('memories that go take their plane with them', () => {
    const session = createTestSession()
    const recall = smallRecall()
    session.load(recall)
    session.slice()
    const fewer = { ...recall, memories: recall.memories.filter((memory) => memory.id !== 2) }
    expect(laneOf(session.change(fewer), 'idp').projections).toBeNull()
    expect(session.slice().memories).not.toContain(2)
    expect(laneOf(session.step('step'), 'idp').projections).not.toBeNull()
  })
})
