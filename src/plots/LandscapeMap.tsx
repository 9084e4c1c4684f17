import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { PictureLab } from '../store/pictureLab.ts'
import { usePictureState } from '../store/usePictureState.ts'
import '../ui/VisuallyHidden.css'
import type { Sheet } from './canvasSurface.ts'
import './LandscapeMap.css'
import { createMapActions } from './mapActions.ts'
import { createMapDrawing } from './mapDrawing.ts'
import { mapLayout, noInsets } from './mapLayout.ts'
import type { Insets } from './mapLayout.ts'
import { createReader } from './phase/createReader.ts'
import { joinSources, useCanvas } from './useCanvas.ts'

export interface LandscapeMapProps {
  readonly picture: PictureLab
  /** What it shows, to those who cannot see it. */
  readonly label?: string
  /** Colours of the two memories; without them those of the theme's first two. */
  readonly memoryColours?: readonly [string, string] | undefined
  /** Pixels at each edge that panels cover: the map stands in what is left. */
  readonly insets?: Insets | undefined
}

const names = {
  energy: 'Energy landscape as a contour map',
  density: 'Stationary density as a contour map',
} as const
const keysText = 'Arrow keys move a cross-hair, with Shift further; '
const chooseText = 'Enter on a mark chooses it; '
const dropText = 'Enter elsewhere drops a ball; '
const hideText = 'Escape hides it. The equilibria are in the table beside it.'

/** The energy landscape as a contour map: colours, contour lines, the phase portrait, equilibria, balls with their trails, a legend. */
export function LandscapeMap({ picture, label, memoryColours, insets = noInsets }: LandscapeMapProps) {
  const { cell, analysis, wantContours } = picture
  // Read for their changes: the map is drawn again after them.
  usePictureState(picture, (state) => state.layers)
  usePictureState(picture, (state) => state.highlightedKey)
  usePictureState(picture, (state) => state.memoryNames)
  const phase = usePictureState(picture, (state) => state.phase)
  const canDrop = usePictureState(picture, (state) => state.dropBall !== null)
  const canSelect = usePictureState(picture, (state) => state.select !== null)
  const keysId = useId()
  const hostRef = useRef<HTMLDivElement>(null)
  const spokenRef = useRef<HTMLParagraphElement>(null)
  const [drawMap] = useState(() => createMapDrawing(picture))
  const [read] = useState(() => createReader(picture))
  const [actions] = useState(() => createMapActions(picture, read))
  const sources = useMemo(() => joinSources(cell, analysis), [cell, analysis])

  const canvasRef = useCanvas(sources, (sheet: Sheet) => {
    const layout = mapLayout(sheet.width, sheet.height, insets, sheet.tokens.rem)
    actions.showLayout(layout)
    drawMap(sheet, layout, { memoryColours, reading: read(), hasNames: true })
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
      aria-label={label ?? names[phase?.quantity ?? 'energy']}
      aria-describedby={keysId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a picture with its own keys is what the role is for
      tabIndex={0}
    >
      <canvas ref={canvasRef} className="landscape-map-canvas" />
      <p className="visually-hidden" id={keysId}>
        {keysText + (canSelect ? chooseText : '') + (canDrop ? dropText : '') + hideText}
      </p>
      <p className="visually-hidden" ref={spokenRef} aria-live="polite" />
    </div>
  )
}
