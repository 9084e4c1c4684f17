import type { ReactNode } from 'react'
import { useCell } from '../store/useCell.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { formatFixed } from '../ui/formatNumber.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import './TransportBar.css'

interface TransportBarProps {
  /** Larger buttons for thumbs. */
  readonly isLarge?: boolean
  readonly children?: ReactNode
}

/** Runs the balls: play, pause, one step, from the start; and the model time. */
export function TransportBar({ isLarge = false, children }: TransportBarProps) {
  const { store } = useLab()
  const isPlaying = useLabState((state) => state.isPlaying)
  const isSettled = useLabState((state) => state.isSettled)
  const { play, pause, step, reset } = store.getState()
  const size = isLarge ? 'large' : 'normal'
  return (
    <div className="transport" role="group" aria-label="Transport">
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={isPlaying ? 'Pause' : 'Play'}
        shortcut="Space"
        tone="main"
        size={size}
        tooltip={isPlaying ? 'Stops the balls where they are. The landscape stays live.' : 'Lets the balls roll.'}
        onClick={isPlaying ? pause : play}
      />
      <IconButton icon="step" label="Step" size={size} tooltip="Moves every ball by one time step." onClick={step} />
      <IconButton
        icon="reset"
        label="Reset"
        size={size}
        tooltip="Puts every ball back to where it started, at time zero, with the same noise."
        onClick={reset}
      />
      <TransportTime isAtRest={isSettled && isPlaying} />
      {children}
    </div>
  )
}

function TransportTime({ isAtRest }: { readonly isAtRest: boolean }) {
  const time = useCell((cell) => cell.time)
  const isBehind = useCell((cell) => cell.isBehind)
  return (
    <p className="transport-time">
      <Symbol base="t" label="Time" /> = <span className="transport-number">{formatFixed(time, 2)}</span>
      <small>{isBehind ? 'at full speed' : isAtRest ? 'at rest' : ''}</small>
    </p>
  )
}
