import { AuditBadge } from './AuditBadge.tsx'
import { PlaceReadout } from './PlaceReadout.tsx'
import { SelectedEquilibrium } from './SelectedEquilibrium.tsx'

/** What is chosen, what is under the pointer, and whether the numbers can be trusted. */
export function HereDetails() {
  return (
    <>
      <SelectedEquilibrium />
      <PlaceReadout />
      <AuditBadge />
    </>
  )
}
