import { useEffect, useId, useRef, useState } from 'react'
import { coordinateNames, type PictureLab } from '../store/pictureLab.ts'
import { usePictureState } from '../store/usePictureState.ts'
import '../ui/VisuallyHidden.css'
import type { Sheet } from './canvasSurface.ts'
import { drawBalls, drawTrails } from './drawBalls.ts'
import { drawAxes, drawContours, drawGround, drawLegend } from './drawGround.ts'
import { drawCursor, drawMarkers, drawNames } from './drawMarks.ts'
import './LandscapeMap.css'
import { createMapActions } from './mapActions.ts'
import { mapLayout, noInsets } from './mapLayout.ts'
import type { Insets } from './mapLayout.ts'
import { createMapRaster } from './mapRaster.ts'
import { useCanvas } from './useCanvas.ts'

export interface LandscapeMapProps {
  readonly picture: PictureLab
  /** What it shows, to those who cannot see it. */
  readonly label?: string
  /** Colours of the two memories; without them those of the theme's first two. */
  readonly memoryColours?: readonly [string, string] | undefined
  /** Pixels at each edge that panels cover: the map stands in what is left. */
  readonly insets?: Insets | undefined
}

const keysText = 'Arrow keys move a cross-hair, with Shift further; '
const dropText = 'Enter drops a ball there; '
const hideText = 'Escape hides it. The equilibria are in the table beside it.'

/** The energy landscape as a contour map: colours, contour lines, equilibria, balls with their trails, a legend. */
export function LandscapeMap({
  picture,
  label = 'Energy landscape as a contour map',
  memoryColours,
  insets = noInsets,
}: LandscapeMapProps) {
  const { cell, wantContours } = picture
  const layers = usePictureState(picture, (state) => state.layers)
  const highlightedKey = usePictureState(picture, (state) => state.highlightedKey)
  const memoryNames = usePictureState(picture, (state) => state.memoryNames)
  const canDrop = usePictureState(picture, (state) => state.dropBall !== null)
  const keysId = useId()
  const hostRef = useRef<HTMLDivElement>(null)
  const spokenRef = useRef<HTMLParagraphElement>(null)
  const [raster] = useState(createMapRaster)
  const [actions] = useState(() => createMapActions(picture))

  const canvasRef = useCanvas(cell, (sheet: Sheet) => {
    const layout = mapLayout(sheet.width, sheet.height, insets, sheet.tokens.rem)
    actions.showLayout(layout)
    if (!cell.landscape) return
    drawGround(sheet, cell, layout, raster)
    if (layers.contours) drawContours(sheet, cell, layout, layers.labels)
    drawAxes(sheet, cell.landscape.extent, layout, coordinateNames(memoryNames))
    drawLegend(sheet, cell, layout)
    if (layers.trails) drawTrails(sheet, cell, layout)
    if (layers.equilibria) drawMarkers(sheet, cell, layout, highlightedKey)
    if (layers.equilibria && layers.labels)
      drawNames(sheet, cell, layout, { highlightedKey, memoryNames, memoryColours })
    drawBalls(sheet, cell, layout)
    drawCursor(sheet, cell, layout, coordinateNames(memoryNames))
  })

  useEffect(() => wantContours(), [wantContours])

  useEffect(() => {
    if (!hostRef.current) return
    return actions.attach(hostRef.current, (text) => {
      if (spokenRef.current) spokenRef.current.textContent = text
    })
  }, [actions])

  return (
    <div
      ref={hostRef}
      className="landscape-map"
      role="application"
      data-drops={canDrop || undefined}
      aria-label={label}
      aria-describedby={keysId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture with its own keys is what the role is for
      tabIndex={0}
    >
      <canvas ref={canvasRef} className="landscape-map-canvas" />
      <p className="visually-hidden" id={keysId}>
        {keysText + (canDrop ? dropText : '') + hideText}
      </p>
      <p className="visually-hidden" ref={spokenRef} aria-live="polite" />
    </div>
  )
}
