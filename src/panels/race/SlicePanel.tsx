import { useMemo } from 'react'
import { patternsInForce } from '../../experiment/recall/deriveRecall.ts'
import type { RecallSettings, SliceSettings } from '../../experiment/recall/recallSettings.ts'
import type { RecallCell } from '../../store/recall/recall.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { directionNames } from '../../store/recall/slicePicture.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { CriticalPoints } from './CriticalPoints.tsx'
import { laneTitles } from './laneWords.ts'
import { memoryNames } from './memoryWords.ts'
import { otherPlane } from './slicePlane.ts'
import { auxiliarySentence, distanceSentence } from './sliceWords.ts'
import '../panels.css'
import './SlicePanel.css'

type SliceLane = SliceSettings['lane']

const sliceLanes: readonly SliceLane[] = ['idp', 'classic-held', 'classic-pulse', 'classic-start']
const laneOptions: readonly SelectOption<SliceLane>[] = sliceLanes.map((value) => ({ value, label: laneTitles[value] }))
const readSlice = (cell: RecallCell) => cell.slice

/** Which plane through the space of all states is drawn, how far the state is from it, and what its critical points are. */
export function SlicePanel() {
  const { store } = useLab()
  const recall = useLabState((state) => state.experiment.recall)
  const shown = useRecallCell(readSlice, 10, Object.is)
  const { slice, memories, size } = recall
  const sentence = useRecallCell((cell) => distanceSentence(cell.distanceFromSlice, slice.lane))
  const names = useMemo(() => memoryNames(memories), [memories])
  const { memoryIds } = useMemo(() => patternsInForce({ memories, size }), [memories, size])
  const edit = (patch: Partial<SliceSettings>, label: string) =>
    editRecall(store, (settings: RecallSettings) => ({ ...settings, slice: { ...settings.slice, ...patch } }), {
      label,
    })
  const plane = slice.memories ?? shown?.memories ?? null
  const nameOf = (id: number) => names.get(id) ?? `memory ${id}`

  const auxiliary = shown && auxiliarySentence(shown, [nameOf(shown.memories[0]), nameOf(shown.memories[1])])

  const choose = (place: 0 | 1, id: number) => {
    if (plane) edit({ memories: otherPlane(plane, place, id) }, 'Choose the plane')
  }
  const options = memoryIds.map((id) => ({ value: String(id), label: nameOf(id) }))

  return (
    <div className="panel-section slice">
      <h2 className="panel-title">The slice</h2>
      <Select
        label="Landscape of"
        options={laneOptions}
        value={slice.lane}
        tooltip="Whose energy is drawn. The binary networks have no landscape between their corners."
        onChange={(lane) => edit({ lane }, 'Landscape of another model')}
      />
      {plane && memoryIds.length > 1 && (
        <div className="slice-plane" role="group" aria-label="The plane through two memories">
          <Select
            label="First memory"
            isLabelHidden
            options={options}
            value={String(plane[0])}
            onChange={(id) => choose(0, Number(id))}
          />
          <span aria-hidden="true">and</span>
          <Select
            label="Second memory"
            isLabelHidden
            options={options}
            value={String(plane[1])}
            onChange={(id) => choose(1, Number(id))}
          />
        </div>
      )}
      <Switch
        label="Follow the two leading memories"
        isOn={slice.memories === null}
        tooltip="The plane turns to the two memories that are strongest in the input."
        onChange={(isFollowing) => edit({ memories: isFollowing ? null : plane }, 'Choose the plane')}
      />
      {auxiliary !== null && <p className="panel-words">{auxiliary}</p>}
      <p className="panel-words slice-distance">{sentence}</p>
      {shown && (
        <CriticalPoints
          equilibria={shown.equilibria}
          memories={[shown.memories[0], shown.hasAuxiliaryDirection ? null : shown.memories[1]]}
          names={directionNames(shown, nameOf)}
        />
      )}
      {shown?.equilibria.some((point) => !point.isEquilibrium) === true && (
        <p className="panel-words">
          Drawn out: the whole network does not rest there but leaves this plane; the number is how fast, per neuron.
        </p>
      )}
    </div>
  )
}
