import { findEquilibria } from '../src/model/equilibria.ts'
import { type NamedEquilibrium, nameEquilibria } from '../src/model/equilibriumNames.ts'
import { traceNullclines } from '../src/model/phase/nullclines.ts'
import { type PhaseCurveWish, type Separatrix, tracePhaseCurves } from '../src/model/phase/phaseCurves.ts'
import { recallFrom } from '../src/model/phase/recallFrom.ts'
import { traceSeparatrices } from '../src/model/phase/separatrices.ts'
import { integrateTo } from '../src/model/phase/trajectorySolver.ts'
import { pairFieldInto, type TwoNeuronSystem } from '../src/model/twoNeurons.ts'
import { neededView } from '../src/model/viewScale.ts'
import type { Subject } from './harness.ts'

/** One network with what its portrait is drawn from. */
interface Portrait {
  readonly system: TwoNeuronSystem
  readonly equilibria: readonly NamedEquilibrium[]
  readonly extent: number
}

/** The four regimes without current, one of them steep, and the richest with one: their mean is "one network". */
const portraits: readonly Portrait[] = (
  [
    { saliency: [0.5, 0.7], gain: 1, current: [0, 0] },
    { saliency: [0.5, 1.5], gain: 1, current: [0, 0] },
    { saliency: [1.2, 2], gain: 1, current: [0, 0] },
    { saliency: [1.5, 2], gain: 1, current: [0, 0] },
    { saliency: [4, 5], gain: 10, current: [0, 0] },
    { saliency: [1.5, 1.7], gain: 1, current: [0.02, 0.05] },
  ] satisfies TwoNeuronSystem[]
).map((system: TwoNeuronSystem) => {
  const equilibria = nameEquilibria(findEquilibria(system), system)
  return { system, equilibria, extent: neededView(system, equilibria).extent }
})

/** Layers of a drag with curves, and everything there is. */
const lines: PhaseCurveWish = { flow: false, descent: false, nullclines: true, separatrices: true }
const everything: PhaseCurveWish = { flow: true, descent: true, nullclines: true, separatrices: true }

function trace(wish: PhaseCurveWish): void {
  for (const { system, equilibria, extent } of portraits) tracePhaseCurves(system, equilibria, extent, wish)
}

/** Four halves a saddle; stable ones end at a source or the border, unstable ones at a stable point. */
function checkSeparatrices(): string | null {
  for (const { system, equilibria, extent } of portraits) {
    const found = traceSeparatrices(system, equilibria, extent)
    const kindOf = ({ end }: Separatrix) => equilibria.find(({ key }) => key === end)?.stability ?? end
    const wrong = found.find((curve) => {
      const end = kindOf(curve)
      return curve.kind === 'unstable' ? end !== 'stable' : end !== 'source' && end !== 'border'
    })
    if (wrong) return `a ${wrong.kind} manifold ends at ${wrong.end}`
    const saddles = equilibria.filter(({ stability }) => stability === 'saddle').length
    if (found.length !== 4 * saddles) return `${found.length} halves for ${saddles} saddles`
  }
  return null
}

function checkNullclines(): string | null {
  const field = new Float64Array(2)
  for (const { system, extent } of portraits) {
    const slope = 1 + system.gain * Math.max(...system.saliency)
    for (const { neuron, points } of traceNullclines(system, extent)) {
      for (let k = 0; k + 1 < points.length; k += 2) {
        pairFieldInto(field, system, points[k] ?? Number.NaN, points[k + 1] ?? Number.NaN)
        const rate = Math.abs(field[neuron] ?? Number.NaN)
        // Single precision of the points.
        if (!(rate < 2e-7 * extent * slope)) return `${rate} on the nullcline of neuron ${neuron + 1}`
      }
    }
  }
  return null
}

/** Places to ask of, as one hovers about. */
const places = Array.from({ length: 16 }, (_, k) => [0.9 * Math.sin(1 + 5 * k), 0.9 * Math.cos(2 + 3 * k)] as const)

function recallAll(): void {
  for (const { system, equilibria, extent } of portraits) {
    for (const [a, b] of places) recallFrom(system, equilibria, extent * a, extent * b)
  }
}

function checkRecall(): string | null {
  for (const { system, equilibria, extent } of portraits) {
    for (const [a, b] of places) {
      const { key } = recallFrom(system, equilibria, extent * a, extent * b)
      const { x1, x2 } = integrateTo(system, extent * a, extent * b, { until: 200 })
      const end = equilibria.find(({ state }) => Math.hypot(state[0] - x1, state[1] - x2) < 1e-6)
      if (end?.key !== key) return `recalls ${key}, but ends at ${end?.key}`
    }
  }
  return null
}

/** The curves of a phase portrait. */
export const phaseCurvesSubjects: readonly Subject[] = [
  {
    name: 'nullclines and separatrices',
    items: portraits.length,
    run: () => trace(lines),
    check: () => checkSeparatrices() ?? checkNullclines(),
  },
  { name: 'all phase curves', items: portraits.length, run: () => trace(everything), check: () => null },
  { name: 'recall from a place', items: portraits.length * places.length, run: recallAll, check: checkRecall },
]
