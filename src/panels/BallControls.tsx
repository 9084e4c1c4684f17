import { useState } from 'react'
import { maximumBalls, ranges } from '../experiment/ranges.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import './BallControls.css'

const firstPlace: readonly [number, number] = [2, 0.5]
const placeTip = 'Where the next ball is dropped. You can also click the landscape.'

/** Drops a ball by its coordinates, for those who do not point; and clears all balls. */
export function BallControls() {
  const { store } = useLab()
  const count = useLabState((state) => state.experiment.balls.length)
  const [place, setPlace] = useState(firstPlace)
  const { dropBall, clearBalls } = store.getState()
  const field = (i: 0 | 1) => (
    <NumberField
      label={`Coordinate ${i + 1} of the next ball`}
      symbol={<Symbol base="x" sub={i + 1} />}
      value={place[i]}
      min={ranges.ballCoordinate.low}
      max={ranges.ballCoordinate.high}
      step={0.1}
      widthInDigits={4}
      tooltip={placeTip}
      onChange={(value) => setPlace((old) => (i === 0 ? [value, old[1]] : [old[0], value]))}
    />
  )
  return (
    <div className="ball-controls" role="group" aria-label="Balls">
      {field(0)}
      {field(1)}
      <IconButton
        icon="ball"
        label="Drop"
        hasText
        tooltip="Drops a ball at these coordinates. It rolls into the valley it stands over."
        isDisabled={count >= maximumBalls}
        onClick={() => dropBall(place)}
      />
      <IconButton
        icon="trash"
        label={`Clear ${count}`}
        hasText
        tooltip="Takes all balls off the landscape."
        isDisabled={count === 0}
        onClick={clearBalls}
      />
    </div>
  )
}
