import type { Tokens } from '../ui/readTokens.ts'
import { createRecentMap } from './recentMap.ts'
import { defaultHaloWidth, measureRuns, paintRuns, type RunStyle, type TextRun } from './mathText.ts'

/**
 * Texts painted once on small canvases of their own, and copied from there. A canvas in the page computes the styles and the layout of the
 * whole page before it takes a font: that cost 2 ms a frame while a slider was dragged. One outside the page does not.
 */
export interface TextSprites {
  /** Width of the runs in CSS pixels. */
  readonly measure: (runs: readonly TextRun[], sizePx: number, tokens: Tokens) => number
  /** Draws runs with their middle height at y, sharp on whole screen pixels unless the context is turned. */
  readonly draw: (
    context: CanvasRenderingContext2D,
    runs: readonly TextRun[],
    place: readonly [number, number],
    tokens: Tokens,
    style: RunStyle,
  ) => void
  /** Fonts have changed: everything is painted again when it is needed. */
  readonly forget: () => void
}

/** Texts drawn in some seconds of a moving plot: numbers that have left it are let go of after that. */
const usesOfGeneration = 4000
const mostOfGeneration = 300
/** Room around a text, in its size: scripts and slanted letters stand out. */
const room = 0.35
const heightInSizes = 1.8

export function createTextSprites(): TextSprites {
  const sprites = createRecentMap<HTMLCanvasElement>(usesOfGeneration, mostOfGeneration)
  const widths = createRecentMap<number>(usesOfGeneration, mostOfGeneration)
  const ruler = document.createElement('canvas').getContext('2d')
  const easel = document.createElement('canvas')

  const keyOf = (runs: readonly TextRun[], sizePx: number) =>
    `${sizePx}|${runs.map(({ text, face, script = '' }) => `${face}${script}:${text}`).join('|')}`

  function measure(runs: readonly TextRun[], sizePx: number, tokens: Tokens): number {
    return widths.get(keyOf(runs, sizePx), () => (ruler ? measureRuns(ruler, runs, sizePx, tokens) : 0))
  }

  function paint(runs: readonly TextRun[], ratio: number, width: number, tokens: Tokens, style: RunStyle) {
    const margin = room * style.sizePx
    easel.width = Math.ceil((width + 2 * margin) * ratio)
    easel.height = Math.ceil(heightInSizes * style.sizePx * ratio)
    const context = easel.getContext('2d')
    context?.scale(ratio, ratio)
    if (context) paintRuns(context, runs, [margin, (heightInSizes / 2) * style.sizePx], tokens, style)
    return copyOf(easel)
  }

  return {
    measure,
    draw(context, runs, [x, y], tokens, style) {
      const { sizePx, colour, halo = '', haloWidth = defaultHaloWidth, align = 'start' } = style
      const width = measure(runs, sizePx, tokens)
      const left = x - (align === 'center' ? width / 2 : align === 'end' ? width : 0)
      const { a: ratio, b: turn } = context.getTransform()
      if (turn !== 0) {
        paintRuns(context, runs, [left, y], tokens, style)
        return
      }
      const key = `${ratio}|${colour}|${halo}|${haloWidth}|${keyOf(runs, sizePx)}`
      const sprite = sprites.get(key, () => paint(runs, ratio, width, tokens, style))
      const snap = (value: number) => Math.round(value * ratio) / ratio
      const [atX, atY] = [snap(left - room * sizePx), snap(y - (heightInSizes / 2) * sizePx)]
      context.drawImage(sprite, atX, atY, sprite.width / ratio, sprite.height / ratio)
    },
    forget() {
      sprites.clear()
      widths.clear()
    },
  }
}

/** A canvas that has drawn text keeps 30 kB of fonts: its copy does not. */
function copyOf(canvas: HTMLCanvasElement): HTMLCanvasElement {
  const copy = document.createElement('canvas')
  copy.width = canvas.width
  copy.height = canvas.height
  copy.getContext('2d')?.drawImage(canvas, 0, 0)
  return copy
}
