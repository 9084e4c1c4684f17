import { useEffect } from 'react'

/** What has keys of its own: on these the page's keys do nothing. */
const withOwnKeys =
  'a, button, input, select, textarea, summary, dialog, [role="application"], [role="slider"], [popover]'

interface Player {
  readonly getState: () => {
    readonly isPlaying: boolean
    readonly play: () => void
    readonly pause: () => void
  }
}

/** Space plays and pauses the run that is shown, when no control has the focus. */
export function usePlayKey(player: Player): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.key !== ' ') return
      if (event.target instanceof Element && event.target.closest(withOwnKeys)) return
      event.preventDefault()
      const { isPlaying, play, pause } = player.getState()
      if (isPlaying) pause()
      else play()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [player])
}
