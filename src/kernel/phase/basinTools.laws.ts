import type { BasinCase } from '../../model/phase/basinsCases.laws.ts'
import { referenceLabel } from '../../model/phase/basinsReference.laws.ts'
import type { Basins } from '../../model/phase/basins.ts'
import { cellCentre } from '../../model/phase/basinsWalk.ts'
import { captureRegion } from '../../model/phase/captureRegion.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import type { BasinKernel, StartIntegrator } from './basinKernel.ts'
import { createBasinKernel } from './createBasinKernel.ts'

const kernel = createBasinKernel('fastest')

export function basinsOf(example: BasinCase, columns: number, by: BasinKernel = kernel): Basins {
  const task = by.begin(example.system, example.equilibria, example.extent, columns)
  while (!task.advance(4096));
  return task.result()
}

export function centreOf({ columns, extent }: Pick<Basins, 'columns' | 'extent'>, cell: number): ReadonlyPair {
  return [cellCentre(cell % columns, columns, extent), cellCentre(Math.floor(cell / columns), columns, extent)]
}

/** Every centre integrated, without boundaries. */
export function integrated(
  integrator: StartIntegrator,
  { system, equilibria, extent }: BasinCase,
  columns: number,
): Uint8Array {
  const stable = equilibria.filter(({ stability }) => stability === 'stable')
  integrator.load(
    system,
    stable.map((point) => captureRegion(system, point)),
  )
  const length = columns ** 2
  const x1 = Float64Array.from({ length }, (_, cell) => cellCentre(cell % columns, columns, extent))
  const x2 = Float64Array.from({ length }, (_, cell) => cellCentre(Math.floor(cell / columns), columns, extent))
  return integrator.labelsInto(new Uint8Array(length), x1, x2)
}

/** Whether starts 1e-3 around a start go to different attractors. */
export function isNearSeparatrix({ system, attractors }: BasinCase, [x1, x2]: ReadonlyPair, distance = 1e-3): boolean {
  const around = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 8).map((angle) =>
    referenceLabel(system, [x1 + distance * Math.cos(angle), x2 + distance * Math.sin(angle)], attractors),
  )
  return new Set(around).size > 1
}
