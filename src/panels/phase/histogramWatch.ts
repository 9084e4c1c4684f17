import {
  cloudHistogramInto,
  expectedVariation,
  HISTOGRAM_COLUMNS,
  totalVariation,
} from '../../model/phase/cloudStatistics.ts'
import type { AnalysisCell } from '../../store/analysis/analysis.ts'
import { isSameSystem } from '../../store/analysis/isSameSystem.ts'
import type { FrameCell } from '../../store/frameCell.ts'
import type { EscapeTime } from '../../model/phase/density.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { HistogramFacts } from './auditChecks.ts'

/** After so many relaxation times what is left of a start is e⁻⁶. */
const relaxations = 6
/** Model time in which a cloud fills the wells that it lies over. */
const fillingTime = 10

/** Model time in which wells exchange what differs from the density; null while it is not known. */
export function relaxationTime(times: readonly EscapeTime[] | null): number | null {
  if (times === null) return null
  const rate = times.filter(({ to }) => to === 'other').reduce((sum, { time }) => sum + 1 / time, 0)
  return times.length === 0 ? 0 : 1 / rate
}

/** Compares clouds with the density, and remembers since when they have followed the same network. */
export function createHistogramWatch() {
  const counts = new Uint32Array(HISTOGRAM_COLUMNS ** 2)
  let known: { readonly system: TwoNeuronSystem; readonly noise: number; readonly run: number } | null = null
  let since = 0

  return (
    { cloud, system, time, runVersion }: Pick<FrameCell, 'cloud' | 'system' | 'time' | 'runVersion'>,
    analysis: Pick<AnalysisCell, 'density' | 'densitySystem' | 'densityNoise' | 'escape' | 'underWay'>,
    noise: number,
  ): HistogramFacts | null => {
    if (system === null) return null
    if (known === null || known.noise !== noise || known.run !== runVersion || !isSameSystem(known.system, system)) {
      known = { system, noise, run: runVersion }
      since = time
    }
    const { density, densitySystem, densityNoise, escape, underWay } = analysis
    if (cloud === null || density === null || densityNoise !== noise || !isSameSystem(densitySystem, system))
      return null
    const total = cloud.positions.length / 2
    cloudHistogramInto(counts, cloud.positions, HISTOGRAM_COLUMNS, density.extent)
    const relaxation = relaxationTime(underWay.has('escape') ? null : escape)
    return {
      variation: totalVariation(counts, density, total),
      expected: expectedVariation(density, HISTOGRAM_COLUMNS, total),
      hasSettled: relaxation !== null && time - since > fillingTime + relaxations * relaxation,
    }
  }
}
