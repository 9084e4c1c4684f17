import type { Experiment } from '../experiment/experiment.ts'
import { encodeLink } from '../experiment/link/link.ts'
import { linkFragment, longestLink } from '../experiment/link/linkText.ts'

/** What an exported file may say of itself; docs/exports.md has what each kind of file does say. The same document gives the same header. */
export interface ExportHeader {
  readonly title: string
  /** Of Memoryscape, such as '1.2.0'. */
  readonly version: string
  /** Of the noise of the view that is exported. */
  readonly seed: number
  /** `#/landscape?x=…`: opens the document behind any address of Memoryscape; null where it is too large for a link. */
  readonly link: string | null
  /** Never set: with a date no two files would be the same. */
  readonly date: null
}

/** The hash of the view with a network of many neurons, which has a seed of its own. */
const recallHash = '#/recall'

/** The header of a document, which goes by the name of `title`. `viewHash`: the view that its link opens. */
export function exportHeader(experiment: Experiment, title: string, viewHash = '#/landscape'): ExportHeader {
  const link = encodeLink(experiment)
  const { seed } = viewHash.startsWith(recallHash) ? experiment.recall.noise : experiment.noise
  return {
    title,
    version: __VERSION__,
    seed,
    link: link.length > longestLink ? null : linkFragment(viewHash, link),
    date: null,
  }
}
