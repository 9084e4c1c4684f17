import { useId, useMemo, useRef, useState } from 'react'
import { encodeLink } from '../../experiment/link/link.ts'
import { linkFragment, longestLink } from '../../experiment/link/linkText.ts'
import { useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { qrCode } from './qrCode.ts'
import { QrPicture } from './QrPicture.tsx'

type Copying = 'none' | 'copied' | 'blocked'

const copyingWords: Readonly<Record<Copying, string>> = {
  none: '',
  copied: 'Copied.',
  blocked: 'This page may not copy by itself. The link is selected: press Ctrl C, or Cmd C on a Mac.',
}

/** The link of what is shown now: to copy, and as a QR code. */
export function LinkSection({ viewHash }: { readonly viewHash: string }) {
  const experiment = useLabState((state) => state.experiment)
  const link = useMemo(() => encodeLink(experiment), [experiment])
  const [page] = window.location.href.split('#')
  const address = `${page}${linkFragment(viewHash, link)}`
  const code = useMemo(() => qrCode(address), [address])
  const fieldRef = useRef<HTMLInputElement>(null)
  const [copying, setCopying] = useState<Copying>('none')
  const id = useId()

  const select = () => {
    fieldRef.current?.focus()
    fieldRef.current?.select()
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
      setCopying('copied')
    } catch {
      select()
      setCopying('blocked')
    }
  }

  if (link.length > longestLink) {
    return (
      <section aria-label="Link">
        <p>
          This experiment is too large for a link: it would have {characters(link.length)}, and the limit is{' '}
          {characters(longestLink)}. Save it as a file instead.
        </p>
      </section>
    )
  }
  return (
    <section className="share-section" aria-labelledby={`${id}-title`}>
      <h3 id={`${id}-title`}>Link</h3>
      <p id={`${id}-about`}>
        It holds all that you set and drew, in its own characters: nothing is sent to a server, and what you change
        later is not in it.
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
        <IconButton icon="copy" label="Copy link" hasText tone="main" onClick={() => void copy()} />
      </div>
      <p className="share-words">
        <span>{characters(address.length)}. </span>
        <span role="status">{copyingWords[copying]}</span>
      </p>
      {code === null ? (
        <p className="share-words">It is too long for a QR code that a phone could read.</p>
      ) : (
        <QrPicture code={code} label="QR code of the link" />
      )}
    </section>
  )
}

function characters(count: number): string {
  return `${count.toLocaleString('en-GB')} characters`
}
