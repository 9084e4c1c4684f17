import { spreadLabels } from '../../ui/sliderScale.ts'
import type { Sheet } from '../canvasSurface.ts'
import { sans } from '../mathText.ts'
import { shortName } from './shortName.ts'

export interface EndName {
  readonly name: string
  /** Where its curve ends. */
  readonly y: number
  readonly colour: string
}

interface EndFrame {
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Names at the right end of curves, in their order from the top, moved apart where they would touch. All in CSS pixels. */
export function drawEndNames(sheet: Sheet, frame: EndFrame, names: readonly EndName[], sizePx: number): void {
  const { context, tokens, text, width } = sheet
  const { right, top, bottom } = frame
  const heightPx = 1.25 * sizePx
  const offset = top - heightPx / 2
  const places = spreadLabels(
    names.map(({ y }) => y - offset),
    names.map(() => heightPx),
    bottom - top + heightPx,
    0,
  )
  const room = width - right - 5
  names.forEach(({ name, colour }, k) => {
    const short = shortName(name, room, (words) => text.measure([sans(words)], sizePx, tokens))
    text.draw(context, [sans(short)], [right + 5, places[k] + offset], tokens, { sizePx, colour })
  })
}
