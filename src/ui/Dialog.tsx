import { useEffect, useId, useRef } from 'react'
import type { PointerEvent, ReactNode } from 'react'
import { IconButton } from './IconButton.tsx'
import './Dialog.css'

interface DialogProps {
  readonly title: string
  readonly isOpen: boolean
  /** Escape, the close button, a press beside the dialog, or the back gesture of a phone. Set `isOpen` to false there. */
  readonly onClose: () => void
  readonly children: ReactNode
  /** How wide it may grow. */
  readonly width?: 'normal' | 'wide' | undefined
}

/**
 * A modal native `<dialog>`: the browser keeps the focus inside, makes the page behind it inert, and gives the focus back
 * to where it was. What is inside exists only while it is open. On a phone it is a sheet over the whole screen.
 */
export function Dialog({ title, isOpen, onClose, children, width = 'normal' }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const pressedBeside = useRef(false)
  const titleId = useId()

  useEffect(() => {
    const dialog = ref.current
    if (!dialog || !isOpen) return
    dialog.showModal()
    return () => dialog.close()
  }, [isOpen])

  // The backdrop belongs to the dialog element; everything else is in its frame. Only a press that begins and ends beside
  // the dialog closes it: the end of a drag out of it does not.
  const isBeside = (event: PointerEvent) => event.target === ref.current
  return (
    <dialog
      ref={ref}
      className="dialog"
      data-width={width}
      aria-labelledby={titleId}
      onCancel={(event) => {
        // A file picker inside fires an event of the same name, and it bubbles.
        if (event.target !== ref.current) return
        event.preventDefault()
        onClose()
      }}
      // Chromium closes at the second Escape without asking; then the owner must still hear of it.
      onClose={(event) => event.target === ref.current && isOpen && onClose()}
      onPointerDown={(event) => (pressedBeside.current = isBeside(event))}
      onPointerUp={(event) => {
        if (pressedBeside.current && isBeside(event)) onClose()
        pressedBeside.current = false
      }}
    >
      {isOpen && (
        <div className="dialog-frame">
          <div className="dialog-head">
            <h2 id={titleId} className="dialog-title">
              {title}
            </h2>
            <IconButton icon="close" label="Close" shortcut="Escape" onClick={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
        </div>
      )}
    </dialog>
  )
}

/** The last part of a dialog's body: buttons at its foot that stay in sight while the rest scrolls. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="dialog-actions">{children}</div>
}
