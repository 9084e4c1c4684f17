import { useMemo } from 'react'
import { decodeBits } from '../../experiment/recall/pixelCode.ts'
import type { Memory } from '../../experiment/recall/recallSettings.ts'
import { useLabState } from '../../store/useLab.ts'
import { PixelEditor } from '../../ui/pixels/PixelEditor.tsx'
import { uniformValue } from './bankEdits.ts'

interface MemoryDrawingProps {
  readonly memory: Memory
  readonly onDraw: (pixels: Int8Array, gesture: string) => void
}

/** The pixels of a memory, to be drawn on. */
export function MemoryDrawing({ memory, onDraw }: MemoryDrawingProps) {
  const { columns, rows } = useLabState((state) => state.experiment.recall.size)
  const pixels = useMemo(() => decodeBits(memory.bits, columns * rows), [memory.bits, columns, rows])
  const value = uniformValue(pixels)
  return (
    <>
      <PixelEditor
        key={memory.id}
        columns={columns}
        rows={rows}
        pixels={pixels}
        levels={2}
        label={`Drawing of ${memory.name}`}
        onDraw={onDraw}
      />
      <p className="panel-words memory-editor-note">
        {value === null
          ? ''
          : `All ${value > 0 ? 'ink' : 'paper'}: so far this memory only answers to how dark the input is.`}
      </p>
    </>
  )
}
