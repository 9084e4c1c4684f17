import { useState } from 'react'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useRecall, useRecallCell, useRecallState } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { formatFixed } from '../../ui/formatNumber.ts'
import { Icon } from '../../ui/icons.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { Symbol } from '../../ui/Symbol.tsx'
import { nextSeed } from '../numerics.ts'
import { RecallSpeed } from './RecallSpeed.tsx'
import { offeredUnits, stepUnits, unitInHand, type StepUnit } from './stepUnits.ts'
import '../../ui/VisuallyHidden.css'
import '../TransportBar.css'
import './RecallTransport.css'

interface RecallTransportProps {
  /** Larger buttons for thumbs. */
  readonly isLarge?: boolean
  /** Without the speed, where room is scarce. */
  readonly hasSpeed?: boolean
}

const heldTip = 'Lets all models run on one clock, and the timeline on from where you hold it.'

/** Runs all models on one clock: play, pause, a step of one's choice, from the start, with other chance; and the time. */
export function RecallTransport({ isLarge = false, hasSpeed = true }: RecallTransportProps) {
  const { store } = useLab()
  const recall = useRecall()
  const isPlaying = useRecallState((state) => state.isPlaying)
  const isSettled = useRecallState((state) => state.isSettled)
  const isHeld = useRecallState((state) => state.scrubTime !== null)
  const units = useStepUnits()
  const [chosenUnit, setUnit] = useState<StepUnit | null>(null)
  const unit = unitInHand(units, chosenUnit)
  const { play, pause, step, reset } = recall.store.getState()
  const size = isLarge ? 'large' : 'normal'
  const throwDice = () => {
    editRecall(
      store,
      (settings) => ({ ...settings, noise: { ...settings.noise, seed: nextSeed(settings.noise.seed) } }),
      { label: 'Another seed' },
    )
    reset()
  }
  return (
    <div className="transport recall-transport" role="group" aria-label="Run" data-large={isLarge || undefined}>
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={isPlaying ? 'Pause' : 'Play'}
        shortcut="Space"
        tone="main"
        size={size}
        tooltip={
          isPlaying ? 'Stops all models where they are.' : isHeld ? heldTip : 'Lets all models run on one clock.'
        }
        onClick={isPlaying ? pause : play}
      />
      <span className="recall-step">
        <IconButton
          icon="step"
          label={`Step: ${stepUnits[unit].title.toLowerCase()}`}
          size={size}
          tooltip={stepUnits[unit].explained}
          onClick={() => step(unit)}
        />
        <StepMenu units={units} unit={unit} onChoose={setUnit} />
      </span>
      <IconButton
        icon="reset"
        label="Reset"
        size={size}
        tooltip="Every model starts again, at time zero, with the same seed."
        onClick={reset}
      />
      <IconButton
        icon="dice"
        label="Another seed"
        size={size}
        tooltip="Starts again from another random state, with other noise."
        onClick={throwDice}
      />
      <TransportTime isResting={isSettled && isPlaying} />
      {hasSpeed && <RecallSpeed />}
    </div>
  )
}

function useStepUnits(): readonly StepUnit[] {
  const lanes = useLabState((state) => state.experiment.recall.lanes)
  const isRefused = useRecallCell((cell) => typeof cell.lanes.get('binary-async')?.refusal === 'string')
  return offeredUnits(lanes, isRefused)
}

interface StepMenuProps {
  readonly units: readonly StepUnit[]
  readonly unit: StepUnit
  readonly onChoose: (unit: StepUnit) => void
}

/** A select of the system, shown as an arrow: its list finds room above or below, on any screen. */
function StepMenu({ units, unit, onChoose }: StepMenuProps) {
  return (
    <label className="recall-unit">
      <span className="visually-hidden">Length of a step</span>
      <select value={unit} onChange={(event) => onChoose(event.target.value as StepUnit)}>
        {units.map((name) => (
          <option key={name} value={name}>
            {stepUnits[name].title}
          </option>
        ))}
      </select>
      <Icon name="down" size={14} />
    </label>
  )
}

function TransportTime({ isResting }: { readonly isResting: boolean }) {
  const time = useRecallCell((cell) => formatFixed(cell.time, 2))
  const isBehind = useRecallCell((cell) => cell.isBehind)
  return (
    <p className="transport-time">
      <Symbol base="t" label="Time" /> = <span className="transport-number">{time}</span>
      <small>{isBehind ? 'at full speed' : isResting ? 'at rest' : ''}</small>
    </p>
  )
}
