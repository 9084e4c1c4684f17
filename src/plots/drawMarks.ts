import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { FrameCell } from '../store/frameCell.ts'
import { isStableOnSliceOnly, type PictureState } from '../store/pictureLab.ts'
import type { Tokens } from '../ui/readTokens.ts'
import type { Sheet } from './canvasSurface.ts'
import { stateToScreen } from './mapLayout.ts'
import type { MapLayout } from './mapLayout.ts'
import { bytesOfColour } from './mapRaster.ts'
import { markerShapes } from './markerPaths.ts'
import { nameRuns } from './mathText.ts'
import { placeNames } from './nameBoxes.ts'
import type { Rect } from './nameBoxes.ts'
import { inPart, newPath } from './sheetParts.ts'

/** Radius of a marker, in rem; a little less on a small map. */
const markerRem = 0.5
/** Dark and light of the theme, for outlines on ground of any colour. */
export function darkAndLight({ paper, ink }: Tokens): readonly [dark: string, light: string] {
  const sum = (colour: string) => bytesOfColour(colour).reduce((total, byte) => total + byte, 0)
  return sum(paper) < sum(ink) ? [paper, ink] : [ink, paper]
}

const paths = new Map<string, Path2D>()

function pathOf(sheet: Sheet, data: string): Path2D {
  if (sheet.makePath) return newPath(sheet, data)
  const known = paths.get(data) ?? newPath(sheet, data)
  paths.set(data, known)
  return known
}

function markerRadius({ tokens }: Sheet, { size }: MapLayout): number {
  return markerRem * tokens.rem * tokens.mark * (size < 320 ? 0.85 : 1)
}

/** Which marks stand out: the one that is pointed at, and the one that was chosen. */
interface MarkOptions {
  readonly highlightedKey: string | null
  readonly selectedKey: string | null
}

export function drawMarkers(
  sheet: Sheet,
  cell: FrameCell,
  layout: MapLayout,
  { highlightedKey, selectedKey }: MarkOptions,
): void {
  const { tokens } = sheet
  const extent = cell.landscape?.extent ?? 1
  const radius = markerRadius(sheet, layout)
  const [, light] = darkAndLight(tokens)
  for (const point of cell.equilibria) {
    const { state, stability, key } = point
    const place = stateToScreen(layout, extent, state)
    const isHighlighted = key === highlightedKey
    const draw = () => {
      drawMarker(sheet, point, place, radius * (isHighlighted ? 1.25 : 1))
      if (isHighlighted || key === selectedKey) drawRing(sheet, place, 1.7 * radius, [tokens.accent, light])
    }
    inPart(
      sheet,
      `equilibrium ${key}`,
      draw,
      `${nameRuns(point.name)
        .map(({ text }) => text)
        .join('')}: ${stability}`,
    )
  }
}

/** The mark of one equilibrium: light round dark round its colour. `size`: its radius in pixels. */
function drawMarker(sheet: Sheet, point: NamedEquilibrium, place: readonly [number, number], size: number): void {
  const { context, tokens } = sheet
  const { stability } = point
  const [dark, light] = darkAndLight(tokens)
  const { outline, inside, isHole } = markerShapes[isStableOnSliceOnly(point) ? 'stableOnSlice' : stability]
  context.save()
  context.translate(...place)
  context.scale(size, size)
  context.lineJoin = 'round'
  context.lineCap = 'round'
  const shape = pathOf(sheet, outline)
  for (const [colour, px] of [
    [light, 5],
    [dark, 2.4],
  ] as const) {
    context.strokeStyle = colour
    context.lineWidth = px / size
    context.globalAlpha = colour === light ? 0.6 : 1
    context.stroke(shape)
  }
  context.globalAlpha = 1
  context.fillStyle = stability === 'stable' ? tokens.stable : tokens.unstable
  context.fill(shape)
  if (inside) {
    context.strokeStyle = light
    context.fillStyle = light
    context.lineWidth = 1.8 / size
    if (isHole) context.fill(pathOf(sheet, inside))
    else context.stroke(pathOf(sheet, inside))
  }
  context.restore()
}

/** A ring in two colours, so that it shows on ground of any colour. */
function drawRing(
  { context, tokens }: Sheet,
  [x, y]: readonly [number, number],
  radius: number,
  [colour, casing]: readonly [string, string],
): void {
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  for (const [stroke, width, opacity] of [
    [casing, 4, 0.6],
    [colour, 2, 1],
  ] as const) {
    context.globalAlpha = opacity
    context.strokeStyle = stroke
    context.lineWidth = width * tokens.mark
    context.stroke()
  }
  context.globalAlpha = 1
}

const importance = { memory: 0, origin: 1, mixed: 2 } as const

interface NameOptions {
  readonly highlightedKey: string | null
  readonly memoryNames: PictureState['memoryNames']
  readonly memoryColours: readonly [string, string] | undefined
}

const nameSize = ({ name }: NamedEquilibrium, rem: number) => (name.kind === 'memory' ? 1 : 0.75) * rem
const namePadding = (rem: number) => 0.35 * rem

/** Where the names of the equilibria stand: those that have room. */
export function placedNames(
  sheet: Sheet,
  cell: FrameCell,
  layout: MapLayout,
  memoryNames: PictureState['memoryNames'],
): { readonly point: NamedEquilibrium; readonly rect: Rect }[] {
  const { tokens } = sheet
  const extent = cell.landscape?.extent ?? 1
  const radius = markerRadius(sheet, layout)
  const ordered = cell.equilibria.toSorted((a, b) => importance[a.name.kind] - importance[b.name.kind])
  const boxes = ordered.map((each) => {
    const [x, y] = stateToScreen(layout, extent, each.state)
    const sizePx = nameSize(each, tokens.rem)
    const width = sheet.text.measure(nameRuns(each.name, memoryNames), sizePx, tokens) + 2 * namePadding(tokens.rem)
    return { x, y, width, height: 1.35 * sizePx, clearance: 1.5 * radius }
  })
  const bounds = { left: layout.left + 2, top: layout.top + 2, width: layout.size - 4, height: layout.size - 4 }
  return placeNames(boxes, bounds).flatMap((rect, k) => (rect ? [{ point: ordered[k], rect }] : []))
}

export function drawNames(
  sheet: Sheet,
  cell: FrameCell,
  layout: MapLayout,
  { highlightedKey, memoryNames, memoryColours }: NameOptions,
): void {
  const { context, tokens } = sheet
  const colours = memoryColours ?? [tokens.memory1, tokens.memory2]
  for (const { point, rect } of placedNames(sheet, cell, layout, memoryNames)) {
    const { name, key } = point
    const edge = name.kind === 'memory' ? colours[name.mu] : null
    drawChip(sheet, rect, edge, key === highlightedKey)
    const colour = name.kind === 'memory' || key === highlightedKey ? tokens.ink : tokens.inkSoft
    const place = [rect.left + namePadding(tokens.rem), rect.top + rect.height / 2] as const
    const sizePx = nameSize(point, tokens.rem)
    sheet.text.draw(context, nameRuns(name, memoryNames), place, tokens, { sizePx, colour })
  }
}

/** A slip of paper for a name: it lets the ground shine through a little. */
function drawChip({ context, tokens }: Sheet, rect: Rect, edge: string | null, isHighlighted: boolean): void {
  const { left, top, width, height } = rect
  context.globalAlpha = 0.86
  context.fillStyle = tokens.paper
  context.beginPath()
  context.roundRect(left, top, width, height, 3)
  context.fill()
  context.globalAlpha = 1
  if (isHighlighted) {
    context.strokeStyle = tokens.accent
    context.lineWidth = 1.5
    context.stroke()
  }
  if (!edge) return
  context.fillStyle = edge
  context.fillRect(left, top, 2.5, height)
}
