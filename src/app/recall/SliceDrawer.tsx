import { SlicePanel } from '../../panels/race/SlicePanel.tsx'
import { IconButton } from '../../ui/IconButton.tsx'

/** Under the picture: which plane this is, and what its critical points are. */
export function SliceDrawer({ onClose }: { readonly onClose: () => void }) {
  return (
    <aside className="slice-drawer" aria-label="The slice">
      <div className="slice-drawer-close">
        <IconButton icon="close" label="Close the slice panel" size="small" onClick={onClose} />
      </div>
      <SlicePanel />
    </aside>
  )
}
