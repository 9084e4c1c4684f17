import { startTransition, useRef, useState } from 'react'
import { useLabState } from '../../store/useLab.ts'
import { ImageImport } from '../../ui/pixels/ImageImport.tsx'
import { useImageDrop } from '../../ui/pixels/useImageDrop.ts'
import { useDroppedPicture } from '../useDroppedPicture.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { AddMenu, type BankDialog } from './AddMenu.tsx'
import { BankList } from './BankList.tsx'
import { bankSummary } from './bankWords.ts'
import type { BankFlow } from './dropPlace.ts'
import { GeneratedSets } from './GeneratedSets.tsx'
import { LibraryDialog } from './LibraryDialog.tsx'
import { SizeControl } from './SizeControl.tsx'
import { useBankActions } from './useBankActions.ts'
import './MemoryBank.css'
import '../panels.css'

/** From so many memories on, the bank first shows as a grid. */
const manyMemories = 25

/** What the network remembers: every memory with its name, colour and glyph, and what can be done with them. */
export function MemoryBank() {
  const actions = useBankActions()
  const memories = useLabState((state) => state.experiment.recall.memories)
  const size = useLabState((state) => state.experiment.recall.size)
  const [flow, setFlow] = useState<BankFlow>(memories.length < manyMemories ? 'list' : 'grid')
  const [dialog, setDialog] = useState<BankDialog | null>(null)
  const [file, setFile] = useState<File | null>(null)
  const rootRef = useRef<HTMLDivElement>(null)
  const onDropped = useDroppedPicture((dropped) => {
    setFile(dropped)
    setDialog('image')
  })
  const isOver = useImageDrop(rootRef, onDropped)
  const close = () => {
    setDialog(null)
    setFile(null)
  }
  return (
    <div ref={rootRef} className="panel-section bank" data-over={isOver || undefined}>
      <div className="bank-head">
        <h2 className="panel-title">Memories</h2>
        <IconButton
          icon="library"
          label="Show as a grid"
          tooltip="Many memories at once, in small."
          isPressed={flow === 'grid'}
          // A hundred memories are not laid out anew in one go.
          onClick={() => startTransition(() => setFlow(flow === 'grid' ? 'list' : 'grid'))}
        />
        <AddMenu actions={actions} onOpen={setDialog} />
      </div>
      <p className="panel-words bank-count">{bankSummary(memories, size)}</p>
      <BankList key={flow} flow={flow} actions={actions} />
      <SizeControl actions={actions} />
      <LibraryDialog isOpen={dialog === 'library'} onClose={close} onAdd={actions.add} />
      <GeneratedSets isOpen={dialog === 'sets'} onClose={close} actions={actions} />
      <ImageImport
        size={size}
        isOpen={dialog === 'image'}
        file={file}
        onClose={close}
        onPicture={(pixels, name) => {
          actions.addPixels(pixels, name)
          close()
        }}
      />
    </div>
  )
}
