import { useEffect, useRef } from 'react'
import { longestName } from '../../experiment/recall/recallRanges.ts'
import './NameInput.css'

interface NameInputProps {
  readonly label: string
  readonly name: string
  /** The new name; never empty. */
  readonly onName: (name: string) => void
  /** The field is left, with or without a new name; `byKey`: by Enter or Escape, so that the focus has nowhere to go. */
  readonly onDone?: ((byKey: boolean) => void) | undefined
  /** It appeared because it was asked for: it takes the focus. */
  readonly isAsked?: boolean | undefined
}

/** The name of a memory: Enter or leaving the field takes it, Escape keeps the old one. */
export function NameInput({ label, name, onName, onDone, isAsked = false }: NameInputProps) {
  const inputRef = useRef<HTMLInputElement>(null)
  const keyRef = useRef<'Enter' | 'Escape' | null>(null)
  useEffect(() => {
    if (isAsked) inputRef.current?.select()
  }, [isAsked])

  const take = (input: HTMLInputElement) => {
    const next = input.value.trim()
    if (keyRef.current !== 'Escape' && next !== '' && next !== name) onName(next)
    else input.value = name
    const byKey = keyRef.current !== null
    keyRef.current = null
    onDone?.(byKey)
  }
  return (
    <input
      ref={inputRef}
      // A name that changes elsewhere (undo) shows here too.
      key={name}
      className="name-input"
      type="text"
      aria-label={label}
      defaultValue={name}
      maxLength={longestName}
      autoComplete="off"
      spellCheck={false}
      enterKeyHint="done"
      onBlur={(event) => take(event.target)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        // Escape must not also close the dialog around the field.
        event.preventDefault()
        event.stopPropagation()
        keyRef.current = event.key
        event.currentTarget.blur()
      }}
    />
  )
}
