import { encodeBits } from '../../experiment/recall/pixelCode.ts'
import {
  addMemories,
  deleteMemory,
  duplicateMemory,
  editRefusal,
  moveMemory,
  renameMemory,
  resizePictures,
  setMemoryBits,
  setMemoryOn,
  type NewMemory,
} from '../../experiment/recall/recallEdits.ts'
import { maximumMemories } from '../../experiment/recall/recallRanges.ts'
import type { PictureSize, RecallSettings } from '../../experiment/recall/recallSettings.ts'
import type { LabStore } from '../../store/labState.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import type { Recall } from '../../store/recall/recall.ts'
import { drawingOfInput, replaceMemories } from './bankEdits.ts'
import { deletedNote, replacedNote } from './inputNotes.ts'
import { freshName, namesText, sizeText } from './bankWords.ts'

/** Everything a person can do to the bank. Each is an entry of the history; what cannot be done is answered by a notice. */
export interface BankActions {
  /** Returns the ids of the new memories; none when they do not fit. */
  readonly add: (drawings: readonly NewMemory[]) => readonly number[]
  readonly replaceAll: (drawings: readonly NewMemory[]) => void
  /** An empty drawing, opened in the editor. */
  readonly addBlank: () => void
  readonly addInput: () => void
  readonly addPixels: (pixels: Int8Array, name: string) => void
  readonly rename: (id: number, name: string) => void
  readonly duplicate: (id: number) => void
  /** `toIndex` counts from 0, as the bank is afterwards. */
  readonly move: (id: number, toIndex: number) => void
  readonly remove: (id: number) => void
  readonly setOn: (id: number, isOn: boolean) => void
  /** A stroke; strokes with the same `gesture` are one entry of the history. */
  readonly draw: (id: number, pixels: Int8Array, gesture: string) => void
  readonly replaceDrawing: (id: number, bits: string) => void
  /** True when the drawings are of this size now. */
  readonly resize: (size: PictureSize) => boolean
  readonly open: (id: number) => void
}

/** `keysOfUndo`: as they are written on this machine (`undoKeys`). */
export function makeBankActions(
  lab: Pick<LabStore, 'getState'>,
  recall: Pick<Recall, 'store' | 'cell'>,
  keysOfUndo: string,
): BankActions {
  const now = () => lab.getState().experiment.recall
  const say = (text: string, tone: 'info' | 'warning' = 'info') => lab.getState().notify({ tone, text })
  /** About the edit just made, which a button beside the words takes back. */
  const tell = (text: string, whatUndoDoes: string) =>
    lab.getState().notify({ tone: 'info', text: `${text} Undo (${keysOfUndo}) ${whatUndoDoes}.`, action: 'undo' })
  const nameOf = (id: number) => now().memories.find((memory) => memory.id === id)?.name ?? ''
  /** True when the document is another one now. */
  const edit = (label: string, patch: (settings: RecallSettings) => RecallSettings, stroke?: string) => {
    const before = now()
    editRecall(lab, patch, stroke === undefined ? { label } : { label, gesture: stroke, isStroke: true })
    return now() !== before
  }
  const refuse = (wish: Parameters<typeof editRefusal>[1]) => {
    const sentence = editRefusal(now(), wish)
    if (sentence !== null) say(sentence, 'warning')
    return sentence !== null
  }
  const add = (drawings: readonly NewMemory[]) => {
    if (refuse({ kind: 'add-memories', count: drawings.length })) return []
    const known = new Set(now().memories.map((memory) => memory.id))
    edit(`Add ${namesText(drawings.map((drawing) => drawing.name))}`, (settings) => addMemories(settings, drawings))
    return now()
      .memories.map((memory) => memory.id)
      .filter((id) => !known.has(id))
  }
  const addPixels = (pixels: Int8Array, name: string) => add([{ name, bits: encodeBits(pixels) }])
  const newName = () => freshName(now().memories.map((memory) => memory.name))
  const open = (id: number) => recall.store.getState().openMemory(id)

  return {
    add,
    replaceAll(drawings) {
      const count = drawings.length
      if (count > maximumMemories) return say(`A network holds at most ${maximumMemories} memories.`, 'warning')
      const old = now().memories.length
      if (edit('Replace all memories', (settings) => replaceMemories(settings, drawings)))
        tell(
          `${count} new ${count === 1 ? 'memory' : 'memories'} in place of ${old}. ${replacedNote(now())}`.trim(),
          'brings the old ones back',
        )
    },
    addBlank() {
      const { columns, rows } = now().size
      const [id] = addPixels(new Int8Array(columns * rows).fill(-1), newName())
      if (id !== undefined) open(id)
    },
    addInput() {
      const { columns, rows } = now().size
      const pixels = recall.cell.inputPixels
      if (pixels.length === columns * rows) addPixels(drawingOfInput(pixels), newName())
      else say('The input is not there yet: try again in a moment.')
    },
    addPixels: (pixels, name) => void addPixels(pixels, name.trim() === '' ? newName() : name),
    rename: (id, name) => void edit('Rename a memory', (settings) => renameMemory(settings, id, name)),
    duplicate(id) {
      if (refuse({ kind: 'add-memories', count: 1 })) return
      edit(`Duplicate “${nameOf(id)}”`, (settings) => duplicateMemory(settings, id))
    },
    move: (id, toIndex) => void edit(`Move “${nameOf(id)}”`, (settings) => moveMemory(settings, id, toIndex)),
    remove(id) {
      if (refuse({ kind: 'remove-memory', id })) return
      const name = nameOf(id)
      const before = now()
      if (recall.store.getState().editedMemory === id) recall.store.getState().openMemory(null)
      if (edit(`Delete “${name}”`, (settings) => deleteMemory(settings, id)))
        tell(`“${name}” is deleted. ${deletedNote(before, now())}`.trim(), 'brings it back')
    },
    setOn(id, isOn) {
      if (!isOn && refuse({ kind: 'remove-memory', id })) return
      edit(`Switch “${nameOf(id)}” ${isOn ? 'on' : 'off'}`, (settings) => setMemoryOn(settings, id, isOn))
    },
    draw: (id, pixels, gesture) =>
      void edit(
        `Draw “${nameOf(id)}”`,
        (settings) => setMemoryBits(settings, id, encodeBits(pixels)),
        `memory ${id} ${gesture}`,
      ),
    replaceDrawing: (id, bits) => void edit(`Redraw “${nameOf(id)}”`, (settings) => setMemoryBits(settings, id, bits)),
    resize(size) {
      if (refuse({ kind: 'resize', size })) return false
      const isDone = edit(`Resize to ${sizeText(size)}`, (settings) => resizePictures(settings, size))
      if (isDone) tell(`All drawings are resampled to ${sizeText(size)}.`, 'brings the old ones back')
      return isDone
    },
    open,
  }
}
