import { useMemo, useRef, useState } from 'react'
import { decodeTrits, encodeTrits } from '../../experiment/recall/pixelCode.ts'
import { drawInput } from '../../experiment/recall/recallEdits.ts'
import { memoryPixels } from '../../experiment/recall/inputPicture.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { ImageImport } from '../../ui/pixels/ImageImport.tsx'
import { PixelEditor } from '../../ui/pixels/PixelEditor.tsx'
import { useImageDrop } from '../../ui/pixels/useImageDrop.ts'
import { ThumbnailGrid } from '../bank/ThumbnailGrid.tsx'
import { useDroppedPicture } from '../useDroppedPicture.ts'
import type { EditedInput } from './useEditedInput.ts'
import '../bank/LibraryDialog.css'

/** The input as a drawing of ink, paper and unknown. */
export function CueDraw({ edited }: { readonly edited: EditedInput }) {
  const { recall, input, edit } = edited
  const { columns, rows } = recall.size
  const neuronCount = columns * rows
  const { memories, size } = recall
  const pixels = useMemo(
    () => decodeTrits(drawInput({ memories, size, input }, input).pixels, neuronCount),
    [memories, size, input, neuronCount],
  )
  const boxRef = useRef<HTMLDivElement>(null)
  const [importing, setImporting] = useState<{ readonly file: File | null } | null>(null)
  const [isChoosing, setChoosing] = useState(false)
  const onDropped = useDroppedPicture((file) => setImporting({ file }))
  const isOver = useImageDrop(boxRef, onDropped)
  const draw = (next: ArrayLike<number>, label: string, gesture?: string) =>
    edit(() => ({ kind: 'drawing', pixels: encodeTrits(next) }), label, gesture, true)

  return (
    <div className="cue-draw" ref={boxRef} data-over={isOver || undefined}>
      <PixelEditor
        columns={columns}
        rows={rows}
        pixels={pixels}
        levels={3}
        label="The input: ink, paper or unknown"
        onDraw={(next, gesture) => draw(next, 'Draw the input', gesture)}
      />
      <div className="cue-buttons" role="group" aria-label="Begin with">
        <IconButton
          icon="copy"
          label="Memory…"
          hasText
          tooltip="Draws one of the memories, to change it from there."
          onClick={() => setChoosing(true)}
        />
        <IconButton
          icon="clear"
          label="Blank"
          hasText
          tooltip="All pixels unknown: the network is told nothing."
          onClick={() => draw(new Int8Array(neuronCount), 'Blank input')}
        />
        <IconButton
          icon="image"
          label="Image…"
          hasText
          tooltip="Makes the input from a picture. You can also drop one here. It stays on this device."
          onClick={() => setImporting({ file: null })}
        />
      </div>
      <Dialog title="Draw a memory" isOpen={isChoosing} onClose={() => setChoosing(false)}>
        <ThumbnailGrid
          label="Memories"
          items={memories.map(({ id, name, bits }) => ({ key: String(id), title: name, bits, ...size }))}
          onPress={(index) => {
            const memory = memories[index]
            draw(memoryPixels(memory, neuronCount), `Draw ${memory.name}`)
            setChoosing(false)
          }}
        />
      </Dialog>
      <ImageImport
        size={recall.size}
        isOpen={importing !== null}
        file={importing?.file ?? null}
        onClose={() => setImporting(null)}
        onPicture={(picture, name) => draw(picture, `Import ${name}`)}
      />
    </div>
  )
}
