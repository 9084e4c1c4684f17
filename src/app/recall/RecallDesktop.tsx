import { useState } from 'react'
import { GramPanel } from '../../panels/bank/GramPanel.tsx'
import { MemoryBank } from '../../panels/bank/MemoryBank.tsx'
import { CuePanel } from '../../panels/cue/CuePanel.tsx'
import { TimelineStrip } from '../../panels/cue/TimelineStrip.tsx'
import { RacePanel } from '../../panels/race/RacePanel.tsx'
import { RecallTransport } from '../../panels/race/RecallTransport.tsx'
import { RecallModelPanel } from '../../panels/recallModel/RecallModelPanel.tsx'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { ErrorBoundary } from '../ErrorBoundary.tsx'
import { useMediaQuery, type Layout } from '../useMediaQuery.ts'
import { RecallColumn } from './RecallColumn.tsx'
import { SliceArea } from './SliceArea.tsx'

const leftTabs = [
  { value: 'memories', label: 'Memories' },
  { value: 'input', label: 'Input' },
  { value: 'model', label: 'Model' },
] as const

type LeftTab = (typeof leftTabs)[number]['value']

/** The story from left to right: memories, what is shown, the landscape that it makes, what is recalled. */
export function RecallDesktop({ layout }: { readonly layout: Layout }) {
  const { store } = useLab()
  const folded = useLabState((state) => state.folded)
  const isFocused = useLabState((state) => state.isFocused)
  const isWide = useMediaQuery('(min-width: 1360px)')
  // With both columns the landscape would be narrower than either.
  const isNarrow = useMediaQuery('(max-width: 999px)')
  const [open, setOpen] = useState<'left' | 'right' | null>('left')
  const toggle = (side: 'left' | 'right') => setOpen(open === side ? null : side)
  const isLeftFolded = isNarrow && open !== 'left'
  const isRightFolded = isNarrow ? open !== 'right' : folded.here
  const { toggleFold } = store.getState()
  return (
    <>
      {!isFocused &&
        (isWide ? (
          <>
            <RecallColumn title="Memories" side="left">
              <MemoryBank />
              <GramPanel />
              <RecallModelPanel />
            </RecallColumn>
            <RecallColumn title="Input" side="left" isInput>
              <CuePanel />
            </RecallColumn>
          </>
        ) : (
          <TabbedColumn isFolded={isLeftFolded} {...(isNarrow && { onToggle: () => toggle('left') })} />
        ))}
      <SliceArea layout={layout} />
      {!isFocused && (
        <>
          <RecallColumn
            title="Recalled"
            side="right"
            isFolded={isRightFolded}
            onToggle={() => (isNarrow ? toggle('right') : toggleFold('here'))}
          >
            <RacePanel />
          </RecallColumn>
          <section className="recall-strip" aria-label="Run and timeline">
            <ErrorBoundary what="The timeline">
              <RecallTransport />
              <TimelineStrip />
            </ErrorBoundary>
          </section>
        </>
      )}
    </>
  )
}

/** Where there is room for one column only: the input first, since that is what one plays with. */
function TabbedColumn(fold: { readonly isFolded: boolean; readonly onToggle?: () => void }) {
  const [tab, setTab] = useState<LeftTab>('input')
  return (
    <RecallColumn title="Memories and input" side="left" isInput={tab === 'input'} {...fold}>
      <div className="recall-tabs">
        <Segmented label="Panel" options={leftTabs} value={tab} onChange={setTab} />
      </div>
      {tab === 'memories' && (
        <>
          <MemoryBank />
          <GramPanel />
        </>
      )}
      {tab === 'input' && <CuePanel />}
      {tab === 'model' && <RecallModelPanel />}
    </RecallColumn>
  )
}
