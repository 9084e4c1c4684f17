import { useEffect } from 'react'
import { createPortal } from 'react-dom'
import { MemoryEditor } from '../../panels/bank/MemoryEditor.tsx'
import { RaceAnnouncer } from '../../panels/race/RaceAnnouncer.tsx'
import { RecallPresetPicker } from '../../panels/recallModel/RecallPresetPicker.tsx'
import { RecallProvider } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { NoticeBar } from '../NoticeBar.tsx'
import type { Layout } from '../useMediaQuery.ts'
import { usePlayKey } from '../usePlayKey.ts'
import { RecallDesktop } from './RecallDesktop.tsx'
import { recallOf } from './recallOf.ts'
import { RecallPhone } from './RecallPhone.tsx'
import { RecallPrintCaption } from './RecallPrintCaption.tsx'
import './RecallView.css'

interface RecallViewProps {
  readonly layout: Layout
  /** Where in the top bar the parts of this view go; null while there is no top bar. */
  readonly toolsHost: HTMLElement | null
}

const noInsets = { top: 0, right: 0, bottom: 0, left: 0 }

/** A network of pixels: memories, what it is shown, the landscape that this makes, and what each model recalls. */
export function RecallView({ layout, toolsHost }: RecallViewProps) {
  const lab = useLab()
  const recall = recallOf(lab)
  const isFocused = useLabState((state) => state.isFocused)
  usePlayKey(recall.store)
  // Taken down when the view is left: its engine rests.
  useEffect(() => recall.show(), [recall])

  return (
    <RecallProvider recall={recall}>
      {toolsHost && createPortal(<RecallPresetPicker />, toolsHost)}
      <main className="recall" data-layout={layout} data-focused={isFocused || undefined}>
        <h1 className="visually-hidden">Recall: a network of pixels, its memories, and what it is shown</h1>
        <RaceAnnouncer />
        {layout === 'phone' ? <RecallPhone /> : <RecallDesktop layout={layout} />}
      </main>
      <MemoryEditor />
      <NoticeBar insets={noInsets} />
      <RecallPrintCaption />
    </RecallProvider>
  )
}
