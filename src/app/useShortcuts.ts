import { useEffect } from 'react'
import { useLab } from '../store/useLab.ts'

/** What has keys of its own: on these the page's keys do nothing. */
const withOwnKeys =
  'a, button, input, select, textarea, summary, dialog, [role="application"], [role="slider"], [popover]'

/** Space plays and pauses when no control has the focus; Escape ends the focus on the landscape. */
export function useShortcuts(): void {
  const { store } = useLab()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return
      const { isPlaying, isFocused, play, pause, setFocused } = store.getState()
      if (event.key === 'Escape' && isFocused) setFocused(false)
      if (event.key !== ' ' || (event.target instanceof Element && event.target.closest(withOwnKeys))) return
      event.preventDefault()
      if (isPlaying) pause()
      else play()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store])
}
