import { lazyPart } from '../../ui/lazyPart.tsx'
import { FileSection } from './FileSection.tsx'
import type { SectionProps } from './sections/sectionProps.ts'
import { WorkSection } from './WorkSection.tsx'

const OfflineSection = lazyPart(async () => (await import('./sections/OfflineSection.tsx')).OfflineSection)

/** Files, what is kept on this machine, and the lab itself to take along. */
export function SavePage(props: SectionProps) {
  return (
    <div className="share-save">
      <FileSection onClose={props.onClose} />
      <WorkSection onClose={props.onClose} />
      <OfflineSection {...props} />
    </div>
  )
}
