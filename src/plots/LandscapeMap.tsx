import { useEffect, useId, useRef, useState } from 'react'
import { useLab, useLabState } from '../store/useLab.ts'
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
  /** Pixels at each edge that panels cover: the map stands in what is left. */
  readonly insets?: Insets | undefined
}

const keysText =
  'Arrow keys move a cross-hair, with Shift further; Enter drops a ball there; Escape hides it. The equilibria are in the table “What is here”.'

/** The energy landscape as a contour map: colours, contour lines, equilibria, balls with their trails, a legend. */
export function LandscapeMap({ insets = noInsets }: LandscapeMapProps) {
  const lab = useLab()
  const { cell, wantContours } = lab
  const layers = useLabState((state) => state.experiment.view.layers)
  const highlightedKey = useLabState((state) => state.highlightedKey)
  const keysId = useId()
  const hostRef = useRef<HTMLDivElement>(null)
  const spokenRef = useRef<HTMLParagraphElement>(null)
  const [raster] = useState(createMapRaster)
  const [actions] = useState(() => createMapActions(lab))

  const canvasRef = useCanvas(cell, (sheet: Sheet) => {
    const layout = mapLayout(sheet.width, sheet.height, insets, sheet.tokens.rem)
    actions.showLayout(layout)
    if (!cell.landscape) return
    drawGround(sheet, cell, layout, raster)
    if (layers.contours) drawContours(sheet, cell, layout, layers.labels)
    drawAxes(sheet, cell.landscape.extent, layout)
    drawLegend(sheet, cell, layout)
    if (layers.trails) drawTrails(sheet, cell, layout)
    if (layers.equilibria) drawMarkers(sheet, cell, layout, highlightedKey)
    if (layers.equilibria && layers.labels) drawNames(sheet, cell, layout, highlightedKey)
    drawBalls(sheet, cell, layout)
    drawCursor(sheet, cell, layout)
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
      aria-label="Energy landscape as a contour map"
      aria-describedby={keysId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture with its own keys is what the role is for
      tabIndex={0}
    >
      <canvas ref={canvasRef} className="landscape-map-canvas" />
      <p className="visually-hidden" id={keysId}>
        {keysText}
      </p>
      <p className="visually-hidden" ref={spokenRef} aria-live="polite" />
    </div>
  )
}
