import { useEffect, useRef } from 'react'
import { useLab } from '../store/useLab.ts'
import { IconButton } from '../ui/IconButton.tsx'
import './FocusExit.css'

/** The one small button that is left when everything else is hidden. */
export function FocusExit() {
  const { store } = useLab()
  const hostRef = useRef<HTMLDivElement>(null)
  // The button that was pressed is gone: the focus must not be lost with it.
  useEffect(() => hostRef.current?.querySelector('button')?.focus({ preventScroll: true }), [])
  return (
    <div className="focus-exit" ref={hostRef}>
      <IconButton
        icon="focus"
        label="Show the panels"
        shortcut="Escape"
        isPressed
        tooltip="Brings back what stands around the landscape."
        onClick={() => store.getState().setFocused(false)}
      />
    </div>
  )
}
