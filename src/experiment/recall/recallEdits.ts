import { bitsLength, isPixelCode } from './pixelCode.ts'
import { drawInput } from './inputEdits.ts'
import { longestName, maximumLanes, maximumMemories } from './recallRanges.ts'
import type { Fader, LaneKind, Memory, PictureSize, RecallInput, RecallSettings } from './recallSettings.ts'
import { mapInputs } from './timelineEdits.ts'

export { drawInput, editedInput, mixInput, setFader, setInput } from './inputEdits.ts'
export { addKeyframe, deleteKeyframe, mapInputs, moveKeyframe, setKeyframe, setTimeline } from './timelineEdits.ts'
export { resizePictures } from './resizePictures.ts'
export { editRefusal } from './editRefusal.ts'

// Every edit gives a new document, or the same object when it would change nothing or is not possible: `editRefusal` has the words.

/** What a new memory needs. */
export interface NewMemory {
  readonly name: string
  readonly bits: string
}

/** One more memory at the end of the bank. */
export function addMemory(recall: RecallSettings, memory: NewMemory): RecallSettings {
  return addMemories(recall, [memory])
}

/** More memories at the end of the bank: all of them or none. A name that is taken gets a number. */
export function addMemories(recall: RecallSettings, added: readonly NewMemory[]): RecallSettings {
  const isFull = recall.memories.length + added.length > maximumMemories
  if (added.length === 0 || isFull || !added.every(({ bits }) => fitsSize(bits, recall.size))) return recall
  return { ...recall, memories: appended(recall.memories, added) }
}

function appended(memories: readonly Memory[], added: readonly NewMemory[]): readonly Memory[] {
  const all = [...memories]
  let id = nextId(memories)
  const names = new Set(memories.map((memory) => memory.name))
  for (const { name, bits } of added) {
    const free = freeName(names, name)
    names.add(free)
    all.push({ id: id++, name: free, isOn: true, bits })
  }
  return all
}

/** Another name, cut to `longestName` characters; a blank one is not taken. */
export function renameMemory(recall: RecallSettings, id: number, name: string): RecallSettings {
  const tidy = tidyName(name)
  return tidy === '' ? recall : changeMemory(recall, id, { name: tidy })
}

/** The same picture once more, right after the first. */
export function duplicateMemory(recall: RecallSettings, id: number): RecallSettings {
  const { memories } = recall
  const index = memories.findIndex((memory) => memory.id === id)
  if (index < 0 || memories.length >= maximumMemories) return recall
  const name = freeName(new Set(memories.map((memory) => memory.name)), memories[index].name)
  const copy = { ...memories[index], id: nextId(memories), name }
  return { ...recall, memories: memories.toSpliced(index + 1, 0, copy) }
}

/** The memory at this place of the bank, counted from 0; beyond the ends, at the end. */
export function moveMemory(recall: RecallSettings, id: number, toIndex: number): RecallSettings {
  const { memories } = recall
  const index = memories.findIndex((memory) => memory.id === id)
  const target = Math.min(memories.length - 1, Math.max(0, Math.round(toIndex)))
  if (index < 0 || target === index || Number.isNaN(target)) return recall
  return { ...recall, memories: memories.toSpliced(index, 1).toSpliced(target, 0, memories[index]) }
}

/**
 * Without this memory. Faders of it go; an input that is this memory alone, mixed or corrupted, stays as a drawing of what it shows; a start in it
 * becomes a random one; a slice through it goes back to the two leading memories. The last memory that is on stays.
 */
export function deleteMemory(recall: RecallSettings, id: number): RecallSettings {
  if (!recall.memories.some((memory) => memory.id === id) || isLastOn(recall, id)) return recall
  const without = (input: RecallInput) => withoutMemory(recall, input, id)
  const { start } = recall
  return {
    ...forgetSlice(recall, id),
    memories: recall.memories.filter((memory) => memory.id !== id),
    input: without(recall.input),
    timeline: mapInputs(recall.timeline, without),
    start: start.kind === 'memory' && start.memory === id ? { kind: 'random' } : start,
  }
}

/** On or off. The last memory that is on stays on; a slice through one that goes off shows the two leading memories again. */
export function setMemoryOn(recall: RecallSettings, id: number, isOn: boolean): RecallSettings {
  if (!isOn && isLastOn(recall, id)) return recall
  return changeMemory(isOn ? recall : forgetSlice(recall, id), id, { isOn })
}

/** Another drawing. Bits that do not fit the size are not taken. */
export function setMemoryBits(recall: RecallSettings, id: number, bits: string): RecallSettings {
  return fitsSize(bits, recall.size) ? changeMemory(recall, id, { bits }) : recall
}

/** The model at this place of the race; the model that another place has changes places with it. */
export function setLane(recall: RecallSettings, position: number, kind: LaneKind): RecallSettings {
  const { lanes } = recall
  const before = lanes[position]
  if (before === undefined || before === kind) return recall
  return withLanes(
    recall,
    lanes.map((lane, k) => (k === position ? kind : lane === kind ? before : lane)),
  )
}

/** One more model in the race, at the end. */
export function addLane(recall: RecallSettings, kind: LaneKind): RecallSettings {
  if (recall.lanes.length >= maximumLanes || recall.lanes.includes(kind)) return recall
  return withLanes(recall, [...recall.lanes, kind])
}

/** Without the model at this place. The last one stays. */
export function removeLane(recall: RecallSettings, position: number): RecallSettings {
  if (recall.lanes.length <= 1 || recall.lanes[position] === undefined) return recall
  return withLanes(recall, recall.lanes.toSpliced(position, 1))
}

function fitsSize(bits: string, { columns, rows }: PictureSize): boolean {
  return bits.length === bitsLength(columns * rows) && isPixelCode(bits)
}

function nextId(memories: readonly Memory[]): number {
  return 1 + Math.max(0, ...memories.map((memory) => memory.id))
}

function tidyName(name: string): string {
  return name.trim().slice(0, longestName).trim()
}

/** The name, with the first number from 2 that makes it new. */
function freeName(taken: ReadonlySet<string>, wanted: string): string {
  const name = tidyName(wanted) || 'Memory'
  if (!taken.has(name)) return name
  const stem = name.replace(/ \d+$/, '')
  for (let count = 2; ; count++) {
    const numbered = `${stem.slice(0, longestName - ` ${count}`.length)} ${count}`
    if (!taken.has(numbered)) return numbered
  }
}

function isLastOn({ memories }: RecallSettings, id: number): boolean {
  return memories.every((memory) => memory.isOn === (memory.id === id))
}

function changeMemory(recall: RecallSettings, id: number, patch: Partial<Omit<Memory, 'id'>>): RecallSettings {
  const memory = recall.memories.find((candidate) => candidate.id === id)
  if (memory === undefined) return recall
  const next = { ...memory, ...patch }
  if (next.name === memory.name && next.isOn === memory.isOn && next.bits === memory.bits) return recall
  return { ...recall, memories: recall.memories.map((candidate) => (candidate === memory ? next : candidate)) }
}

function forgetSlice(recall: RecallSettings, id: number): RecallSettings {
  const { slice } = recall
  return slice.memories?.includes(id) === true ? { ...recall, slice: { ...slice, memories: null } } : recall
}

function withoutMemory(recall: RecallSettings, input: RecallInput, id: number): RecallInput {
  switch (input.kind) {
    case 'drawing':
      return input
    case 'mix': {
      const faders = input.faders.filter((fader) => fader.memory !== id)
      if (faders.length === input.faders.length) return input
      const isOfIt = isSounding(input.faders) && !isSounding(faders)
      return isOfIt ? drawInput(recall, input) : { ...input, faders }
    }
    case 'corrupted':
      return input.memory === id ? drawInput(recall, input) : input
    default:
      return input satisfies never
  }
}

/** Whether a mixture shows anything. */
function isSounding(faders: readonly Fader[]): boolean {
  return faders.some((fader) => fader.amount !== 0)
}

/** The landscape is that of a model in the race, where one of them has a landscape: then there is a ball on it. */
function withLanes(recall: RecallSettings, lanes: readonly LaneKind[]): RecallSettings {
  const { slice } = recall
  if (lanes.includes(slice.lane)) return { ...recall, lanes }
  const lane = lanes.find((kind) => kind !== 'binary-async' && kind !== 'binary-sync')
  return lane === undefined ? { ...recall, lanes } : { ...recall, lanes, slice: { ...slice, lane } }
}
