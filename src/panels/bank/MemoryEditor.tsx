import { useState, type CSSProperties } from 'react'
import { encodeBits } from '../../experiment/recall/pixelCode.ts'
import { useRecall, useRecallState } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Dialog, DialogActions } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { lazyPart } from '../../ui/lazyPart.tsx'
import { ImageImport } from '../../ui/pixels/ImageImport.tsx'
import { MemoryGlyph, memoryMark } from '../memoryMark.tsx'
import { LibraryDialog } from './LibraryDialog.tsx'
import { NameInput } from './NameInput.tsx'
import { useBankActions } from './useBankActions.ts'
import './MemoryEditor.css'

const MemoryDrawing = lazyPart(async () => (await import('./MemoryDrawing.tsx')).MemoryDrawing)

/** The drawing of the memory that is open (`openMemory`), with its name. Nothing while none is. */
export function MemoryEditor() {
  const { store } = useRecall()
  const id = useRecallState((state) => state.editedMemory)
  const memories = useLabState((state) => state.experiment.recall.memories)
  const [source, setSource] = useState<'library' | 'image' | null>(null)
  const actions = useBankActions()
  const size = useLabState((state) => state.experiment.recall.size)
  // An undo may take away the memory that is open.
  const index = memories.findIndex((memory) => memory.id === id)
  const memory = index < 0 ? null : memories[index]
  const close = () => store.getState().openMemory(null)
  const go = (step: number) => {
    const next = memories.at((index + step + memories.length) % memories.length)
    if (next) actions.open(next.id)
  }
  const replace = (bits: string) => {
    if (memory) actions.replaceDrawing(memory.id, bits)
    setSource(null)
  }
  return (
    <>
      <Dialog title="Draw a memory" isOpen={memory !== null} onClose={close}>
        {memory && (
          <div className="memory-editor" style={{ '--memory': memoryMark(memory.id).colour } as CSSProperties}>
            <div className="memory-editor-head">
              <MemoryGlyph id={memory.id} size={16} />
              <NameInput
                label="Name of the memory"
                name={memory.name}
                onName={(name) => actions.rename(memory.id, name)}
              />
              <IconButton icon="library" label="Take a drawing from the library" onClick={() => setSource('library')} />
              <IconButton icon="image" label="Take an image" onClick={() => setSource('image')} />
            </div>
            <MemoryDrawing memory={memory} onDraw={(pixels, gesture) => actions.draw(memory.id, pixels, gesture)} />
          </div>
        )}
        <DialogActions>
          <span className="memory-editor-steps">
            <HistorySteps />
            <IconButton icon="fold" label="Previous memory" onClick={() => go(-1)} />
            <IconButton icon="unfold" label="Next memory" onClick={() => go(1)} />
          </span>
          <IconButton label="Done" hasText tone="main" onClick={close} />
        </DialogActions>
      </Dialog>
      <LibraryDialog
        isOpen={source === 'library' && memory !== null}
        isSingle
        onClose={() => setSource(null)}
        onAdd={([drawing]) => {
          replace(drawing.bits)
          return memory ? [memory.id] : []
        }}
      />
      <ImageImport
        size={size}
        isOpen={source === 'image' && memory !== null}
        onClose={() => setSource(null)}
        onPicture={(pixels) => replace(encodeBits(pixels))}
      />
    </>
  )
}

/** Undo and redo within reach: the buttons of the page are behind the dialog. */
function HistorySteps() {
  const { store } = useLab()
  const undone = useLabState((state) => state.history.past.at(-1)?.label)
  const redone = useLabState((state) => state.history.future.at(-1)?.label)
  return (
    <>
      <IconButton
        icon="undo"
        label="Undo"
        shortcut="Control+Z"
        tooltip={undone}
        isDisabled={undone === undefined}
        onClick={() => store.getState().undo()}
      />
      <IconButton
        icon="redo"
        label="Redo"
        shortcut="Control+Shift+Z"
        tooltip={redone}
        isDisabled={redone === undefined}
        onClick={() => store.getState().redo()}
      />
    </>
  )
}
