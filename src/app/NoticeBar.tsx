import type { CSSProperties } from 'react'
import { pageOffline } from '../store/offline/pageOffline.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Notice } from '../ui/Notice.tsx'
import type { Insets } from './insets.ts'
import './NoticeBar.css'

/** What the lab has to say, over the free part of the landscape. The way to a copy stands in the top bar, where there is one. */
export function NoticeBar({ insets }: { readonly insets: Insets }) {
  const { store } = useLab()
  const notice = useLabState((state) => state.notice)
  const isFocused = useLabState((state) => state.isFocused)
  const { reset, play, undo, editCopy, dismissNotice } = store.getState()
  if (!notice) return null
  const style = { '--free-left': `${insets.left}px`, '--free-right': `${insets.right}px` } as CSSProperties
  const startAgain = () => {
    reset()
    play()
  }
  return (
    <div className="notice-bar" style={style}>
      <Notice
        key={notice.text}
        tone={notice.tone}
        onDismiss={dismissNotice}
        {...(notice.action === 'reset' && { actionLabel: 'Reset and play', onAction: startAgain })}
        {...(notice.action === 'undo' && { actionLabel: 'Undo', onAction: undo })}
        {...(notice.action === 'copy' && isFocused && { actionLabel: 'Edit a copy', onAction: editCopy })}
        {...(notice.action === 'update' && { actionLabel: 'Load it', onAction: pageOffline().loadUpdate })}
      >
        {notice.text}
      </Notice>
    </div>
  )
}
