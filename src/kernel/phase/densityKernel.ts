import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import type { Density, EscapeTime } from '../../model/phase/density.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { EliminationEngine } from './densityEngine.ts'
import { createEscapeTask } from './densityEscape.ts'
import { createDensityTask, type DensityTask, type EngineLease, makeCellGrid } from './densityTask.ts'
import { createWideEngine } from './densityWide.ts'

/** Which code eliminates states: WebAssembly with relaxed or plain SIMD, or JavaScript. */
export type DensityFlavour = 'relaxed' | 'plain' | 'javascript'

/**
 * Stationary densities and mean escape times. A few tasks may be under way at once; the one that was advanced longest ago loses its memory to
 * one too many, and throws when it is advanced again. A task that is not wanted any more is simply left.
 */
export interface DensityKernel {
  readonly flavour: DensityFlavour
  /**
   * The stationary density of dx = f dt + σ dB on `columns` x `columns` cells over [-extent, extent]² (5 to 513; odd ones are a little better,
   * since the axes then run through cells). `extent`: `densityExtent` of the network unless given. Throws a sentence without noise.
   */
  beginDensity(system: TwoNeuronSystem, noise: number, columns: number, extent?: number): DensityTask<Density>
  /** Mean escape times from the bottoms of ξ¹ and ξ², as far as they are stable equilibria; to the other memory and to the twin of each. */
  beginEscape(
    system: TwoNeuronSystem,
    equilibria: readonly NamedEquilibrium[],
    noise: number,
    columns: number,
  ): DensityTask<EscapeTime[]>
  /** `beginDensity` to its end. */
  solve(system: TwoNeuronSystem, noise: number, columns: number, extent?: number): Density
  /** `beginEscape` to its end. */
  escapeTimes(
    system: TwoNeuronSystem,
    equilibria: readonly NamedEquilibrium[],
    noise: number,
    columns: number,
  ): EscapeTime[]
}

/** Tasks that may be under way at once: a density, escape times, and a curve of these. An engine takes 10 MB at 129². */
const MOST_LEASES = 3

/** A kernel over engines of one kind. */
export function makeDensityKernel(flavour: DensityFlavour, createEngine: () => EliminationEngine): DensityKernel {
  const lend = createLender(createEngine)
  const kernel: DensityKernel = {
    flavour,
    beginDensity: (system, noise, columns, extent) =>
      createDensityTask(makeCellGrid(system, noise, columns, extent), lend()),
    beginEscape: (system, equilibria, noise, columns) =>
      createEscapeTask(makeCellGrid(system, noise, columns), equilibria, lend()),
    solve: (...request) => toItsEnd(kernel.beginDensity(...request)),
    escapeTimes: (...request) => toItsEnd(kernel.beginEscape(...request)),
  }
  return kernel
}

function toItsEnd<T>(task: DensityTask<T>): T {
  while (!task.advance());
  return task.result()
}

/** A fast engine, a wide one once it is needed, and who has them. */
interface Slot {
  readonly fast: EliminationEngine
  wide: EliminationEngine | null
  owner: EngineLease | null
  lastUse: number
}

function createLender(createEngine: () => EliminationEngine): () => EngineLease {
  const slots: Slot[] = []
  let uses = 0

  function slotFor(owner: EngineLease): Slot {
    const free = slots.find((slot) => slot.owner === null)
    if (free === undefined && slots.length < MOST_LEASES) {
      const slot = { fast: createEngine(), wide: null, owner, lastUse: 0 }
      slots.push(slot)
      return slot
    }
    const slot = free ?? slots.reduce((a, b) => (a.lastUse <= b.lastUse ? a : b))
    slot.owner = owner
    return slot
  }

  return () => {
    // Taken when the work begins, so that a task that never began costs nothing.
    let slot: Slot | null = null
    const lease: EngineLease = {
      engine(isWide) {
        slot ??= slotFor(lease)
        if (slot.owner !== lease) throw new Error('This computation was dropped for newer ones.')
        uses++
        slot.lastUse = uses
        return isWide ? (slot.wide ??= createWideEngine()) : slot.fast
      },
      end() {
        if (slot?.owner === lease) slot.owner = null
      },
    }
    return lease
  }
}
