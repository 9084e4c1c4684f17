import type { Sheet } from './canvasSurface.ts'
import { sans } from './mathText.ts'

/** Between the last number of an axis and its name, in sizes of the number. */
const gap = 0.8

/** Whether the number at a tick (`x`, its middle) ends well before the name of its axis begins. All in CSS pixels. */
export function isClearOfName(sheet: Sheet, words: string, x: number, sizePx: number, nameLeft: number): boolean {
  return x + sheet.text.measure([sans(words)], sizePx, sheet.tokens) / 2 <= nameLeft - gap * sizePx
}
