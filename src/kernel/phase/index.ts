/**
 * The phase portrait of two neurons: one entry for notebooks and scripts (`memoryscape/model/phase`). Curves and diagrams as in
 * `src/model/phase`; basins, densities and escape times with the kernels in JavaScript, so that nothing is fetched and no policy forbids it.
 */
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import type { Basins } from '../../model/phase/basins.ts'
import type { Density, EscapeTime } from '../../model/phase/density.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { createJavascriptIntegrator } from './basinJavascript.ts'
import { createBasinTask } from './basinTask.ts'
import { createJavascriptEngine } from './densityJavascript.ts'
import { makeDensityKernel } from './densityKernel.ts'

export { createCloud, type Cloud } from './cloud.ts'
export type { Basins } from '../../model/phase/basins.ts'
export { cloudHistogramInto, expectedVariation, totalVariation } from '../../model/phase/cloudStatistics.ts'
export { densityAt, type Density, type EscapeTime } from '../../model/phase/density.ts'
export type { Bifurcation, Branch, Diagram, DiagramPath } from '../../model/phase/diagram.ts'
export { systemAlong } from '../../model/phase/diagramPath.ts'
export { traceDiagram } from '../../model/phase/diagramTrace.ts'
export { pairEigenvectors, type Eigensystem } from '../../model/phase/eigenvectors.ts'
export { exactDensity } from '../../model/phase/exactDensity.ts'
export { traceArrows } from '../../model/phase/flowArrows.ts'
export { densityExtent } from '../../model/phase/fokkerPlanck.ts'
export { traceNullclines } from '../../model/phase/nullclines.ts'
export type { FlowArrow, Nullcline, Separatrix } from '../../model/phase/phaseCurves.ts'
export { recallFrom, type Recall } from '../../model/phase/recallFrom.ts'
export { traceSeparatrices } from '../../model/phase/separatrices.ts'
export { integrateTo, type Arrival, type Journey } from '../../model/phase/trajectorySolver.ts'

/** Cells along a side: an odd number has the axes run through cells. */
const usualColumns = 129

/** Where curves and basins are computed: the square [-extent, extent]² of states. */
export interface BasinGrid {
  readonly extent: number
  /** Cells along a side, 129 unless given. */
  readonly columns?: number
}

/**
 * Which stable equilibrium the trajectory of dx/dt = f(x) from each cell of a square ends in: the label k + 1 for `attractors[k]`, 0 where that
 * is not decided. From the stable manifolds of the saddles,
 * traced to 1e-9, and by integrating what these leave open.
 */
export function findBasins(system: TwoNeuronSystem, { extent, columns = usualColumns }: BasinGrid): Basins {
  const equilibria = nameEquilibria(findEquilibria(system), system)
  const task = createBasinTask(createJavascriptIntegrator(), system, equilibria, extent, columns)
  while (!task.advance(columns * columns));
  return task.result()
}

const densityKernel = /* @__PURE__ */ makeDensityKernel('javascript', createJavascriptEngine)

/**
 * The stationary density of dx = f dt + σ dB, from ∇·(−f p + (σ²/2) ∇p) = 0 on `columns` x `columns` cells (5 to 513) over [-extent, extent]²,
 * `extent` = `densityExtent(system, noise)`. `noise`: σ. Throws a sentence without noise.
 */
export function stationaryDensity(system: TwoNeuronSystem, noise: number, columns: number = usualColumns): Density {
  return densityKernel.solve(system, noise, columns)
}

/**
 * Mean first-passage times from the bottoms of ξ¹ and ξ², as far as they are stable equilibria, in model time: to the other memory and to the twin
 * of each, from L τ = −1 on the same cells as `stationaryDensity`. Throws a sentence without noise.
 */
export function escapeTimes(system: TwoNeuronSystem, noise: number, columns: number = usualColumns): EscapeTime[] {
  return densityKernel.escapeTimes(system, nameEquilibria(findEquilibria(system), system), noise, columns)
}
