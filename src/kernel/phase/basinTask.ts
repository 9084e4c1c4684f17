import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import type { Basins } from '../../model/phase/basins.ts'
import { traceBoundaries } from '../../model/phase/basinsCurves.ts'
import { countFractions } from '../../model/phase/basinsFractions.ts'
import { rasteriseBasins } from '../../model/phase/basinsRaster.ts'
import { cellCentre } from '../../model/phase/basinsWalk.ts'
import { captureRegion } from '../../model/phase/captureRegion.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { BasinTask, StartIntegrator } from './basinKernel.ts'

/** So many cells a side are integrated as a check on what the boundaries say. */
const CHECKS = 4

/**
 * Basins of a system: from the stable manifolds that bound them where these can be traced, else by integrating every start; and where traced
 * boundaries contradict each other or a checked start, by integrating what is in doubt.
 */
export function createBasinTask(
  integrator: StartIntegrator,
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  extent: number,
  columns: number,
): BasinTask {
  // E falls along every trajectory and none goes to infinity: a lone equilibrium, however weak, attracts everything.
  const attractors = equilibria.length === 1 ? equilibria : equilibria.filter(({ stability }) => stability === 'stable')
  const regions = attractors.map((attractor) => captureRegion(system, attractor))
  let traced: TracedBasins | null = null
  let done = 0

  const labelCells = (cells: readonly number[]): Uint8Array => {
    const x1 = Float64Array.from(cells, (cell) => cellCentre(cell % columns, columns, extent))
    const x2 = Float64Array.from(cells, (cell) => cellCentre(Math.floor(cell / columns), columns, extent))
    integrator.load(system, regions)
    return integrator.labelsInto(new Uint8Array(cells.length), x1, x2)
  }

  const begin = (): TracedBasins => {
    const cellCount = columns * columns
    if (equilibria.length === 1) return { labels: new Uint8Array(cellCount).fill(1), pending: [], fractions: [1] }
    const curves = traceBoundaries(system, equilibria, regions, extent)
    if (curves !== null) {
      const settle = (cell: number): number => labelCells([cell])[0]
      const { labels, unsure, areas } = rasteriseBasins(curves, attractors.length, extent, columns, settle)
      if (passesChecks(labels, columns, labelCells)) {
        for (const cell of unsure) labels[cell] = 0
        const fractions = areas && attractors.map((_, k) => Math.max(0, areas[k + 1]) / (2 * extent) ** 2)
        return { labels, pending: unsure, fractions }
      }
    }
    const pending = Array.from({ length: cellCount }, (_, cell) => cell)
    return { labels: new Uint8Array(cellCount), pending, fractions: null }
  }

  return {
    advance(cells) {
      if (traced === null) traced = begin()
      else {
        const { labels, pending } = traced
        const some = pending.slice(done, done + Math.min(cells, integrator.mostStarts))
        labelCells(some).forEach((found, k) => {
          labels[some[k]] = found
        })
        done += some.length
      }
      return done >= traced.pending.length
    },
    result(): Basins {
      const labels = traced?.labels ?? new Uint8Array(columns * columns)
      const fractions = traced?.fractions ?? countFractions(labels, columns, attractors.length)
      return { labels, columns, extent, attractors: attractors.map(({ key }) => key), fractions }
    },
  }
}

/** What the first piece of the work leaves. */
interface TracedBasins {
  readonly labels: Uint8Array<ArrayBuffer>
  /** Cells that are to be integrated. */
  readonly pending: readonly number[]
  /** Null: they are to be counted. */
  readonly fractions: readonly number[] | null
}

/** Whether starts spread over the square go where the labels say: those that come to rest, and are not next to a boundary. */
function passesChecks(
  labels: Uint8Array,
  columns: number,
  labelCells: (cells: readonly number[]) => Uint8Array,
): boolean {
  const places = Array.from({ length: CHECKS }, (_, k) => Math.floor(((k + 0.5) * columns) / CHECKS))
  const cells = places
    // Shifted from row to row, so that not all are on the diagonals.
    .flatMap((row, k) => places.map((column) => row * columns + Math.min(columns - 1, column + k)))
    .filter((cell) => labels[cell] > 0 && isInside(labels, cell, columns))
  const found = labelCells(cells)
  return cells.every((cell, k) => found[k] === 0 || found[k] === labels[cell])
}

/** Whether the cells around have the same label. */
function isInside(labels: Uint8Array, cell: number, columns: number): boolean {
  return [-1, 1, -columns, columns].every((step) => (labels[cell + step] ?? labels[cell]) === labels[cell])
}
