import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { recallFrom } from '../../model/phase/recallFrom.ts'
import { pairEnergy, type TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import { nameInWords } from '../../plots/phase/attractors.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { fieldAt, gradientAt } from './fieldAt.ts'

/** Everything about one state of the network. */
export interface PlaceReading {
  readonly state: ReadonlyPair
  readonly energy: number
  readonly gradient: ReadonlyPair
  readonly field: ReadonlyPair
  /** Where a start here ends without noise, and when. */
  readonly recalled: ReturnType<typeof recallFrom>
}

export function readPlace(
  system: TwoNeuronSystem,
  equilibria: readonly NamedEquilibrium[],
  state: ReadonlyPair,
): PlaceReading {
  const [x1, x2] = state
  return {
    state,
    energy: pairEnergy(system, x1, x2),
    gradient: gradientAt(system, state),
    field: fieldAt(system, state),
    recalled: recallFrom(system, equilibria, x1, x2),
  }
}

/** '(1.250, −0.300)'. */
export function pairText([first, second]: ReadonlyPair, decimals = 3): string {
  return `(${formatFixed(first, decimals)}, ${formatFixed(second, decimals)})`
}

/** What a start here recalls, and when. */
export function recalledSentence(
  { key, time, isAtBorder }: PlaceReading['recalled'],
  equilibria: readonly Pick<NamedEquilibrium, 'key' | 'name'>[],
): string {
  if (isAtBorder) return 'On a separatrix: the least push decides what a start here recalls.'
  const end = equilibria.find((point) => point.key === key)
  if (end === undefined) return 'What a start here recalls is too close to call.'
  const name = nameInWords(end.name)
  if (time === 0) return `Here is ${name} itself.`
  return `A start here recalls ${name}, after ${formatFixed(time, 2)} time units without noise.`
}
