import { activationIntegral } from '../src/model/activation.ts'
import { type Equilibrium, findEquilibria, indexSum } from '../src/model/equilibria.ts'
import { makeLandscape, sampleLandscapeInto } from '../src/model/landscape.ts'
import { pairEnergy, pairEnergyGradientInto, pairFieldInto, type TwoNeuronSystem } from '../src/model/twoNeurons.ts'
import { bruteForceEquilibria } from './bruteForce.ts'
import { type Options, type Subject, type Timings, timeSubjects } from './harness.ts'

const columns = 129
const extent = 4
/** One stable and one unstable memory: all four kinds of terms are at work. */
const shown: TwoNeuronSystem = { saliency: [1.2, 2], gain: 1, current: [0, 0] }

/** Parameter sets of every regime, both models, low and high gain: their mean is "one parameter set". */
const parameterSets: readonly TwoNeuronSystem[] = [
  { saliency: [0.5, 0.7], gain: 1, current: [0, 0] },
  { saliency: [0.5, 1.5], gain: 1, current: [0, 0] },
  { saliency: [1.2, 2], gain: 1, current: [0, 0] },
  { saliency: [2, 2.2], gain: 1, current: [0, 0] },
  { saliency: [2, 2], gain: 1, current: [0, 0] },
  { saliency: [-1, 3], gain: 2, current: [0, 0] },
  { saliency: [1.5, 1.5], gain: 1, current: [0.3, -0.1] },
  { saliency: [1.5, 1.5], gain: 1, current: [0.02, 0.05] },
  { saliency: [1, 1], gain: 4, current: [0.2, 0.1] },
  { saliency: [2, 1.4], gain: 1, current: [0.1, 0.2] },
  { saliency: [1.3, 1.9], gain: 3, current: [-0.2, 0.1] },
  { saliency: [3, 0.5], gain: 2, current: [0.4, 0.4] },
]

const landscape = makeLandscape(columns, columns)
const naive = { heights: new Float32Array(columns * columns), gradients: new Float32Array(2 * columns * columns) }

/** The landscape as its definition says: every term at every point. */
function naiveLandscape(): void {
  const gradient = new Float64Array(2)
  for (let row = 0; row < columns; row++) {
    const x2 = -extent + (2 * extent * row) / (columns - 1)
    for (let column = 0; column < columns; column++) {
      const x1 = -extent + (2 * extent * column) / (columns - 1)
      const at = row * columns + column
      naive.heights[at] = pairEnergy(shown, x1, x2)
      naive.gradients.set(pairEnergyGradientInto(gradient, shown, x1, x2), 2 * at)
    }
  }
}

function checkLandscape(): string | null {
  sampleLandscapeInto(landscape, shown, extent)
  naiveLandscape()
  const pairs = [
    [landscape.heights, naive.heights],
    [landscape.gradients, naive.gradients],
  ] as const
  const worst = Math.max(
    ...pairs.map(([found, wanted]) =>
      found.reduce((most, value, at) => Math.max(most, Math.abs(value - (wanted[at] ?? Number.NaN))), 0),
    ),
  )
  // Single precision holds 6e-8 of a height of about 10.
  return worst < 2e-6 ? null : `differs from the definition by ${worst}`
}

/** The reference must itself be right: one point by hand, in double precision. */
function checkNaive(): string | null {
  naiveLandscape()
  const psi = Math.tanh(extent)
  const corner = 2 * (extent * psi - activationIntegral(extent, 1)) - 1.2 * psi * psi
  const found = naive.heights.at(-1) ?? Number.NaN
  return Math.abs(found - corner) < 2e-6 ? null : `the corner is ${found}, not ${corner}`
}

function checkEquilibria(): string | null {
  for (const system of parameterSets) {
    const found = findEquilibria(system)
    const name = JSON.stringify(system)
    if (indexSum(found) !== 1) return `index sum ${indexSum(found)} at ${name}`
    const residual = Math.max(
      ...found.map(({ state }) => Math.max(...pairFieldInto(new Float64Array(2), system, ...state).map(Math.abs))),
    )
    if (!(residual < 1e-10)) return `residual ${residual} at ${name}`
    const missing = bruteForceEquilibria(system).find((state) => !found.some((point) => isNear(point, state)))
    if (missing) return `misses the equilibrium (${missing.join(', ')}) at ${name}`
  }
  return null
}

function checkBruteForce(): string | null {
  const short = parameterSets.find((system) => bruteForceEquilibria(system).length !== findEquilibria(system).length)
  return short ? `does not find as many equilibria at ${JSON.stringify(short)}` : null
}

const isNear = ({ state }: Equilibrium, [x1, x2]: readonly [number, number]): boolean =>
  Math.hypot(state[0] - x1, state[1] - x2) < 1e-6

function findAll(find: (system: TwoNeuronSystem) => unknown): void {
  for (const system of parameterSets) find(system)
}

export const subjects: readonly Subject[] = [
  {
    name: 'landscape 129²',
    items: 1,
    run: () => void sampleLandscapeInto(landscape, shown, extent),
    check: checkLandscape,
  },
  { name: 'landscape 129², point by point', items: 1, run: naiveLandscape, check: checkNaive },
  { name: 'all equilibria', items: parameterSets.length, run: () => findAll(findEquilibria), check: checkEquilibria },
  {
    name: 'all equilibria, Newton from a grid',
    items: parameterSets.length,
    run: () => findAll(bruteForceEquilibria),
    check: checkBruteForce,
  },
]

/** The whole suite: the same in Node and in a worker of a browser. */
export function runSuite(options: Omit<Options, 'clock'>): Timings {
  return timeSubjects(subjects, { ...options, clock: () => performance.now() })
}
