import type { CurvePoints } from '../../model/phase/phaseCurves.ts'

/** The pieces of lines on light ground, drawn dark, and those on dark ground, drawn pale. */
export interface TwoTone<T> {
  readonly onLight: T
  readonly onDark: T
}

type DarkAt = (x1: number, x2: number) => boolean

/** The part of `Path2D` that is needed. */
type Pen = Pick<Path2D, 'moveTo' | 'lineTo'>

/** Pieces shorter than this many points take the tone of the piece before, so that a line does not flicker where the ground is in between. */
const shortestPiece = 4

/** Where each tone begins along a curve: index of the first point, ascending from 0, with the tones in turn. */
export function tonePieces(
  points: CurvePoints,
  isDarkAt: DarkAt,
): { readonly first: number; readonly isDark: boolean }[] {
  const pieces: { first: number; isDark: boolean }[] = []
  for (let k = 0; 2 * k + 1 < points.length; k += 1) {
    const isDark = isDarkAt(points[2 * k], points[2 * k + 1])
    const last = pieces.at(-1)
    if (last?.isDark === isDark) continue
    if (last && k - last.first < shortestPiece && pieces.length > 1) pieces.pop()
    else pieces.push({ first: k, isDark })
  }
  return pieces
}

/** Adds a curve to both paths, each piece to the one of its ground. `scale`: CSS pixels of a unit; x₂ goes upwards. */
export function addCurve(paths: TwoTone<Pen>, points: CurvePoints, scale: number, isDarkAt: DarkAt): void {
  const count = points.length / 2
  if (count < 2) return
  const pieces = tonePieces(points, isDarkAt)
  pieces.forEach(({ first, isDark }, n) => {
    const path = isDark ? paths.onDark : paths.onLight
    const last = pieces[n + 1]?.first ?? count - 1
    path.moveTo(points[2 * first] * scale, -points[2 * first + 1] * scale)
    for (let k = first + 1; k <= last; k += 1) path.lineTo(points[2 * k] * scale, -points[2 * k + 1] * scale)
  })
}
