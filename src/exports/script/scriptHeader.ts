import type { ExportHeader } from '../header.ts'
import type { Literals } from './literals.ts'

const paper = [
  'S. Betteti, G. Baggio, F. Bullo, S. Zampieri: Input-driven dynamics for robust memory retrieval in',
  'Hopfield networks. Science Advances 11 (2025), arXiv:2411.05849.',
]

/** What a script calls itself. */
export function titleOf({ title }: Pick<ExportHeader, 'title'>): string {
  return title === '' ? 'An experiment of Memoryscape' : title
}

/** The comment at the top of a script: what it is, of which document, and how it is run. */
export function scriptHeader({ comment }: Literals, header: ExportHeader, about: readonly string[]): string {
  const { version, seed, link } = header
  return [
    titleOf(header),
    '',
    ...about,
    '',
    `Memoryscape ${version}, seed ${seed}`,
    // The address of the lab is not known here; its fragment opens the document behind any of them.
    link === null ? 'No link can hold the document.' : `Link: ${link}`,
    '',
    ...paper,
  ]
    .map((line) => comment(line))
    .join('\n')
}
