import { memo, useCallback, useMemo, useRef, useState } from 'react'
import { newestOf } from '../../experiment/recall/newestOf.ts'
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

type Draw = (next: Int8Array, label: string, gesture?: string) => void

/** The input as a drawing of ink, paper and unknown. */
export function CueDraw({ edited: { memories, size, input, edit } }: { readonly edited: EditedInput }) {
  const { columns, rows } = size
  const neuronCount = columns * rows
  // What was just drawn comes back as a code: its pixels are known.
  const [drawn] = useState(() => newestOf<string, Int8Array>(1))
  const draw: Draw = useCallback(
    (next, label, gesture) => {
      const pixels = encodeTrits(next)
      drawn.set(pixels, next)
      edit(() => ({ kind: 'drawing', pixels }), label, gesture, true)
    },
    [drawn, edit],
  )
  const pixels = useMemo(() => {
    const code = drawInput({ memories, size, input }, input).pixels
    const known = drawn.get(code)
    return known?.length === neuronCount ? known : decodeTrits(code, neuronCount)
  }, [drawn, memories, size, input, neuronCount])
  const boxRef = useRef<HTMLDivElement>(null)
  const [importing, setImporting] = useState<Importing | null>(null)
  const onDropped = useDroppedPicture((file) => setImporting({ file }))
  const isOver = useImageDrop(boxRef, onDropped)

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
      <DrawFrom {...{ memories, size, draw, importing, setImporting }} />
    </div>
  )
}

/** A picture is being brought in: from the file that was dropped, or from one that is still to be chosen. */
interface Importing {
  readonly file: File | null
}

interface DrawFromProps extends Pick<EditedInput, 'memories' | 'size'> {
  readonly draw: Draw
  readonly importing: Importing | null
  readonly setImporting: (importing: Importing | null) => void
}

/** What a drawing can begin with. It stays as it is while one draws. */
const DrawFrom = memo(function DrawFrom({ memories, size, draw, importing, setImporting }: DrawFromProps) {
  const neuronCount = size.columns * size.rows
  const [isChoosing, setChoosing] = useState(false)
  return (
    <>
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
        size={size}
        isOpen={importing !== null}
        file={importing?.file ?? null}
        onClose={() => setImporting(null)}
        onPicture={(picture, name) => draw(picture, `Import ${name}`)}
      />
    </>
  )
})
