import { type Density, makeDensity } from '../../model/phase/density.ts'
import { densityExtent, DIRECTIONS, requireNoise, sampleRisesInto } from '../../model/phase/fokkerPlanck.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { CellChain, EliminationEngine } from './densityEngine.ts'
import { type DensityPlan, makeDensityPlan } from './densityPlan.ts'

/** A computation in pieces, so that a worker can stop between them. */
export interface DensityTask<T> {
  /** One piece of about 5 ms; true when it was the last. Throws where the kernel has given the task's memory to newer ones. */
  advance(): boolean
  /** After the last piece. */
  result(): T
}

/** The engines that one task has for a while. */
export interface EngineLease {
  /** The fast one, or the wide one that takes over where doubles do not reach. Throws a sentence where newer tasks have got them. */
  engine(isWide: boolean): EliminationEngine
  /** Gives them back: others may have them. */
  end(): void
}

/** Below this, wells are points on any grid and only their shares are left to tell, which no longer change. In units of the state, per √time. */
const LEAST_NOISE = 1e-4
/** A grid of fewer cells has no well in it; one of more takes more memory than a page should have. */
const FEWEST_COLUMNS = 5
const MOST_COLUMNS = 513

/** What a density or an escape time is computed on. */
export interface CellGrid {
  readonly system: TwoNeuronSystem
  readonly noise: number
  readonly columns: number
  readonly extent: number
}

/** A checked grid. Throws a sentence for noise, parameters or sizes that cannot be. */
export function makeCellGrid(system: TwoNeuronSystem, noise: number, columns: number, extent?: number): CellGrid {
  requireNoise(system, noise)
  if (!(Number.isInteger(columns) && columns >= FEWEST_COLUMNS && columns <= MOST_COLUMNS)) {
    throw new RangeError(
      `A density needs a whole number of columns from ${FEWEST_COLUMNS} to ${MOST_COLUMNS}, found ${columns}.`,
    )
  }
  const used = Math.max(noise, LEAST_NOISE)
  const width = extent ?? densityExtent(system, used)
  if (!(width > 0 && width < Infinity)) {
    throw new RangeError(`A density needs a positive half-width of its square, found ${width}.`)
  }
  return { system, noise: used, columns, extent: width }
}

/** Plans by columns: they take longer to make than to use. The newest few. */
const plans = new Map<number, DensityPlan>()
const MOST_PLANS = 3

function planFor(columns: number): DensityPlan {
  const plan = plans.get(columns) ?? makeDensityPlan(columns)
  plans.delete(columns)
  plans.set(columns, plan)
  for (const old of plans.keys()) if (plans.size > MOST_PLANS) plans.delete(old)
  return plan
}

/** One elimination in pieces. `consume` gets the solution, in a buffer of the engine. */
export function createElimination(
  lease: EngineLease,
  make: () => CellChain,
  consume: (solution: Float64Array) => void,
) {
  let chain: CellChain | null = null
  let isWide = false
  let isLoaded = false
  let next = 0
  const widen = (): false => {
    if (isWide) throw new RangeError('The density could not be computed: its numbers left their range.')
    isWide = true
    isLoaded = false
    return false
  }
  return {
    advance(): boolean {
      const engine = lease.engine(isWide)
      chain ??= make()
      const plan = planFor(chain.columns)
      if (!isLoaded) {
        engine.load(plan, chain)
        isLoaded = true
        next = 0
        return false
      }
      if (next < plan.frontCount) {
        const end = pieceEnd(plan, next, engine.workOfPiece)
        if (!engine.eliminate(next, end)) return widen()
        next = end
        return false
      }
      const solution = engine.solution()
      if (solution === null) return widen()
      consume(solution)
      return true
    },
  }
}

/** The end of a piece of fronts that begins at `from`: at least one. */
function pieceEnd({ work, frontCount }: DensityPlan, from: number, workOfPiece: number): number {
  const limit = (from > 0 ? work[from - 1] : 0) + workOfPiece
  let end = from + 1
  while (end < frontCount && work[end] <= limit) end++
  return end
}

/** The chain's rises on a grid. */
export const sampleRises = ({ system, noise, columns, extent }: CellGrid): Float64Array =>
  sampleRisesInto(new Float64Array(DIRECTIONS * columns * columns), system, noise, { columns, extent })

/** The stationary density. */
export function createDensityTask(grid: CellGrid, lease: EngineLease): DensityTask<Density> {
  let density: Density | null = null
  const elimination = createElimination(
    lease,
    () => ({ kind: 'stationary', columns: grid.columns, rises: sampleRises(grid), classes: null }),
    (solution) => {
      density = makeDensity(solution, grid.columns, grid.extent)
      lease.end()
    },
  )
  return {
    advance: () => density !== null || elimination.advance(),
    result: () => finished(density),
  }
}

/** The result of a task that is over; throws a sentence before. */
export function finished<T>(value: T | null): T {
  if (value === null) throw new Error('This computation has no result yet: it is not finished.')
  return value
}
