import { createCloud } from '../src/kernel/phase/cloud.ts'
import { createDensityKernel } from '../src/kernel/phase/createDensityKernel.ts'
import type { DensityKernel } from '../src/kernel/phase/densityKernel.ts'
import { findEquilibria } from '../src/model/equilibria.ts'
import { nameEquilibria } from '../src/model/equilibriumNames.ts'
import { densityExtent, sampleRisesInto } from '../src/model/phase/fokkerPlanck.ts'
import { type Density, makeDensity } from '../src/model/phase/density.ts'
import { exactDensity } from '../src/model/phase/exactDensity.ts'
import { bandedDensity } from './bandedDensity.ts'
import type { Subject } from './harness.ts'

/** The paper's Figure 4b: no symmetry between the memories. */
const system = { saliency: [1.5, 2.25], gain: 1, current: [0, 0] } as const
const equal = { saliency: [1.5, 1.5], gain: 1, current: [0, 0] } as const
const noise = 0.6
const columns = 129
/** Mass of memory 1 and escape time from it, by finite volumes on 401 x 401 cells (src/model/fixtures/stationary.json). */
const referenceMass = 0.0022987
const referenceTime = 5.83

const particleCount = 10_000
/** Steps of a frame, and model time of one. */
const stepsOfFrame = 2
const timeStep = 0.01

function banded(): Density {
  const extent = densityExtent(system, noise)
  const rises = sampleRisesInto(new Float64Array(4 * columns * columns), system, noise, { columns, extent })
  return makeDensity(bandedDensity(rises, columns), columns, extent)
}

function checkDensity(density: Density): string | null {
  const gap = Math.abs(density.masses[0] - referenceMass)
  return gap < 1e-4 ? null : `the mass of memory 1 is off by ${gap}`
}

/** Wells that are images of each other, at a noise where plain elimination fails; and the exact density, in L1. */
function checkKernel(kernel: DensityKernel): string | null {
  const small = kernel.solve(equal, 0.15, columns)
  const uneven = Math.max(...small.quarters.map((mass) => Math.abs(4 * mass - 1)))
  if (!(uneven < 1e-12)) return `symmetric wells differ by ${uneven}`
  const found = kernel.solve(equal, noise, columns)
  const exact = exactDensity(equal, noise, found)
  const cell = (2 * found.extent) / columns
  const gap =
    found.values.reduce((sum, p, at) => sum + Math.abs(p - (exact?.values[at] ?? Number.NaN)), 0) * cell * cell
  if (!(gap < 0.01)) return `the density is ${gap} from the exact one`
  return checkDensity(kernel.solve(system, noise, columns))
}

function densitySubject(name: string, kernel: DensityKernel): Subject {
  return {
    name,
    items: 1,
    run: () => void kernel.solve(system, noise, columns),
    check: () => checkKernel(kernel),
  }
}

function cloudSubject(): Subject {
  const cloud = createCloud(particleCount, 1)
  cloud.reset(system, noise)
  const frame = () => cloud.step(system, noise, timeStep, stepsOfFrame)
  return {
    name: 'cloud, a frame',
    items: 1,
    run: frame,
    check() {
      for (let k = 0; k < 100; k++) frame()
      const escape = cloud.stopwatches().find(({ from, to }) => from === 0 && to === 'other')
      const isRight =
        escape !== undefined &&
        escape.escapes > 0 &&
        Math.abs(escape.meanTime - referenceTime) < 5 * escape.standardError + 0.1 * referenceTime
      return isRight ? null : `particles leave memory 1 after ${escape?.meanTime} rather than ${referenceTime}`
    },
  }
}

/** Stationary densities, escape times and particles, and which kernel ran. */
export function makeDensitySubjects(): { readonly flavour: string; readonly subjects: readonly Subject[] } {
  const kernel = createDensityKernel('fastest')
  const equilibria = nameEquilibria(findEquilibria(system), system)
  return {
    flavour: kernel.flavour,
    subjects: [
      densitySubject('density 129²', kernel),
      densitySubject('density 129², JavaScript kernel', createDensityKernel('javascript')),
      { name: 'density 129², banded LU', items: 1, run: () => void banded(), check: () => checkDensity(banded()) },
      {
        name: 'escape times 129²',
        items: 1,
        run: () => void kernel.escapeTimes(system, equilibria, noise, columns),
        check() {
          const [first] = kernel.escapeTimes(system, equilibria, noise, columns)
          return first !== undefined && Math.abs(first.time / referenceTime - 1) < 0.03
            ? null
            : `memory 1 is left after ${first?.time} rather than ${referenceTime}`
        },
      },
      cloudSubject(),
    ],
  }
}
