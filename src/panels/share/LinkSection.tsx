import { useId, useMemo, useRef } from 'react'
import { encodeLink } from '../../experiment/link/link.ts'
import { linkFragment, longestLink } from '../../experiment/link/linkText.ts'
import { useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { counted } from './counted.ts'
import { qrCode } from './qrCode.ts'
import { QrPicture } from './QrPicture.tsx'
import { useCopy } from './useCopy.ts'

/** The link of what is shown now: to copy, and as a QR code. */
export function LinkSection({ viewHash }: { readonly viewHash: string }) {
  const experiment = useLabState((state) => state.experiment)
  const isReadOnly = useLabState((state) => state.readOnly !== null)
  const link = useMemo(() => encodeLink(experiment), [experiment])
  const [page] = window.location.href.split('#')
  const address = `${page}${linkFragment(viewHash, link)}`
  const code = useMemo(() => qrCode(address), [address])
  const fieldRef = useRef<HTMLInputElement>(null)
  const { copy, words } = useCopy(fieldRef)
  const id = useId()

  if (isReadOnly) {
    return (
      <section className="share-section" aria-label="Link">
        <p>
          A link from here cannot hold this document, which is from a newer Memoryscape. Save it as a file: it then has
          everything that it came with.
        </p>
      </section>
    )
  }
  if (link.length > longestLink) {
    return (
      <section className="share-section" aria-label="Link">
        <p>
          This experiment is too large for a link: it would have {counted(link.length, 'character')}, and the limit is{' '}
          {counted(longestLink, 'character')}. Save it as a file instead.
        </p>
      </section>
    )
  }
  return (
    <section className="share-section" aria-label="Link">
      <p id={`${id}-about`}>
        The link holds all that you set and drew, in its own characters: nothing is sent to a server, and what you
        change later is not in it.
      </p>
      <div className="share-link">
        <input
          ref={fieldRef}
          className="share-field"
          aria-label="Link to this experiment"
          aria-describedby={`${id}-about`}
          value={address}
          readOnly
          spellCheck={false}
          onFocus={(event) => event.target.select()}
        />
        <IconButton icon="copy" label="Copy link" hasText tone="main" onClick={() => void copy(address)} />
      </div>
      <p className="share-words">
        <span>{counted(address.length, 'character')}. </span>
        <span role="status">{words}</span>
      </p>
      {code === null ? (
        <p className="share-words">It is too long for a QR code that a phone could read.</p>
      ) : (
        <QrPicture code={code} label="QR code of the link" />
      )}
    </section>
  )
}
