import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { useLab } from '../../store/useLab.ts'
import { useCanvas } from '../useCanvas.ts'
import { drawFractionBand } from './drawFractionBand.ts'
import { fractionSentence } from './fractions.ts'
import './phasePlots.css'

/** Words need no more than this many times a second. */
const readingsPerSecond = 2

/** How the shares of the basins moved while the saliencies did: a stacked band, the newest at the right. */
export function FractionBand() {
  useWanted('basins')
  const { cell } = useLab().analysis
  const canvasRef = useCanvas(cell, (sheet) => drawFractionBand(sheet, cell.fractionHistory))
  const sentence = useAnalysis(({ fractionHistory }) => fractionSentence(fractionHistory), readingsPerSecond)
  return (
    <div className="phase-plots">
      <figure className="phase-plot">
        <figcaption>Basin shares, change by change</figcaption>
        <canvas ref={canvasRef} className="fraction-band" role="img" aria-label={sentence} />
      </figure>
    </div>
  )
}
