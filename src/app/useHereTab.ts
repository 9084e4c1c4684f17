import { useState } from 'react'
import { presetTab, type HereTab } from '../panels/phase/hereTabs.ts'
import { useLabState } from '../store/useLab.ts'

export interface HereTabState {
  readonly tab: HereTab
  readonly setTab: (tab: HereTab) => void
  /** One more whenever a preset was loaded that has its figures in a tab. */
  readonly presetsShown: number
}

/** Which page of what is here is shown. A preset whose figures stand on a page opens it. */
export function useHereTab(): HereTabState {
  const presetId = useLabState((state) => state.presetId)
  const [tab, setTab] = useState<HereTab>('here')
  const [seen, setSeen] = useState({ presetId, presetsShown: 0 })
  if (seen.presetId !== presetId) {
    const next = presetTab(presetId)
    setSeen({ presetId, presetsShown: seen.presetsShown + (next === null ? 0 : 1) })
    if (next !== null) setTab(next)
  }
  return { tab, setTab, presetsShown: seen.presetsShown }
}
