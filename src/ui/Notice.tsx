import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { IconButton } from './IconButton.tsx'
import './VisuallyHidden.css'
import './Notice.css'

export type NoticeTone = 'info' | 'warning' | 'failure'

interface NoticeProps {
  readonly tone: NoticeTone
  readonly children: ReactNode
  readonly onDismiss?: (() => void) | undefined
  readonly actionLabel?: string | undefined
  readonly onAction?: (() => void) | undefined
}

const toneWord: Record<NoticeTone, string> = { info: 'Note', warning: 'Careful', failure: 'Stopped' }

/**
 * One calm line with an icon and words. A failure interrupts a screen reader, the others wait.
 * For the words to be announced, mount it when there is something to say.
 */
export function Notice({ tone, children, onDismiss, actionLabel, onAction }: NoticeProps) {
  return (
    <div className="notice" data-tone={tone} role={tone === 'failure' ? 'alert' : 'status'}>
      <Icon name={tone} />
      <p className="notice-text">
        <b className="visually-hidden">{toneWord[tone]}: </b>
        {children}
      </p>
      {actionLabel && onAction && <IconButton label={actionLabel} hasText onClick={onAction} />}
      {onDismiss && <IconButton icon="close" label="Dismiss" size="small" onClick={onDismiss} />}
    </div>
  )
}
