import { IconButton } from '../ui/IconButton.tsx'
import './RegimePath.css'

interface RegimePathToolsProps {
  /** From no input to B: there is nothing to draw. */
  readonly isRay: boolean
  readonly isDrawing: boolean
  /** The last move went beyond the map. */
  readonly isCut: boolean
  readonly onDraw: () => void
}

/** Below the map: a new path by a drag, and what is to be said of the present one. */
export function RegimePathTools({ isRay, isDrawing, isCut, onDraw }: RegimePathToolsProps) {
  const words = isCut
    ? 'The path stops at the edge of the map.'
    : isDrawing
      ? 'Drag a line on the map.'
      : isRay
        ? 'The diagram goes from no input through B.'
        : 'The diagram goes from A to B. Drag them.'
  return (
    <div className="regime-path-tools">
      {!isRay && (
        <IconButton
          label="Draw a path"
          hasText
          isPressed={isDrawing}
          tooltip="The next drag on the map draws the path of the bifurcation diagram. Shift and drag does it at once."
          onClick={onDraw}
        />
      )}
      <p className="regime-path-words" role="status">
        {words}
      </p>
    </div>
  )
}
