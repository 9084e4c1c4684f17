import type { Sheet } from './canvasSurface.ts'

/** A path for what the sheet is drawn on. `data`: what it begins with, as SVG path data. */
export function newPath(sheet: Pick<Sheet, 'makePath'>, data = ''): Path2D {
  return sheet.makePath ? sheet.makePath(data) : new Path2D(data)
}

/** Draws a part of a picture: in a file it becomes a group with a name, and with a title where it has one. */
export function inPart(sheet: Pick<Sheet, 'part'>, name: string, draw: () => void, title?: string): void {
  if (sheet.part) sheet.part(name, draw, title)
  else draw()
}
