import { heightAt, type Landscape, type NamedEquilibrium } from '../model/index.ts'
import type { PictureLab } from '../store/pictureLab.ts'
import { cursorHtml, timeConstantText } from './cursorWords.ts'
import { equilibriumHtml, equilibriumLabelClass } from './equilibriumLabel.ts'
import type { FrameLabel } from './frameLayout.ts'
import type { LabelOverlay } from './labelOverlay.ts'
import { placeLabelsInto, type LabelBox, type Obstacle, type PlacedLabel } from './labelPlacement.ts'
import { fourDigits } from './numberText.ts'
import type { Direction } from './phaseStrips.ts'
import { isHidden } from './picking.ts'
import type { PreparedFrame } from './pictureFrame.ts'
import type { Viewpoint } from './viewpoint.ts'
import { stateToWorldInto, worldHeight, WORLD_HEIGHT, type ShownRange } from './worldFrame.ts'

/** A marker on the screen, for hovering. */
export interface MarkerSpot {
  readonly key: string
  readonly x: number
  readonly y: number
}

/** A label with what is written there. */
type OwnBox = LabelBox & {
  readonly key: string
  readonly className: string
  readonly html: string
  readonly opacity: number
}

/** The numbers of the vertical scale stand this far to the left of their ticks. */
const SCALE_TEXT_SHIFT_PX = -20
/** Opacity of the label of an equilibrium behind a hill. */
const HIDDEN_OPACITY = 0.45
/** Memories are placed first, then the origin, then the mixed states; before all of them the one that is pointed at. */
const order = { memory: 0, origin: 1, mixed: 2 } as const

/**
 * Writes all labels of the picture for the frame that was prepared: numbers on the frame, names of equilibria, the cursor's reading.
 * `like`: labels of the same picture, beside whose markers these stand on the same sides.
 */
export function createPictureLabels(
  picture: PictureLab,
  overlay: Pick<LabelOverlay, 'begin' | 'measure' | 'put' | 'end'>,
  viewpoint: Viewpoint,
  like: { readonly sides: ReadonlyMap<string, number> } | null = null,
) {
  const sides = new Map(like?.sides)
  /** Labels that found no room last time. */
  const leftOut = new Set<string>()
  const placed: PlacedLabel[] = []
  const screen = { x: 0, y: 0 }
  const world = { x: 0, y: 0, z: 0 }
  let spots: MarkerSpot[] = []

  const heightOver = (landscape: Landscape, shown: ShownRange) => (worldX: number, worldZ: number) =>
    worldHeight(heightAt(landscape, worldX * shown.extent, -worldZ * shown.extent), shown)

  function writeFrame(labels: readonly FrameLabel[], opacity: number, shiftX = 0) {
    if (opacity <= 0.01) return
    for (const label of labels) {
      if (!viewpoint.projectInto(screen, label.at)) continue
      overlay.put(
        label.key,
        `scene-label-${label.kind}`,
        label.html,
        screen.x + (label.kind === 'tick' ? shiftX : 0),
        screen.y,
        opacity,
      )
    }
  }

  function equilibriumBoxes(landscape: Landscape, { shown, markerSize, isCrowded }: PreparedFrame): OwnBox[] {
    const { highlightedKey, layers, memoryNames } = picture.store.getState()
    spots = []
    if (!layers.equilibria) return []
    const heightOf = heightOver(landscape, shown)
    const boxes: OwnBox[] = []
    const rank = ({ key, name }: NamedEquilibrium) => (key === highlightedKey ? -1 : order[name.kind])
    for (const each of picture.cell.equilibria.toSorted((a, b) => rank(a) - rank(b))) {
      const [x1, x2] = each.state
      stateToWorldInto(world, x1, x2, heightAt(landscape, x1, x2), shown)
      if (!viewpoint.projectInto(screen, world)) continue
      spots.push({ key: each.key, x: screen.x, y: screen.y })
      const isHighlighted = each.key === highlightedKey
      if (!layers.labels || (isCrowded && each.name.kind !== 'memory' && !isHighlighted)) continue
      const className = equilibriumLabelClass(each.name) + (isHighlighted ? ' scene-label-highlighted' : '')
      const html = equilibriumHtml(each.name, memoryNames)
      const { width, height } = overlay.measure(each.key, className, html)
      const opacity = isHighlighted || !isHidden(world, viewpoint.eye, heightOf, 0.03) ? 1 : HIDDEN_OPACITY
      const anchor = { anchorX: screen.x, anchorY: screen.y, clearance: markerSize + 4 }
      const last = { side: sides.get(each.key) ?? 0, isLeftOut: leftOut.has(each.key), isLasting: isHighlighted }
      boxes.push({ ...anchor, ...last, width, height, key: each.key, className, html, opacity })
    }
    return boxes
  }

  /** The label of a direction stands at the one of its ends that has more room around it. */
  function directionBoxes(landscape: Landscape, { shown, directions }: PreparedFrame): OwnBox[] {
    return directions.flatMap((direction, k) => {
      const roomAt = ([x1, x2]: Direction['ends'][number]) => {
        stateToWorldInto(world, x1, x2, heightAt(landscape, x1, x2), shown)
        if (!viewpoint.projectInto(screen, world)) return null
        const { x, y } = screen
        return { x, y, room: Math.min(...spots.map((spot) => Math.hypot(spot.x - x, spot.y - y))) }
      }
      const [one, other] = direction.ends.map(roomAt)
      const end = one && other && other.room > one.room ? other : (one ?? other)
      if (!end) return []
      const key = `direction ${k + 1}`
      const html = directionHtml(direction, k + 1)
      const { width, height } = overlay.measure(key, 'scene-label-plain', html)
      const anchor = { anchorX: end.x, anchorY: end.y, clearance: 5, side: sides.get(key) ?? 0 }
      const last = { isLeftOut: false, isLasting: true }
      return [{ ...anchor, ...last, width, height, key, className: 'scene-label-plain', html, opacity: 1 }]
    })
  }

  function writeBoxes(landscape: Landscape, prepared: PreparedFrame) {
    const { shown, markerSize } = prepared
    const boxes = [...equilibriumBoxes(landscape, prepared), ...directionBoxes(landscape, prepared)]
    placeLabelsInto(placed, boxes, ballsOnScreen(landscape, shown, markerSize))
    for (const [index, box] of boxes.entries()) {
      const place = placed[index]
      if (!place) continue
      sides.set(box.key, place.side)
      if (place.isLeftOut) {
        leftOut.add(box.key)
        continue
      }
      leftOut.delete(box.key)
      overlay.put(box.key, box.className, box.html, place.left + box.width / 2, place.top + box.height / 2, box.opacity)
    }
  }

  function ballsOnScreen(landscape: Landscape, shown: ShownRange, radius: number): Obstacle[] {
    const balls: Obstacle[] = []
    for (const trace of picture.cell.traces.values()) {
      if (trace.length === 0) continue
      const at = trace.at(trace.length - 1)
      const [x1, x2] = [trace.x1[at] ?? 0, trace.x2[at] ?? 0]
      stateToWorldInto(world, x1, x2, heightAt(landscape, x1, x2), shown)
      if (viewpoint.projectInto(screen, world)) balls.push({ x: screen.x, y: screen.y - radius / 2, radius })
    }
    return balls
  }

  function writeCursor(landscape: Landscape, { shown }: PreparedFrame) {
    const { cursor } = picture.cell
    if (!cursor) return
    const energy = heightAt(landscape, cursor[0], cursor[1])
    stateToWorldInto(world, cursor[0], cursor[1], energy, shown)
    if (!viewpoint.projectInto(screen, world)) return
    const html = cursorHtml(cursor, landscape, picture.store.getState())
    const { width, height } = overlay.measure('cursor', 'scene-label-cursor', html)
    const { left, top, width: freeWidth } = viewpoint.free()
    const x = Math.min(Math.max(screen.x, left + width / 2 + 4), left + freeWidth - width / 2 - 4)
    const above = screen.y - height / 2 - 22
    overlay.put('cursor', 'scene-label-cursor', html, x, above > top + height / 2 ? above : screen.y + height / 2 + 26)
  }

  return {
    write(prepared: PreparedFrame) {
      const { landscape } = picture.cell
      if (!landscape) return
      overlay.begin()
      writeFrame(prepared.layout.baseLabels, 1)
      writeFrame(prepared.layout.scaleLabels, prepared.scaleOpacity, SCALE_TEXT_SHIFT_PX)
      writeBoxes(landscape, prepared)
      writeCursor(landscape, prepared)
      overlay.end()
    },
    /** The marker under a canvas pixel. */
    markerAt(x: number, y: number, reach = 14): string | null {
      let best: string | null = null
      let nearest = reach
      for (const spot of spots) {
        const distance = Math.hypot(spot.x - x, spot.y - y)
        if (distance < nearest) {
          nearest = distance
          best = spot.key
        }
      }
      return best
    },
    heightOver,
    top: WORLD_HEIGHT * 1.06,
    /** The side that each label took last. */
    sides: sides as ReadonlyMap<string, number>,
  }
}

function directionHtml({ value, sense }: Direction, number: number): string {
  const lambda = `<i>λ</i><sub>${number}</sub>`
  if (sense === 0) return `${lambda} = 0`
  return `${lambda} = ${fourDigits(value)}<br>1/|${lambda}| = ${timeConstantText(value)}`
}

export type PictureLabels = ReturnType<typeof createPictureLabels>
