import { memo, useId, useRef } from 'react'
import type { ReadonlyPair } from '../model/vector.ts'
import { selectSystem } from '../store/selectors.ts'
import { useLabState } from '../store/useLab.ts'
import { spreadLabels } from '../ui/sliderScale.ts'
import { useElementSize } from '../ui/useElementSize.ts'
import '../ui/VisuallyHidden.css'
import { gammaGeometry, gammaSentence } from './gammaGeometry.ts'
import './GammaPlot.css'
import './plots.css'
import { plotTicks } from './plotTicks.ts'
import { SvgSymbol } from './SvgSymbol.tsx'

/** Height of the figure over its width. */
const aspect = 0.62

/** Where the size γ of a memory comes from: the crossing of ψ(γ) = tanh(gγ) with the line γ/α, for both memories. */
export const GammaPlot = memo(function GammaPlot() {
  const { saliency, gain } = useLabState(selectSystem)
  // The classic model has one strength for both memories, and so one line.
  const isClassic = useLabState((state) => state.experiment.model.kind === 'classic')
  const hostRef = useRef<HTMLDivElement>(null)
  const titleId = useId()
  const { width: hostWidth, rem } = useElementSize(hostRef)
  const { width, height, curve, lines } = gammaGeometry(saliency, gain)

  const fontPx = 0.75 * rem
  const margin = { left: 1.75 * rem, right: 1.75 * rem, top: 0.75 * rem, bottom: 2.125 * rem }
  const widthPx = Math.max(40, hostWidth - margin.left - margin.right)
  const heightPx = aspect * widthPx
  const x = (gamma: number) => (gamma / width) * widthPx
  const y = (value: number) => heightPx * (1 - value / height)
  const path = (points: readonly ReadonlyPair[]) =>
    points.map(([gamma, value], k) => `${k === 0 ? 'M' : 'L'}${x(gamma).toFixed(2)} ${y(value).toFixed(2)}`).join('')

  const ticks = plotTicks(0, width, 4)
  const crossings = lines.filter(({ amplitude }) => amplitude > 0)
  const names = spreadLabels(
    crossings.map(({ amplitude }) => x(amplitude)),
    crossings.map(() => 1.3 * fontPx),
    widthPx,
    2,
  )
  // The names of equal lines stand one below the other.
  const isSameLine = saliency[0] === saliency[1]
  return (
    <div className="gamma-plot" ref={hostRef} style={{ minHeight: heightPx + margin.top + margin.bottom }}>
      {hostWidth > 0 && (
        <svg
          className="plot-svg"
          width={hostWidth}
          height={heightPx + margin.top + margin.bottom}
          role="img"
          aria-labelledby={titleId}
        >
          <title id={titleId}>{gammaSentence(saliency, gain)}</title>
          <g transform={`translate(${margin.left} ${margin.top})`}>
            <g className="plot-grid">
              {ticks.map(({ value, text }) => (
                <line key={text} x1={x(value)} x2={x(value)} y1={0} y2={heightPx} />
              ))}
              <line x1={0} x2={widthPx} y1={y(1)} y2={y(1)} />
            </g>
            <path d={`M0 0V${heightPx}H${widthPx}`} className="plot-frame" />
            {lines.map(
              ({ memory, end, amplitude }) =>
                end && (
                  <path
                    key={memory}
                    d={path([[0, 0], end])}
                    className="gamma-line"
                    data-memory={memory + 1}
                    data-crosses={amplitude > 0}
                  />
                ),
            )}
            <path d={path(curve)} className="gamma-curve" />
            {crossings.map(({ memory, amplitude, saliency: alpha }, k) => (
              <g key={memory} data-memory={memory + 1} className="gamma-crossing">
                <path d={`M${x(amplitude)} ${y(amplitude / alpha)}V${heightPx}`} className="gamma-drop" />
                <circle cx={x(amplitude)} cy={y(amplitude / alpha)} r={4.5} />
                <text className="plot-text" x={names[k]} y={heightPx + 2.35 * fontPx} textAnchor="middle">
                  <SvgSymbol base="γ" sub={memory + 1} />
                </text>
              </g>
            ))}
            {lines.map(
              ({ memory, end }) =>
                end &&
                !(isClassic && memory === 1) && (
                  <text
                    key={memory}
                    className="plot-text gamma-name"
                    data-memory={isClassic ? undefined : memory + 1}
                    x={x(end[0]) + 5}
                    y={y(end[1]) + (isSameLine && memory === 1 ? 1.5 : 0.35) * fontPx}
                  >
                    <SvgSymbol base="γ" />/
                    {isClassic ? <SvgSymbol base="s" /> : <SvgSymbol base="α" sub={memory + 1} />}
                  </text>
                ),
            )}
            <text className="plot-text" x={x(0.03 * width)} y={y(1) - 4}>
              <SvgSymbol base="ψ" />(<SvgSymbol base="γ" />) = tanh <SvgSymbol base="gγ" />
            </text>
            <g className="plot-text" style={{ fontSize: 0.6875 * rem }}>
              {ticks.map(({ value, text }) => (
                <text key={text} x={x(value)} y={heightPx + 1.15 * fontPx} textAnchor="middle">
                  {text}
                </text>
              ))}
              <text x={-6} y={y(1)} textAnchor="end" dominantBaseline="central">
                1
              </text>
            </g>
            <text className="plot-text plot-axis" x={widthPx + 8} y={heightPx + 0.3 * fontPx}>
              <SvgSymbol base="γ" />
            </text>
          </g>
        </svg>
      )}
    </div>
  )
})
