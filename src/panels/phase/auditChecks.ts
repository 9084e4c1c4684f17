import type { BasinAudit } from '../../engine/analysis/protocol.ts'
import { indexSum } from '../../model/equilibria.ts'
import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { fieldAt } from './fieldAt.ts'

/** 'open': there is nothing to say yet, or nothing that could be checked here. */
export type CheckState = 'holds' | 'fails' | 'open'

export interface AuditCheck {
  readonly id: 'energy' | 'residual' | 'index' | 'basins' | 'histogram'
  readonly title: string
  readonly state: CheckState
  /** The figure, in a few words. */
  readonly figure: string
}

/** Everything that the checks look at. */
export interface AuditFacts {
  readonly noise: number
  readonly energyRose: boolean
  readonly system: TwoNeuronSystem | null
  readonly equilibria: readonly NamedEquilibrium[]
  /** Null while it has not come. */
  readonly basins: BasinAudit | null
  /** Null without a cloud. */
  readonly histogram: HistogramFacts | null
}

export interface HistogramFacts {
  readonly variation: number
  /** What chance alone makes of it. */
  readonly expected: number
  /** The cloud has had the time to spread as the density says. */
  readonly hasSettled: boolean
}

/** Equilibria are polished to 1e-13; a degenerate one is known to 1e-5 in position, where f is flat. */
const largestResidual = 1e-9
/** A histogram further from the density than this many times its expected distance is no chance. */
const worstOfChance = 1.25

/** max |f_i| over all equilibria. */
function residualOf(system: TwoNeuronSystem, equilibria: readonly NamedEquilibrium[]): number {
  return equilibria.reduce((most, { state }) => {
    const [first, second] = fieldAt(system, state)
    return Math.max(most, Math.abs(first), Math.abs(second))
  }, 0)
}

function verdict(holds: boolean): CheckState {
  return holds ? 'holds' : 'fails'
}

function energyCheck({ noise, energyRose }: AuditFacts): AuditCheck {
  const about = { id: 'energy', title: 'The energy of a ball never rises' } as const
  if (noise > 0) return { ...about, state: 'open', figure: 'noise lifts it' }
  return { ...about, state: verdict(!energyRose), figure: energyRose ? 'it rose' : 'it never rose' }
}

function residualCheck({ system, equilibria }: AuditFacts): AuditCheck {
  const about = { id: 'residual', title: 'Equilibria stand still: largest |f|' } as const
  if (system === null || equilibria.length === 0) return { ...about, state: 'open', figure: '–' }
  const residual = residualOf(system, equilibria)
  return { ...about, state: verdict(residual < largestResidual), figure: formatNumber(residual, 2) }
}

function indexCheck({ equilibria }: AuditFacts): AuditCheck {
  const about = { id: 'index', title: 'None is missing: index sum 1' } as const
  if (equilibria.length === 0) return { ...about, state: 'open', figure: '–' }
  if (equilibria.some((point) => point.isMarginal)) return { ...about, state: 'open', figure: 'not defined here' }
  const sum = indexSum(equilibria)
  return { ...about, state: verdict(sum === 1), figure: String(sum).replace('-', '−') }
}

function basinCheck({ basins }: AuditFacts): AuditCheck {
  const about = { id: 'basins', title: 'Basins agree with accurate runs' } as const
  if (basins === null) return { ...about, state: 'open', figure: 'being checked' }
  const compared = basins.starts - basins.skipped
  const figure = `${basins.agreed} of ${compared}`
  return { ...about, state: compared === 0 ? 'open' : verdict(basins.agreed === compared), figure }
}

/** A cloud that is far from the density has not spread yet, or, when it has had the time for that, is wrong. */
export function histogramState({ variation, expected, hasSettled }: HistogramFacts): CheckState {
  if (variation <= worstOfChance * expected) return 'holds'
  return hasSettled ? 'fails' : 'open'
}

function histogramCheck(histogram: HistogramFacts): AuditCheck {
  const { variation, expected } = histogram
  const state = histogramState(histogram)
  return {
    id: 'histogram',
    title: state === 'open' ? 'The cloud is still spreading' : 'The cloud is spread like the density',
    state,
    figure: `${formatNumber(variation, 2)}, by chance ${formatNumber(expected, 2)}`,
  }
}

/** What the page checks about itself all the time. Basins and histogram only where there is something to compare. */
export function auditChecks(facts: AuditFacts, isOpen: boolean): AuditCheck[] {
  return [
    energyCheck(facts),
    residualCheck(facts),
    indexCheck(facts),
    ...(isOpen ? [basinCheck(facts)] : []),
    ...(facts.histogram === null ? [] : [histogramCheck(facts.histogram)]),
  ]
}

/** One line for the badge. */
export function auditVerdict(checks: readonly AuditCheck[]): {
  readonly state: 'holds' | 'fails'
  readonly words: string
} {
  const failed = checks.filter((check) => check.state === 'fails').length
  if (failed === 0) return { state: 'holds', words: 'All checks hold' }
  return { state: 'fails', words: failed === 1 ? 'One check fails' : `${failed} checks fail` }
}
