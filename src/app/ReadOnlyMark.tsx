import { useRef } from 'react'
import { useLab, useLabState } from '../store/useLab.ts'
import { Icon } from '../ui/icons.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import './ReadOnlyMark.css'

/** Stands in the top bar for as long as the document can only be looked at, and leads out of that. */
export function ReadOnlyMark() {
  const { store } = useLab()
  const version = useLabState((state) => state.readOnly?.version)
  const markRef = useRef<HTMLDivElement>(null)
  if (version === undefined) return null
  const editCopy = () => {
    // The button goes with the mark: the focus goes on to what stands after it, where the step can be undone.
    markRef.current?.nextElementSibling?.querySelector('button')?.focus()
    store.getState().editCopy()
  }
  return (
    <div ref={markRef} className="read-only-mark" role="group" aria-label="This document is read-only">
      <span className="read-only-words">
        <Icon name="lock" size={16} />
        <span>Read-only</span>
      </span>
      <IconButton
        icon="pen"
        label="Edit a copy"
        hasText
        tooltip={`The document is from a newer Memoryscape (version ${version}). You can look at it and let it run; a copy of what is understood is yours to change.`}
        onClick={editCopy}
      />
    </div>
  )
}
