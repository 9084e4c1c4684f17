import { activityInto } from './neuronLoops.ts'
import { networkEnergy } from './networkEnergy.ts'
import type { KernelNetwork, NetworkKernel } from './networkKernel.ts'
import { requireLength, requireNetworkSize } from './networkSize.ts'
import { fillNormalsInto, NOISE_WORDS, seedNoiseInto, TILE } from './noise.ts'
import { createSignTables } from './signTables.ts'

/** Numbers a neuron beside its codes: state, activity, field, diagonal, current, three of Runge and Kutta, noise. */
const NUMBERS_PER_NEURON = 9
const DOUBLE_BYTES = 8

/** The operator without WebAssembly, for pages whose policy forbids it. Double precision inside; what goes in and out is single. */
export function createJavascriptKernel(): NetworkKernel {
  return { flavour: 'javascript', createNetwork }
}

function createNetwork(neuronCount: number, patternCount: number): KernelNetwork {
  const n = neuronCount
  const p = patternCount
  requireNetworkSize(n, p, n * (NUMBERS_PER_NEURON * DOUBLE_BYTES + p) + p * p * DOUBLE_BYTES)
  const tables = createSignTables(n, p)
  const state = new Float64Array(n)
  const activity = new Float64Array(n)
  const drive = new Float64Array(n)
  const diagonal = new Float64Array(n)
  const current = new Float64Array(n)
  const overlaps = new Float64Array(p)
  const drives = new Float64Array(p)
  const couplings = new Float64Array(p * p)
  const normals = new Float64Array(Math.ceil(n / TILE) * TILE)
  const words = seedNoiseInto(new Uint32Array(NOISE_WORDS), 0, 0)
  const stage = new Float64Array(n)
  const slopes = new Float64Array(n)
  let isDense = false
  let hasCurrent = false
  /** d where it is one number; the array has it in any case. */
  let uniformDiagonal: number | null = 0
  let gain = 1
  /** Activity and overlaps are those of the state. */
  let isFresh = false

  /** m of the activity. */
  const reduce = (): void => {
    tables.reduceInto(overlaps, activity)
    for (let mu = 0; mu < p; mu++) overlaps[mu] /= n
  }
  /** ψ(x) and m. */
  const observe = (x: Float64Array): void => {
    activityInto(activity, x, gain)
    reduce()
  }
  const refresh = (): void => {
    if (!isFresh) observe(state)
    isFresh = true
  }
  /** a = D m. */
  const couple = (): void => {
    for (let mu = 0; mu < p; mu++) {
      if (!isDense) drives[mu] = couplings[mu] * overlaps[mu]
      else {
        let sum = 0
        for (let nu = 0; nu < p; nu++) sum += couplings[mu * p + nu] * overlaps[nu]
        drives[mu] = sum
      }
    }
  }
  const stepEuler = (timeStep: number, kick: number): void => {
    const hasTerms = hasCurrent || uniformDiagonal === null
    couple()
    drive.fill(0)
    if (kick !== 0) addScaled(drive, kick / timeStep, fillNormalsInto(normals, words))
    if (hasTerms) addTerms(drive, current, diagonal, activity)
    tables.move({ state, activity }, drive, drives, { timeStep, gain, diagonal: hasTerms ? 0 : (uniformDiagonal ?? 0) })
    reduce()
  }
  /** f(x) = Ξᵀ a + b − d ∘ ψ − x of the activity and overlaps that stand ready, into `drive`. */
  const findField = (x: Float64Array): void => {
    couple()
    drive.fill(0)
    tables.addExpansion(drive, drives)
    addTerms(drive, current, diagonal, activity)
    addScaled(drive, -1, x)
  }
  /** The slope at `x` enters the sum with `weight`; the next stage stands `ahead` from the state. */
  const visitStage = (x: Float64Array, weight: number, ahead: number): void => {
    findField(x)
    addScaled(slopes, weight, drive)
    stage.set(state)
    addScaled(stage, ahead, drive)
    observe(stage)
  }
  const stepRungeKutta = (timeStep: number): void => {
    slopes.fill(0)
    visitStage(state, 1, timeStep / 2)
    visitStage(stage, 2, timeStep / 2)
    visitStage(stage, 2, timeStep)
    visitStage(stage, 1, 0)
    addScaled(state, timeStep / 6, slopes)
    observe(state)
  }
  return {
    neuronCount,
    patternCount,
    setPatterns(values, changed) {
      requireLength('patterns', values.length, p * n)
      tables.setPatterns(values, changed)
      isFresh = false
    },
    setCouplings(values) {
      requireLength('couplings', values.length, p, p * p)
      isDense = values.length !== p
      couplings.set(values)
    },
    setGain(value) {
      gain = value
      isFresh = false
    },
    setCurrent(values) {
      hasCurrent = values !== null
      if (values === null) current.fill(0)
      else {
        requireLength('currents', values.length, n)
        current.set(values)
      }
    },
    setDiagonal(value) {
      uniformDiagonal = typeof value === 'number' ? value : null
      if (typeof value === 'number') diagonal.fill(value)
      else {
        requireLength('diagonal elements', value.length, n)
        diagonal.set(value)
      }
    },
    writeState(values) {
      requireLength('neurons of the state', values.length, n)
      state.set(values)
      isFresh = false
    },
    readState(out) {
      out.set(state)
      return out
    },
    seed: (seed, stream) => void seedNoiseInto(words, seed, stream),
    stepEuler(count, timeStep, noise) {
      refresh()
      const kick = noise * Math.sqrt(timeStep)
      for (let k = 0; k < count; k++) stepEuler(timeStep, kick)
    },
    stepRungeKutta(count, timeStep) {
      refresh()
      for (let k = 0; k < count; k++) stepRungeKutta(timeStep)
    },
    activityInto(out) {
      refresh()
      out.set(activity)
      return out
    },
    overlapsInto(out) {
      refresh()
      out.set(overlaps)
      return out
    },
    vectorFieldInto(out) {
      refresh()
      findField(state)
      out.set(drive)
      return out
    },
    energy() {
      refresh()
      couple()
      return networkEnergy(n, { gain, state, activity, overlaps, drives, diagonal, current })
    },
    dispose: () => {},
  }
}

// Loops stand outside of the closures: there the compiler keeps the arrays' addresses in registers.

/** out += factor · x for the first numbers of x, as many as `out` has. */
function addScaled(out: Float64Array, factor: number, x: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] += factor * x[i]
}

function addTerms(out: Float64Array, current: Float64Array, diagonal: Float64Array, activity: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] += current[i] - diagonal[i] * activity[i]
}
