import { useRef, type ReactNode } from 'react'
import { IconButton } from '../../ui/IconButton.tsx'
import { counted } from './counted.ts'
import { useCopy } from './useCopy.ts'

interface CodeFieldProps {
  /** What the text is, in words. */
  readonly label: string
  readonly text: string
  /** On the button: 'Copy the snippet'. */
  readonly copyLabel: string
  readonly rows: number
  readonly wraps?: boolean
  /** Words about its length. */
  readonly length?: string
  /** More buttons. */
  readonly children?: ReactNode
}

/** Text to take away: a field to select in, a button that copies it, its length, and what came of copying. */
export function CodeField({ label, text, copyLabel, rows, wraps, length, children }: CodeFieldProps) {
  const fieldRef = useRef<HTMLTextAreaElement>(null)
  const { copy, words } = useCopy(fieldRef)
  return (
    <div className="share-section">
      <textarea
        ref={fieldRef}
        className="share-code"
        aria-label={label}
        data-wraps={wraps || undefined}
        rows={rows}
        value={text}
        readOnly
        spellCheck={false}
        wrap={wraps ? 'soft' : 'off'}
      />
      <div className="share-buttons">
        <IconButton icon="copy" label={copyLabel} hasText tone="main" onClick={() => void copy(text)} />
        {children}
      </div>
      <p className="share-words">
        <span>{length ?? `${counted(text.length, 'character')}.`} </span>
        <span role="status">{words}</span>
      </p>
    </div>
  )
}
