import { useState } from 'react'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { lazyPart } from '../../ui/lazyPart.tsx'

const ShareBody = lazyPart(async () => (await import('./ShareBody.tsx')).ShareBody)

/** Opens the dialog about links and files. `viewHash`: the view that a link shows, such as `#/landscape`. */
export function ShareButton({ viewHash }: { readonly viewHash: string }) {
  const [isOpen, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <IconButton
        icon="share"
        label="Share"
        tooltip="Links, embeds, files, pictures and data of what you set and drew; and how to open them."
        onClick={() => setOpen(true)}
      />
      <Dialog title="Share" width="wide" isOpen={isOpen} onClose={close}>
        <ShareBody viewHash={viewHash} onClose={close} />
      </Dialog>
    </>
  )
}
