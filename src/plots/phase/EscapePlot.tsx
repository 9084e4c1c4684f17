import type { EscapeCurve } from '../../model/phase/density.ts'
import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { selectSystem } from '../../store/selectors.ts'
import { useCell } from '../../store/useCell.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Symbol } from '../../ui/Symbol.tsx'
import { useCanvas } from '../useCanvas.ts'
import { drawEscapePlot } from './drawEscapePlot.ts'
import { escapeSentence } from './escapeWords.ts'
import './phasePlots.css'

/** Words and stopwatches need no more than this many times a second. */
const readingsPerSecond = 2

const order = ['noise', 'saliency-1', 'saliency-2'] as const satisfies readonly EscapeCurve['along'][]

const titles = {
  noise: (
    <>
      against the noise <Symbol base="σ" />
    </>
  ),
  'saliency-1': (
    <>
      against the saliency <Symbol base="α" sub="1" />
    </>
  ),
  'saliency-2': (
    <>
      against the saliency <Symbol base="α" sub="2" />
    </>
  ),
} satisfies Record<EscapeCurve['along'], unknown>

function OneCurve({ curve }: { readonly curve: EscapeCurve }) {
  const { analysis } = useLab()
  const stopwatches = useCell((cell) => cell.cloud?.stopwatches ?? null, readingsPerSecond)
  const { saliency } = useLabState(selectSystem)
  const noise = useLabState((state) => state.experiment.noise.strength)
  const { along } = curve
  const present = along === 'noise' ? noise : saliency[along === 'saliency-1' ? 0 : 1]
  const canvasRef = useCanvas(analysis.cell, (sheet) =>
    drawEscapePlot(sheet, { curve, present, stopwatches: stopwatches ?? [] }),
  )
  return (
    <figure className="phase-plot">
      <figcaption>
        Mean escape time <Symbol base="τ" /> <small>{titles[along]}</small>
      </figcaption>
      <canvas ref={canvasRef} role="img" aria-label={escapeSentence(curve, present)} />
    </figure>
  )
}

/** How long the wells hold against noise, and how that changes with the noise and with the saliencies. */
export function EscapePlot() {
  useWanted('escape-curves')
  const curves = useAnalysis((cell) => cell.escapeCurves, readingsPerSecond)
  if (curves.length === 0) return null
  return (
    <div className="phase-plots">
      {order.map((along) => {
        const curve = curves.find((each) => each.along === along)
        return curve && <OneCurve key={along} curve={curve} />
      })}
    </div>
  )
}
