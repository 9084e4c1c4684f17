import type { BasinKernel, StartIntegrator } from '../src/kernel/phase/basinKernel.ts'
import { createWasmIntegrator } from '../src/kernel/phase/basinWasm.ts'
import { createBasinKernel } from '../src/kernel/phase/createBasinKernel.ts'
import { findEquilibria } from '../src/model/equilibria.ts'
import { nameEquilibria } from '../src/model/equilibriumNames.ts'
import { cellCentre } from '../src/model/phase/basinsWalk.ts'
import { captureRegion } from '../src/model/phase/captureRegion.ts'
import { pairFieldInto, type TwoNeuronSystem } from '../src/model/twoNeurons.ts'
import { neededView } from '../src/model/viewScale.ts'
import type { Subject } from './harness.ts'

/** The paper's Figure 4b: two memories of different depth, four basins with curved borders. */
const system: TwoNeuronSystem = { saliency: [1.5, 2.25], gain: 1, current: [0, 0] }
const equilibria = nameEquilibria(findEquilibria(system), system)
const { extent } = neededView(system, equilibria)
const attractors = equilibria.filter(({ stability }) => stability === 'stable')
const regions = attractors.map((attractor) => captureRegion(system, attractor))

/** The way one writes it first: this step, until this near to an attractor, or for so long. */
const TIME_STEP = 0.1
const NEARNESS = 1e-3
const LONGEST_TIME = 200
/** The naive way is timed on every eighth cell. */
const STRIDE = 8
/** Of 513² cells every so many are compared with the naive way. */
const COMPARED = 97

const k1 = new Float64Array(2)
const k2 = new Float64Array(2)
const k3 = new Float64Array(2)
const k4 = new Float64Array(2)

/** Label of a start by the classic method of Runge and Kutta in double precision. */
function naiveLabel(start1: number, start2: number): number {
  let x1 = start1
  let x2 = start2
  for (let t = 0; t < LONGEST_TIME; t += TIME_STEP) {
    for (let k = 0; k < attractors.length; k++) {
      const { state } = attractors[k] ?? { state: [Infinity, Infinity] }
      const z1 = x1 - state[0]
      const z2 = x2 - state[1]
      if (z1 * z1 + z2 * z2 < NEARNESS * NEARNESS) return k + 1
    }
    pairFieldInto(k1, system, x1, x2)
    pairFieldInto(k2, system, x1 + (TIME_STEP / 2) * k1[0], x2 + (TIME_STEP / 2) * k1[1])
    pairFieldInto(k3, system, x1 + (TIME_STEP / 2) * k2[0], x2 + (TIME_STEP / 2) * k2[1])
    pairFieldInto(k4, system, x1 + TIME_STEP * k3[0], x2 + TIME_STEP * k3[1])
    x1 += (TIME_STEP / 6) * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0])
    x2 += (TIME_STEP / 6) * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1])
  }
  return 0
}

function naiveInto(labels: Uint8Array, columns: number, stride: number): Uint8Array {
  for (let cell = 0; cell < labels.length; cell += stride) {
    const row = Math.floor(cell / columns)
    labels[cell] = naiveLabel(cellCentre(cell % columns, columns, extent), cellCentre(row, columns, extent))
  }
  return labels
}

function labelsOf(kernel: BasinKernel, columns: number): Uint8Array {
  const task = kernel.begin(system, equilibria, extent, columns)
  while (!task.advance(columns));
  return task.result().labels
}

/** Every `stride`-th label against the naive way. */
function compare(labels: Uint8Array, columns: number, stride: number): string | null {
  const wanted = naiveInto(new Uint8Array(columns ** 2), columns, stride)
  let wrong = 0
  for (let cell = 0; cell < labels.length; cell += stride) wrong += Number(labels[cell] !== wanted[cell])
  return wrong === 0 ? null : `${wrong} labels differ from those of Runge and Kutta`
}

function kernelSubject(name: string, kernel: BasinKernel, columns: number, stride: number): Subject {
  return {
    name,
    items: 1,
    run: () => void labelsOf(kernel, columns),
    check: () => compare(labelsOf(kernel, columns), columns, stride),
  }
}

/** Every start integrated, as where no boundaries can be traced. */
function integratorSubject(integrator: StartIntegrator, columns: number): Subject {
  const labels = new Uint8Array(columns ** 2)
  const x1 = Float64Array.from(labels, (_, cell) => cellCentre(cell % columns, columns, extent))
  const x2 = Float64Array.from(labels, (_, cell) => cellCentre(Math.floor(cell / columns), columns, extent))
  const run = (): void => {
    integrator.load(system, regions)
    integrator.labelsInto(labels, x1, x2)
  }
  const check = (): string | null => {
    run()
    return compare(labels, columns, 1)
  }
  return { name: `basins ${columns}², every start`, items: 1, run, check }
}

/** Basins of attraction. */
export function makeBasinSubjects(): readonly Subject[] {
  const kernel = createBasinKernel('fastest')
  const integrator = createWasmIntegrator('relaxed') ?? createWasmIntegrator('plain')
  const naive = new Uint8Array(129 ** 2)
  return [
    kernelSubject('basins 129²', kernel, 129, 1),
    kernelSubject('basins 129², JavaScript', createBasinKernel('javascript'), 129, 1),
    kernelSubject('basins 513²', kernel, 513, COMPARED),
    ...(integrator ? [integratorSubject(integrator, 129)] : []),
    {
      name: 'basins 129², Runge and Kutta',
      items: Math.ceil(naive.length / STRIDE) / naive.length,
      run: () => void naiveInto(naive, 129, STRIDE),
      check: () => null,
    },
  ]
}
