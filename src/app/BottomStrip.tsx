import { BallControls } from '../panels/BallControls.tsx'
import { PlotsStrip } from '../panels/PlotsStrip.tsx'
import { SpeedSlider } from '../panels/SpeedSlider.tsx'
import { TransportBar } from '../panels/TransportBar.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import './BottomStrip.css'

interface BottomStripProps {
  readonly isFolded: boolean
  readonly onToggle: () => void
}

/** The transport and the plots. Folded, the plots go and the transport stays as the tab on the edge. */
export function BottomStrip({ isFolded, onToggle }: BottomStripProps) {
  return (
    <section className="bottom-strip" data-edge="bottom" data-folded={isFolded || undefined} aria-label="Run and plots">
      <ErrorBoundary what="The plots panel">
        <div className="bottom-controls">
          <TransportBar />
          {!isFolded && (
            <>
              <SpeedSlider />
              <BallControls />
            </>
          )}
          <span className="bottom-fold">
            <IconButton
              icon="fold"
              label={isFolded ? 'Unfold the plots' : 'Fold the plots'}
              size="small"
              isExpanded={!isFolded}
              tooltip={
                isFolded ? 'Energy and overlaps over time, under the landscape.' : 'Gives their room to the landscape.'
              }
              onClick={onToggle}
            />
          </span>
        </div>
        {!isFolded && (
          <div className="bottom-body">
            <PlotsStrip />
          </div>
        )}
      </ErrorBoundary>
    </section>
  )
}
