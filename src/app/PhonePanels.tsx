import { useState } from 'react'
import { BallControls } from '../panels/BallControls.tsx'
import { InputPanel } from '../panels/InputPanel.tsx'
import { ModelPanel } from '../panels/ModelPanel.tsx'
import { PhasePanels } from '../panels/PhasePanels.tsx'
import { PlotsStrip } from '../panels/PlotsStrip.tsx'
import { SpeedSlider } from '../panels/SpeedSlider.tsx'
import { TransportBar } from '../panels/TransportBar.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import type { HereTabState } from './useHereTab.ts'
import './PhonePanels.css'

const tabs = [
  { value: 'input', label: 'Input' },
  { value: 'here', label: 'Here' },
  { value: 'plots', label: 'Plots' },
] as const

type Tab = (typeof tabs)[number]['value']

/** Below the landscape of a small screen: one panel at a time, and the transport under the thumb. */
export function PhonePanels({ here }: { readonly here: HereTabState }) {
  const [tab, setTab] = useState<Tab>('input')
  const [presetsShown, setPresetsShown] = useState(here.presetsShown)
  // A preset has opened the page with its figures: show the panel that has it.
  if (presetsShown !== here.presetsShown) {
    setPresetsShown(here.presetsShown)
    setTab('here')
  }
  return (
    <>
      <div className="phone-tabs">
        <Segmented label="Panel" options={tabs} value={tab} onChange={setTab} />
      </div>
      <div className="phone-panel">
        <ErrorBoundary key={tab} what="This panel">
          {tab === 'input' && (
            <>
              <InputPanel />
              <ModelPanel />
            </>
          )}
          {tab === 'here' && <PhasePanels tab={here.tab} onTab={here.setTab} />}
          {tab === 'plots' && (
            <div className="panel-section">
              <h2 className="panel-title">The run over time</h2>
              <PlotsStrip />
              <SpeedSlider />
              <BallControls />
            </div>
          )}
        </ErrorBoundary>
      </div>
      <div className="phone-transport">
        <TransportBar isLarge />
      </div>
    </>
  )
}
