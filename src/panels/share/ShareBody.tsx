import { LinkSection } from './LinkSection.tsx'
import { FileSection } from './FileSection.tsx'
import { WorkSection } from './WorkSection.tsx'
import './Share.css'

interface ShareBodyProps {
  readonly viewHash: string
  readonly onClose: () => void
}

/** The dialog about links and files. */
export function ShareBody({ viewHash, onClose }: ShareBodyProps) {
  return (
    <div className="share-body">
      <LinkSection viewHash={viewHash} />
      <FileSection onClose={onClose} />
      <WorkSection onClose={onClose} />
    </div>
  )
}
