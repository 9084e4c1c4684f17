import { useEffect } from 'react'
import { useLab } from '../store/useLab.ts'
import { historyKey } from './historyKey.ts'

/** Where text is typed, the browser's own undo belongs to that text. */
const typing =
  'textarea, [contenteditable="true"], input:not([type]), input:is([type="text"], [type="search"], [type="number"])'

/** The keys of both views: undo and redo, and Escape, which ends the focus on the landscape. */
export function useShortcuts(): void {
  const { store } = useLab()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      const { isFocused, setFocused, undo, redo } = store.getState()
      if (event.key === 'Escape' && isFocused) setFocused(false)
      const wanted = historyKey(event)
      if (wanted === null || (event.target instanceof Element && event.target.matches(typing))) return
      event.preventDefault()
      if (wanted === 'undo') undo()
      else redo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store])
}
