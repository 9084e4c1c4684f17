import { criticalSaliency, existenceSaliency } from '../model/memory.ts'
import type { RegionId } from './regimeBorders.ts'
import type { Range } from './regimeRange.ts'

export interface RegionLabel {
  readonly id: RegionId
  readonly text: string
  /** Middle of the text, in the plane. */
  readonly at: readonly [number, number]
  readonly isUpright: boolean
}

const regionWords: Record<RegionId, string> = {
  none: 'no memory',
  'only-1': 'only memory 1',
  'only-2': 'only memory 2',
  'saddle-1': '1 is a saddle',
  'saddle-2': '2 is a saddle',
  both: 'both stable',
}

/** Mean width of a letter of the label's face, as a share of its size. */
const letterWidth = 0.47
const lineHeight = 1.15

/**
 * Names for the regions that have room for them, inside the region. `sizePx` is the side of the map, `fontPx` the size
 * of the letters. The narrow wedges are named along their length, near their wide end.
 */
export function regionLabels(gain: number, range: Range, sizePx: number, fontPx: number): RegionLabel[] {
  const { low, high } = range
  const e = existenceSaliency(gain)
  const perPx = (high - low) / sizePx
  const height = lineHeight * fontPx * perPx
  const widthOf = (id: RegionId) => (regionWords[id].length * letterWidth * fontPx + 0.6 * fontPx) * perPx
  const labels: RegionLabel[] = []
  const add = (id: RegionId, at: readonly [number, number], isUpright = false) =>
    labels.push({ id, text: regionWords[id], at, isUpright })

  const small = e - low
  const large = high - e
  // Off the zero lines, which would strike the words through: with low = -1/g the middle of the strip is zero.
  const strip = low + 0.27 * small
  if (small > widthOf('none') && small > height) add('none', [(low + e) / 2, strip])
  if (large > widthOf('only-1') && small > height) {
    add('only-1', [(e + high) / 2, strip])
  }
  if (small > widthOf('only-2') && large > height) add('only-2', [(low + e) / 2, (e + high) / 2])
  else if (large > widthOf('only-2') && small > height) add('only-2', [strip, (e + high) / 2], true)

  // A wedge is named where it is at least as wide as the letters are high, all along the name.
  const width = widthOf('saddle-2')
  const far = high - 0.5 * fontPx * perPx
  const near = far - width
  if (near > e && criticalSaliency(near, gain) - e > 0.9 * height) {
    const middle = e + 0.45 * (criticalSaliency(near, gain) - e)
    add('saddle-2', [(near + far) / 2, middle])
    add('saddle-1', [middle, (near + far) / 2], true)
  }
  if (large > 1.5 * widthOf('both')) add('both', [e + 0.64 * large, e + 0.64 * large])
  return labels
}
