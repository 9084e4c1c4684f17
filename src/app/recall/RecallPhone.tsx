import { useState } from 'react'
import { GramPanel } from '../../panels/bank/GramPanel.tsx'
import { MemoryBank } from '../../panels/bank/MemoryBank.tsx'
import { CuePanel } from '../../panels/cue/CuePanel.tsx'
import { TimelineStrip } from '../../panels/cue/TimelineStrip.tsx'
import { RacePanel } from '../../panels/race/RacePanel.tsx'
import { RecallSpeed } from '../../panels/race/RecallSpeed.tsx'
import { RecallTransport } from '../../panels/race/RecallTransport.tsx'
import { SlicePanel } from '../../panels/race/SlicePanel.tsx'
import { RecallModelPanel } from '../../panels/recallModel/RecallModelPanel.tsx'
import { useLabState } from '../../store/useLab.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { SliceArea } from './SliceArea.tsx'

const tabs = [
  { value: 'memories', label: 'Memories' },
  { value: 'input', label: 'Input' },
  { value: 'recall', label: 'Recall' },
  { value: 'model', label: 'Model' },
] as const

type Tab = (typeof tabs)[number]['value']

/** The landscape on top; below it one panel at a time, in the order of the story, and the transport under the thumb. */
export function RecallPhone() {
  const [tab, setTab] = useState<Tab>('input')
  const isFocused = useLabState((state) => state.isFocused)
  return (
    <>
      <SliceArea layout="phone" />
      {!isFocused && (
        <>
          <div className="phone-tabs">
            <Segmented label="Panel" options={tabs} value={tab} onChange={setTab} />
          </div>
          <div className="phone-panel">
            <ErrorBoundary key={tab} what="This panel">
              {tab === 'memories' && (
                <>
                  <MemoryBank />
                  <GramPanel />
                </>
              )}
              {tab === 'input' && (
                <>
                  <CuePanel />
                  <TimelineStrip />
                </>
              )}
              {tab === 'recall' && (
                <>
                  <div className="panel-section">
                    <RecallSpeed />
                  </div>
                  <RacePanel />
                </>
              )}
              {tab === 'model' && (
                <>
                  <RecallModelPanel />
                  <SlicePanel />
                </>
              )}
            </ErrorBoundary>
          </div>
          <div className="phone-transport">
            <RecallTransport isLarge hasSpeed={false} />
          </div>
        </>
      )}
    </>
  )
}
