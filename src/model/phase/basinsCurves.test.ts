import { expect, test } from 'vitest'
import { criticalSaliency } from '../memory.ts'
import { basinCases, makeBasinCase, type BasinCase } from './basinsCases.laws.ts'
import { traceBoundaries, type BoundaryCurve } from './basinsCurves.ts'
import { referenceLabel, referenceState } from './basinsReference.laws.ts'
import { createBasinSolver, INTERPOLANT, interpolate } from './basinsSolver.ts'
import { captureRegion } from './captureRegion.ts'

/** What the curves are held to: the 1e-6 for separatrices. In units of the state. */
const ACCURACY = 1e-6

function boundariesOf({ system, equilibria, extent }: BasinCase): BoundaryCurve[] | null {
  const stable = equilibria.filter(({ stability }) => stability === 'stable')
  return traceBoundaries(
    system,
    equilibria,
    stable.map((point) => captureRegion(system, point)),
    extent,
  )
}

/** Points in the middle of some steps, with unit normals to the left. */
function* placesOf({ steps, stepCount }: BoundaryCurve, extent: number) {
  for (let step = 1; step < stepCount; step += Math.max(1, Math.floor(stepCount / 12))) {
    for (const theta of [0.37, 1]) {
      const at = step * INTERPOLANT
      const x1 = interpolate(steps, at, theta)
      const x2 = interpolate(steps, at + 5, theta)
      const d1 = x1 - interpolate(steps, at, theta - 0.01)
      const d2 = x2 - interpolate(steps, at + 5, theta - 0.01)
      const length = Math.hypot(d1, d2)
      if (Math.max(Math.abs(x1), Math.abs(x2)) < 1.2 * extent && length > 1e-5) {
        yield { x1, x2, n1: -d2 / length, n2: d1 / length }
      }
    }
  }
}

test('a separatrix is within 1e-6 of every place of a curve: starts that far to its two sides go to its two labels', () => {
  let places = 0
  let withLabels = 0
  for (const example of basinCases) {
    for (const curve of boundariesOf(example)!) {
      for (const { x1, x2, n1, n2 } of placesOf(curve, example.extent)) {
        const label = (offset: number): number =>
          referenceLabel(example.system, [x1 + offset * n1, x2 + offset * n2], example.attractors)
        const [left, right] = [label(ACCURACY), label(-ACCURACY)]
        if (curve.left === curve.right) continue
        expect(left).not.toBe(right)
        places++
        // The strip between two curves can be thinner than this: at gain 10 one has 1e-11.
        if (left === curve.left && right === curve.right) withLabels++
      }
    }
  }
  expect(places).toBeGreaterThan(800)
  expect(withLabels / places).toBeGreaterThan(0.98)
}, 20_000)

test('curves end at sources or outside the square', () => {
  for (const example of basinCases) {
    for (const { steps, stepCount } of boundariesOf(example)!) {
      const at = (stepCount - 1) * INTERPOLANT
      const end = [interpolate(steps, at, 1), interpolate(steps, at + 5, 1)] as const
      const isSource = example.equilibria.some(
        ({ stability, state }) => stability === 'source' && Math.hypot(state[0] - end[0], state[1] - end[1]) < 1e-12,
      )
      expect(isSource || Math.max(Math.abs(end[0]), Math.abs(end[1])) > example.extent).toBe(true)
    }
  }
})

test('every saddle has two halves, and what one has to its left the other has to its right', () => {
  for (const example of basinCases) {
    const curves = boundariesOf(example)!
    expect(curves.length).toBe(2 * example.equilibria.filter(({ stability }) => stability === 'saddle').length)
    for (let k = 0; k < curves.length; k += 2) {
      expect([curves[k].left, curves[k].right]).toEqual([curves[k + 1].right, curves[k + 1].left])
    }
  }
})

test('near bifurcations there are boundaries still, and at those where symmetry says which way they go', () => {
  const critical = criticalSaliency(2, 1)
  for (const saliency of [
    1,
    1 + 1e-6,
    1 + 1e-4,
    1 - 1e-4,
    critical,
    critical - 1e-5,
    critical + 1e-5,
    critical + 1e-3,
  ]) {
    const curves = boundariesOf(makeBasinCase([saliency, 2]))!
    expect(curves).not.toBeNull()
    for (const { left, right } of curves) expect(left).not.toBe(right)
  }
})

test('at a bifurcation without symmetry numbers cannot tell, and it is said at once', () => {
  const example = makeBasinCase([1.6, 2], 1, [0.2, 0.04])
  const marginal = example.equilibria.map((point, k) =>
    k === 1 ? { ...point, eigenvalues: [-1, 1e-9] as const } : point,
  )
  expect(boundariesOf({ ...example, equilibria: marginal })).toBeNull()
})

test('the solver: 1e-7 of the reference forward, and so is its interpolant', () => {
  for (const { system, extent } of basinCases) {
    const solver = createBasinSolver(system)
    const steps = new Float64Array(INTERPOLANT)
    const start = [0.91 * extent, -0.47 * extent] as const
    solver.start(...start, 1)
    for (let k = 0; k < 30; k++) {
      const before = solver.time
      solver.step()
      solver.readInterpolant(steps, 0)
      const [x1, x2] = referenceState(system, start, before + 0.6 * (solver.time - before))
      expect(Math.abs(interpolate(steps, 0, 0.6) - x1)).toBeLessThan(1e-7)
      expect(Math.abs(interpolate(steps, 5, 0.6) - x2)).toBeLessThan(1e-7)
    }
    const [x1, x2] = referenceState(system, start, solver.time)
    expect(Math.hypot(solver.x1 - x1, solver.x2 - x2)).toBeLessThan(1e-7)
  }
})
