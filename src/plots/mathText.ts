import type { EquilibriumName } from '../model/equilibriumNames.ts'
import { shownName, type PictureState } from '../store/pictureLab.ts'
import type { Tokens } from '../ui/readTokens.ts'

/** Typeset text on a canvas: runs in the faces of the formulas or of the controls, with raised and lowered parts. */
export interface TextRun {
  readonly text: string
  readonly face: 'math' | 'roman' | 'sans'
  readonly script?: 'sup' | 'sub'
}

export const sans = (text: string): TextRun => ({ text, face: 'sans' })
export const math = (text: string): TextRun => ({ text, face: 'math' })
export const roman = (text: string): TextRun => ({ text, face: 'roman' })
export const sub = (text: string): TextRun => ({ text, face: 'roman', script: 'sub' })
export const sup = (text: string): TextRun => ({ text, face: 'roman', script: 'sup' })

const scriptSize = 0.72
const supRise = 0.38
const subDrop = 0.22
/** The math face is small on its body beside the sans. */
const mathSize = 1.12

function fontOf({ face, script }: TextRun, sizePx: number, tokens: Pick<Tokens, 'fontFamily'>): string {
  const size = (script ? scriptSize : 1) * sizePx * (face === 'sans' ? 1 : mathSize)
  switch (face) {
    case 'math':
      return `italic ${size}px KaTeX_Math, 'Times New Roman', serif`
    case 'roman':
      return `${size}px KaTeX_Main, 'Times New Roman', serif`
    case 'sans':
      return `${size}px ${tokens.fontFamily}`
    default:
      return face satisfies never
  }
}

/** Width of the runs in CSS pixels. `context` should not be that of a canvas in the page: see textSprites.ts. */
export function measureRuns(
  context: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>,
  runs: readonly TextRun[],
  sizePx: number,
  tokens: Pick<Tokens, 'fontFamily'>,
): number {
  let width = 0
  for (const run of runs) {
    context.font = fontOf(run, sizePx, tokens)
    width += context.measureText(run.text).width
  }
  return width
}

export const defaultHaloWidth = 3

export interface RunStyle {
  readonly sizePx: number
  readonly colour: string
  readonly align?: 'start' | 'center' | 'end'
  /** Drawn round the letters, so that lines behind do not disturb. */
  readonly halo?: string | undefined
  readonly haloWidth?: number
}

/** How far the baseline of a text lies below its middle height, in its size. */
const baselineDrop = 0.34

const riseOf = ({ script }: TextRun) => (script === 'sup' ? supRise : script === 'sub' ? -subDrop : 0)

/** The runs for a context that takes a line of text in pieces: the font of each, and how far it stands above the line. */
export function runPieces(
  runs: readonly TextRun[],
  sizePx: number,
  tokens: Pick<Tokens, 'fontFamily'>,
): { readonly text: string; readonly font: string; readonly rise: number }[] {
  return runs.map((run) => ({ text: run.text, font: fontOf(run, sizePx, tokens), rise: riseOf(run) * sizePx }))
}

/** The baseline of a text whose middle height is at y. */
export const baselineOf = (y: number, sizePx: number) => y + baselineDrop * sizePx

/** Paints runs from x on, with their middle height at y. */
export function paintRuns(
  context: CanvasRenderingContext2D,
  runs: readonly TextRun[],
  [x, y]: readonly [number, number],
  tokens: Pick<Tokens, 'fontFamily'>,
  { sizePx, colour, halo, haloWidth = defaultHaloWidth }: RunStyle,
): void {
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.lineJoin = 'round'
  const baseline = baselineOf(y, sizePx)
  // All halos first: else the halo of a script would eat into the letter before it.
  for (const layer of halo ? (['halo', 'ink'] as const) : (['ink'] as const)) {
    let at = x
    for (const run of runs) {
      context.font = fontOf(run, sizePx, tokens)
      const level = baseline - riseOf(run) * sizePx
      if (layer === 'halo' && halo) {
        context.strokeStyle = halo
        context.lineWidth = haloWidth
        context.strokeText(run.text, at, level)
      } else {
        context.fillStyle = colour
        context.fillText(run.text, at, level)
      }
      at += context.measureText(run.text).width
    }
  }
}

/** The name of an equilibrium: ξ¹, −ξ², or a word; with the names that a person gave the two memories, where there are such. */
export function nameRuns(name: EquilibriumName, memoryNames: PictureState['memoryNames'] = null): TextRun[] {
  switch (name.kind) {
    case 'memory':
      if (memoryNames) return [sans((name.sign === -1 ? '−' : '') + shownName(memoryNames[name.mu]))]
      return [...(name.sign === -1 ? [roman('−')] : []), math('ξ'), sup(String(name.mu + 1))]
    case 'mixed':
      return [sans('mixed')]
    case 'origin':
      return [sans('origin')]
    default:
      return name satisfies never
  }
}
