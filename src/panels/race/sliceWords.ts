import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import type { EquilibriumName } from '../../model/equilibriumNames.ts'
import type { SliceEquilibrium } from '../../model/sliceEquilibria.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import type { RecallCell } from '../../store/recall/recall.ts'
import { laneTitles } from './laneWords.ts'
import { memoryPhrase, sentenceCase } from './memoryWords.ts'

/** Nearer than this, per neuron, the state is in the plane but for rounding. */
const inPlane = 0.005
/** Farther than this the shadow says little: a random binary state has distance 1. */
const farAway = 0.6

/** Where the state is relative to the plane that is drawn. `distance`: |x − its projection|/√N; null: none of the lanes has this landscape. */
export function distanceSentence(distance: number | null, lane: LaneKind): string {
  if (distance === null) return `No ball: ${laneTitles[lane]} is not in the race.`
  if (distance < inPlane) return 'The state lies in this plane.'
  const number = formatFixed(distance, 2)
  const shadow = `The state is ${number} from this plane (per neuron): the ball is its shadow.`
  return distance > farAway ? `${shadow} So far away it does not roll as the ground slopes.` : shadow
}

/** Which memories a plane is for whose second direction is none; null where both are. `names`: of the two memories asked for. */
export function auxiliarySentence(
  { memories, hasAuxiliaryDirection }: Pick<NonNullable<RecallCell['slice']>, 'memories' | 'hasAuxiliaryDirection'>,
  names: readonly [string, string],
): string | null {
  if (!hasAuxiliaryDirection) return null
  const [first, second] = names.map(memoryPhrase)
  const why =
    memories[0] === memories[1]
      ? `Only ${first} is on`
      : `${sentenceCase(first)} and ${second} are one picture, or its negative`
  return `${why}: the second direction is no memory, but ${first} with every other pixel turned.`
}

/** 'Cat', 'Cat, inverted', 'A mixture of cat and dog', 'The origin'. `names`: of the two memories of the slice. */
export function criticalPointName(name: EquilibriumName, names: readonly [string, string]): string {
  switch (name.kind) {
    case 'memory':
      return name.sign === 1 ? names[name.mu] : `${names[name.mu]}, inverted`
    case 'mixed':
      return 'A mixture'
    case 'origin':
      return 'The origin'
    default:
      return name satisfies never
  }
}

/** What a critical point is on the slice, in a word. */
export function kindOnSlice({ stability, isMarginal }: Pick<SliceEquilibrium, 'stability' | 'isMarginal'>): string {
  if (isMarginal) return 'flat'
  switch (stability) {
    case 'stable':
      return 'valley'
    case 'saddle':
      return 'pass'
    case 'source':
      return 'hilltop'
    default:
      return stability satisfies never
  }
}

function articleAndKind(point: Parameters<typeof kindOnSlice>[0]): string {
  const kind = kindOnSlice(point)
  return kind === 'flat' ? kind : `a ${kind}`
}

/** How strongly the network is drawn out of the plane; never 0.00. */
function residualText(residual: number): string {
  return residual < 0.005 ? '< 0.01' : formatFixed(residual, 2)
}

/** Whether the whole network rests there, and whether it stays. */
export function wholeNetworkWord({
  isEquilibrium,
  residual,
  largestEigenvalue,
}: Pick<SliceEquilibrium, 'isEquilibrium' | 'residual' | 'largestEigenvalue'>): string {
  if (!isEquilibrium) return `drawn out ${residualText(residual)}`
  return largestEigenvalue < 0 ? 'stable' : 'unstable'
}

/** The same in a sentence, for the tip of a row. */
export function wholeNetworkSentence(point: SliceEquilibrium, names: readonly [string, string]): string {
  const what = sentenceCase(memoryPhrase(criticalPointName(point.name, names)))
  if (!point.isEquilibrium)
    return `${what} is ${articleAndKind(point)} on this slice. The whole network does not rest there: it is drawn out of the plane by ${residualText(point.residual)} per neuron.`
  const eigenvalue = formatFixed(point.largestEigenvalue, 2)
  return point.largestEigenvalue < 0
    ? `${what} is an equilibrium of the whole network, stable in every direction (largest eigenvalue ${eigenvalue}).`
    : `${what} is an equilibrium of the whole network, but unstable: some direction has the eigenvalue ${eigenvalue}.`
}
