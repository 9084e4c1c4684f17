import { lazyPart } from '../ui/lazyPart.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { HerePanel } from './HerePanel.tsx'
import { hereTabs, type HereTab } from './phase/hereTabs.ts'
import './PhasePanels.css'

const BasinsPanel = lazyPart(async () => (await import('./phase/BasinsPanel.tsx')).BasinsPanel)
const NoisePanel = lazyPart(async () => (await import('./phase/NoisePanel.tsx')).NoisePanel)
const DiagramPanel = lazyPart(async () => (await import('./phase/DiagramPanel.tsx')).DiagramPanel)

interface PhasePanelsProps {
  readonly tab: HereTab
  readonly onTab: (tab: HereTab) => void
}

/** What is to be known of the landscape, on four pages: what stands in it, its basins, its noise, its bifurcations. */
export function PhasePanels({ tab, onTab }: PhasePanelsProps) {
  return (
    <div className="phase-panels">
      <Tabs label="What is here" tabs={hereTabs} value={tab} onChange={onTab}>
        {tab === 'here' && <HerePanel />}
        {tab === 'basins' && <BasinsPanel />}
        {tab === 'noise' && <NoisePanel />}
        {tab === 'diagram' && <DiagramPanel />}
      </Tabs>
    </div>
  )
}
