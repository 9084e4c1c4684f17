import { levelStep, niceLevels } from '../model/index.ts'
import { coordinateNames, type CoordinateNames, type PictureAnalysis } from '../store/pictureLab.ts'
import { tickText } from './numberText.ts'
import { WORLD_BASE, WORLD_HEIGHT, type ShownRange, type WorldPoint } from './worldFrame.ts'

/** A label at a world point. */
export interface FrameLabel {
  readonly key: string
  readonly kind: 'tick' | 'axis'
  readonly html: string
  readonly at: WorldPoint
}

type Line = readonly [WorldPoint, WorldPoint]

/** Lines and labels of the frame around the block, and of the vertical scale, in world coordinates. */
export interface FrameLayout {
  readonly base: readonly Line[]
  readonly baseLabels: readonly FrameLabel[]
  readonly scale: readonly Line[]
  readonly scaleLabels: readonly FrameLabel[]
}

/** Which edges face the viewer, and which corner is leftmost on the screen: signs of world X and Z. */
export interface FacingSides {
  readonly frontX: 1 | -1
  readonly frontZ: 1 | -1
  readonly leftX: 1 | -1
  readonly leftZ: 1 | -1
}

/** Within this much of a right angle a side is kept, so that the frame does not flicker between two layouts. */
const STICKINESS = 0.12

const stickySign = (value: number, last: 1 | -1): 1 | -1 => (value * last < -STICKINESS ? (-last as 1 | -1) : last)

/** `isMap`: seen from above, where the x2 axis belongs on the left, as in any plot. */
export function facingSides(azimuth: number, last: FacingSides | null, isMap = false): FacingSides {
  const sine = Math.sin(azimuth)
  const cosine = Math.cos(azimuth)
  const initial: FacingSides = {
    frontX: sine > STICKINESS ? 1 : -1,
    frontZ: cosine < -STICKINESS ? -1 : 1,
    leftX: -1,
    leftZ: -1,
  }
  const before = last ?? initial
  return {
    frontX: isMap && cosine > 0.9 ? -1 : stickySign(sine, before.frontX),
    frontZ: stickySign(cosine, before.frontZ),
    leftX: stickySign(-cosine, before.leftX),
    leftZ: stickySign(sine, before.leftZ),
  }
}

/** Distance of the frame line from the block, and lengths of ticks, in world units. */
const GAP = 0.05
const TICK = 0.028
/** Distance of the vertical scale from the corner of the block, along each axis. */
const SCALE_GAP = 0.03
const TEXT = 0.105
const AXIS_TEXT = 0.215

/** What heights are called: energies E, or a density p. */
export function heightLetter(quantity: PictureAnalysis['quantity']): 'E' | 'p' {
  return quantity === 'density' ? 'p' : 'E'
}

export function frameLayout(
  shown: ShownRange,
  sides: FacingSides,
  names: CoordinateNames = coordinateNames(null),
  quantity: PictureAnalysis['quantity'] = 'energy',
): FrameLayout {
  const rim = 1 + GAP
  const y = WORLD_BASE
  const axisHtml = (k: 0 | 1) => `<i>${names.letter}</i><sub>${names.subscripts[k]}</sub>`
  const corner = (x: number, z: number): WorldPoint => ({ x: x * rim, y, z: z * rim })
  const base: Line[] = [
    [corner(-1, -1), corner(1, -1)],
    [corner(1, -1), corner(1, 1)],
    [corner(1, 1), corner(-1, 1)],
    [corner(-1, 1), corner(-1, -1)],
  ]
  const baseLabels: FrameLabel[] = []
  const { frontX, frontZ, leftX, leftZ } = sides
  const step = levelStep(-shown.extent, shown.extent, 5)
  for (const value of niceLevels(-shown.extent, shown.extent, 5)) {
    const along = value / shown.extent
    if (Math.abs(along) > 0.97) continue
    const html = tickText(value, step)
    base.push([
      { x: along, y, z: frontZ * rim },
      { x: along, y, z: frontZ * (rim + TICK) },
    ])
    baseLabels.push({ key: `x1 ${html}`, kind: 'tick', html, at: { x: along, y, z: frontZ * (rim + TEXT) } })
    base.push([
      { x: frontX * rim, y, z: -along },
      { x: frontX * (rim + TICK), y, z: -along },
    ])
    baseLabels.push({ key: `x2 ${html}`, kind: 'tick', html, at: { x: frontX * (rim + TEXT), y, z: -along } })
  }
  baseLabels.push({
    key: 'axis x1',
    kind: 'axis',
    html: axisHtml(0),
    at: { x: (0.5 * step) / shown.extent, y, z: frontZ * (rim + AXIS_TEXT) },
  })
  baseLabels.push({
    key: 'axis x2',
    kind: 'axis',
    html: axisHtml(1),
    at: { x: frontX * (rim + AXIS_TEXT), y, z: (-0.5 * step) / shown.extent },
  })

  // The scale stands at the leftmost corner; its ticks point away from the block.
  const outX = leftX * Math.SQRT1_2
  const outZ = leftZ * Math.SQRT1_2
  const foot = { x: leftX * (1 + SCALE_GAP), z: leftZ * (1 + SCALE_GAP) }
  const at = (height: number, out: number): WorldPoint => ({
    x: foot.x + out * outX,
    y: height,
    z: foot.z + out * outZ,
  })
  const scale: Line[] = [[at(0, 0), at(WORLD_HEIGHT, 0)]]
  const scaleLabels: FrameLabel[] = []
  const letter = heightLetter(quantity)
  const heightStep = levelStep(shown.floor, shown.ceiling, 4)
  for (const value of niceLevels(shown.floor, shown.ceiling, 4)) {
    const height = (WORLD_HEIGHT * (value - shown.floor)) / (shown.ceiling - shown.floor)
    const html = tickText(value, heightStep)
    scale.push([at(height, 0), at(height, TICK * 1.3)])
    scaleLabels.push({ key: `${letter} ${html}`, kind: 'tick', html, at: at(height, TICK * 1.3) })
  }
  scaleLabels.push({ key: 'axis height', kind: 'axis', html: `<i>${letter}</i>`, at: at(WORLD_HEIGHT + 0.075, 0) })
  return { base, baseLabels, scale, scaleLabels }
}
