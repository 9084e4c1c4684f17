import type { EmbedPageFigures } from './embedPage.ts'
import { atMost, type Figure } from './figures.ts'
import { quantile } from './harness.ts'

/** Figures of the embed page. None is a ratio, so none is a gate. */
export function embedPageFiguresOf(page: EmbedPageFigures | null): Figure[] {
  if (!page) return []
  const blank = quantile(page.blankPercent, 0.5)
  const atRest = page.restPercent.map((value) => value - blank)
  const figures = [
    atMost('embed, navigation to map, cold', 300, 'ms', page.firstMapMs),
    atMost('embed, navigation to first surface, cold', 1300, 'ms', page.firstSurfaceMs),
    atMost('ten embeds, processor at rest, above a blank page', 2, '%', atRest),
    atMost('ten embeds, WebGL contexts', 4, '', page.contexts),
  ]
  // What cannot be measured on this system has no row.
  return figures.filter(({ spread }) => !Number.isNaN(spread.median))
}
