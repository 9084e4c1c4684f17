import { lazy, Suspense } from 'react'
import './PlotsStrip.css'

const TimePlots = lazy(async () => ({ default: (await import('../plots/TimePlots.tsx')).TimePlots }))

/** Energy and overlaps of every ball over time. Their code comes after the first surface. */
export function PlotsStrip() {
  return (
    <div className="plots-strip">
      <Suspense fallback={null}>
        <TimePlots />
      </Suspense>
    </div>
  )
}
