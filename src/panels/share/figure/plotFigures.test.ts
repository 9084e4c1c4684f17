import { expect, it } from 'vitest'
import { createSvgContext } from '../../../exports/svg/svgContext.ts'
import { svgFile } from '../../../exports/svg/svgFile.ts'
import type { Sheet } from '../../../plots/canvasSurface.ts'
import { drawMetric } from '../../../plots/figure/drawMetric.ts'
import { drawShares } from '../../../plots/figure/drawShares.ts'
import { drawTimeline } from '../../../plots/figure/drawTimeline.ts'
import { createFigureText } from '../../../plots/figure/figureText.ts'
import type { Tokens } from '../../../ui/readTokens.ts'

const tokens: Tokens = {
  isDark: false,
  paper: '#ffffff',
  panel: '#ffffff',
  ink: '#222222',
  inkSoft: '#555555',
  hairline: '#cccccc',
  accent: '#880088',
  memory1: '#0000ff',
  memory2: '#ff0000',
  memories: ['#0000ff', '#ff0000'],
  stable: '#227733',
  unstable: '#775522',
  warning: '#885500',
  failure: '#bb2222',
  ball: '#ffdd44',
  fontFamily: 'sans-serif',
  rem: 10,
  mark: 1,
}

/** What is drawn in 300 x 120 pixels, as an SVG. */
function drawn(draw: (sheet: Sheet) => void): string {
  const context = createSvgContext()
  const canvas = context as unknown as CanvasRenderingContext2D
  const text = createFigureText(canvas)
  draw({ context: canvas, width: 300, height: 120, tokens, text, pixelRatio: 1, part: context.part })
  const size = { width: 300, height: 120, widthMm: 80 }
  return svgFile(context.drawing(), { ...size, title: '', description: '', background: null, documentText: null })
}

it('shares: a bar is as long as its share, its part of the twin paler', () => {
  const bars = [
    { label: 'memory 1', memory: 0, twin: 0.25, together: 0.75 },
    { label: 'the origin', memory: null, twin: null, together: 0.25 },
  ] as const
  const svg = drawn(drawShares(bars))
  expect(svg).toMatch(/memory 1[\s\S]*75\.0\u202f%[\s\S]*the origin[\s\S]*25\.0\u202f%/)
  // 0 stands at 6 rem, 100 % at 300 px − 4 rem: 200 px for the whole.
  expect(svg).toContain('<rect x="60" y="10.75" width="100" height="32.25" fill="#0000ff"/>')
  expect(svg).toContain('<rect x="160" y="10.75" width="50" height="32.25" fill="#0000ff" fill-opacity="0.5"/>')
})

it('timeline: corners stand at their time and saliency, and the last keyframe stays to the end', () => {
  const corners = [
    { time: 0, alpha: 0 },
    { time: 2, alpha: 10 },
  ]
  const curves = [{ id: 2, name: 'Dog', colour: '#ff0000', corners }]
  const svg = drawn((sheet) => drawTimeline(sheet, { span: 4, keyframes: [0, 2], curves }))
  // t from 25 to 250 px, α from 0 at 105 px to 10.5 at 10 px.
  expect(svg).toContain('M25 105L137.5 14.52L250 14.52')
  expect(svg).toContain('Dog')
})

it('flow and descent: the numbers of the state, and nothing where both are zero', () => {
  const svg = drawn((sheet) =>
    drawMetric(sheet, [2.3, -0.2], { field: [-1, 0.5], downhill: [0, 0.5], slopes: [0.04, 0.96] }),
  )
  expect(svg).toMatch(/= \(2\.30, −0\.20\)/)
  expect(svg).toContain('0.96')
  const still = drawn((sheet) => drawMetric(sheet, [0, 0], { field: [0, 0], downhill: [0, 0], slopes: [1, 1] }))
  expect(still).not.toMatch(/NaN|Infinity/)
})
