import { useMemo, type CSSProperties } from 'react'
import { useLabState } from '../../store/useLab.ts'
import { LaneCard } from './LaneCard.tsx'
import { memoryNames } from './memoryWords.ts'
import { OverlapTable } from './OverlapTable.tsx'
import '../../ui/Disclosure.css'
import '../../ui/VisuallyHidden.css'
import '../panels.css'
import './RacePanel.css'

/** What each model recalls from the same input, side by side on one clock. */
export function RacePanel() {
  const lanes = useLabState((state) => state.experiment.recall.lanes)
  const memories = useLabState((state) => state.experiment.recall.memories)
  const names = useMemo(() => memoryNames(memories), [memories])
  return (
    <div className="panel-section race" style={{ '--lanes': Math.max(1, lanes.length) } as CSSProperties}>
      <h2 className="panel-title">What each model recalls</h2>
      <div className="race-lanes">
        {lanes.map((kind) => (
          <LaneCard key={kind} kind={kind} names={names} />
        ))}
      </div>
      <OverlapTable lanes={lanes} names={names} />
    </div>
  )
}
