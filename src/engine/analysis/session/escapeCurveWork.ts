import { ranges } from '../../../experiment/ranges.ts'
import type { EscapeCurve, EscapeTime } from '../../../model/phase/density.ts'
import type { TwoNeuronSystem } from '../../../model/twoNeurons.ts'
import type { StudiedSystem, Work } from './work.ts'

/** Points of a curve; odd, so that the present value is the middle one. */
const curvePoints = 13
/** The curve over σ goes from σ over this to σ times this. No unit. */
const noiseFactor = 2
/** The curves over a saliency go so far to both sides. In units of saliency. */
const saliencyReach = 1
/** Below this σ every escape time is beyond the range of numbers. In units of the state, per √time. */
const leastNoise = 0.05

interface CurveOptions {
  readonly along: EscapeCurve['along']
  readonly system: TwoNeuronSystem
  readonly noise: number
  readonly study: (system: TwoNeuronSystem) => StudiedSystem
  readonly beginEscape: (studied: StudiedSystem, noise: number) => Work<EscapeTime[]>
}

/** Escape times with one parameter changed and all else as it is, one value after the other. */
export function createEscapeCurveWork({ along, system, noise, study, beginEscape }: CurveOptions): Work<EscapeCurve> {
  const values = curveValues(along, system, noise)
  const times: EscapeTime[][] = []
  let present: Work<EscapeTime[]> | null = null

  function begin(value: number): Work<EscapeTime[]> {
    if (along === 'noise') return beginEscape(study(system), value)
    const [first, second] = system.saliency
    const saliency = along === 'saliency-1' ? ([value, second] as const) : ([first, value] as const)
    return beginEscape(study({ ...system, saliency }), noise)
  }

  return {
    advance() {
      if (times.length >= values.length) return true
      present ??= begin(values[times.length])
      if (!present.advance()) return false
      times.push(present.result())
      present = null
      return times.length >= values.length
    },
    result: () => ({ along, values, times }),
  }
}

/** The values of the parameter, ascending: σ by equal ratios, a saliency by equal steps. Outside its range there are none. */
function curveValues(along: EscapeCurve['along'], { saliency }: TwoNeuronSystem, noise: number): number[] {
  const middle = (curvePoints - 1) / 2
  const shares = Array.from({ length: curvePoints }, (_, k) => (k - middle) / middle)
  if (along === 'noise') {
    const within = (value: number) => value >= leastNoise && value <= ranges.noise.high
    return shares.map((share) => noise * noiseFactor ** share).filter(within)
  }
  const present = saliency[along === 'saliency-1' ? 0 : 1]
  const within = (value: number) => value >= ranges.saliency.low && value <= ranges.saliency.high
  return shares.map((share) => present + saliencyReach * share).filter(within)
}
