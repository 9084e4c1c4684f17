import { exportHeader, type ExportHeader } from '../../exports/header.ts'
import type { LabState } from '../../store/labState.ts'

/**
 * The header of what the lab shows. Of a document from a newer version that is a part, so the file says so and offers no link: it would open the part
 * as if it were the whole. `title`: of the document, or empty.
 */
export function shownHeader(
  { experiment, readOnly }: Pick<LabState, 'experiment' | 'readOnly'>,
  title: string,
  viewHash: string,
): ExportHeader {
  const header = exportHeader(experiment, title, viewHash)
  return readOnly === null ? header : { ...header, title: partTitle, link: null }
}

const partTitle = 'A newer document, as far as it is understood'
