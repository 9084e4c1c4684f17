import { addLane, removeLane, setLane } from '../../experiment/recall/recallEdits.ts'
import { maximumLanes } from '../../experiment/recall/recallRanges.ts'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import { useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { laneMeaning, laneTitles } from '../race/laneWords.ts'
import { useModelEdits } from './useModelEdits.ts'

const kinds = Object.keys(laneTitles) as LaneKind[]
const options: readonly SelectOption<LaneKind>[] = kinds.map((value) => ({ value, label: laneTitles[value] }))

/** Which models race: one to three, each with what the input is to it. */
export function RaceModels() {
  const lanes = useLabState((state) => state.experiment.recall.lanes)
  const pulseDuration = useLabState((state) => state.experiment.recall.network.pulseDuration)
  const { edit } = useModelEdits()
  const next = kinds.find((kind) => !lanes.includes(kind))
  return (
    <div className="race-models">
      <ol>
        {lanes.map((kind, position) => (
          <li key={kind}>
            <div className="race-model">
              <Select
                label={`Model ${position + 1}`}
                isLabelHidden
                options={options}
                value={kind}
                onChange={(chosen) => edit('Change a model', (recall) => setLane(recall, position, chosen))}
              />
              <IconButton
                icon="close"
                label={`Take ${laneTitles[kind]} out`}
                size="small"
                tooltip={lanes.length === 1 ? 'At least one model runs.' : 'The others go on.'}
                isDisabled={lanes.length === 1}
                onClick={() => edit(`Take out ${laneTitles[kind]}`, (recall) => removeLane(recall, position))}
              />
            </div>
            <p className="panel-words">{laneMeaning(kind, pulseDuration)}</p>
          </li>
        ))}
      </ol>
      <IconButton
        icon="plus"
        label="Add a model"
        hasText
        tooltip={lanes.length < maximumLanes ? 'Same input, same seed, one clock.' : `At most ${maximumLanes} race.`}
        isDisabled={lanes.length >= maximumLanes || next === undefined}
        onClick={() => next && edit(`Add ${laneTitles[next]}`, (recall) => addLane(recall, next))}
      />
    </div>
  )
}
