import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyHistory, longestHistory, recordEdit, redoStep, undoStep, type History } from './history.ts'
import { jumpSteps } from './historyJump.ts'

/** A document that is a number, edited on a made-up clock. */
function createEditor() {
  let document = 0
  let history: History<number> = emptyHistory()
  let nowMs = 0
  const travel = (step: ReturnType<typeof undoStep<number>>) => {
    if (step === null) return
    history = step.history
    document = step.document
  }
  return {
    edit(next: number, gesture: string | null = null, afterMs = 0, gestureMs = 1000) {
      nowMs += afterMs
      const label = `to ${next}`
      history = recordEdit(history, { before: document, label, gesture, isLoad: false, nowMs, gestureMs })
      document = next
    },
    undo: () => travel(undoStep(history, document)),
    redo: () => travel(redoStep(history, document)),
    document: () => document,
    past: () => history.past.map((entry) => entry.label),
    future: () => history.future.map((entry) => entry.label),
  }
}

describe('steps', () => {
  test('undo goes back, redo forward, with their labels', () => {
    const editor = createEditor()
    editor.edit(1)
    editor.edit(2)
    editor.undo()
    expect(editor.document()).toBe(1)
    expect(editor.past()).toEqual(['to 1'])
    expect(editor.future()).toEqual(['to 2'])
    editor.undo()
    editor.undo()
    expect(editor.document()).toBe(0)
    editor.redo()
    editor.redo()
    editor.redo()
    expect(editor.document()).toBe(2)
    expect(editor.past()).toEqual(['to 1', 'to 2'])
  })

  test('a new edit forgets what was undone', () => {
    const editor = createEditor()
    editor.edit(1)
    editor.undo()
    editor.edit(2)
    editor.redo()
    expect(editor.document()).toBe(2)
    expect(editor.future()).toEqual([])
  })

  test('only so many are kept', () => {
    const editor = createEditor()
    for (let k = 1; k <= 300; k++) editor.edit(k)
    expect(editor.past()).toHaveLength(longestHistory)
    for (let k = 0; k < 300; k++) editor.undo()
    expect(editor.document()).toBe(300 - longestHistory)
  })
})

describe('gestures', () => {
  test('edits of one gesture are one step; a rest, another edit or an undo ends it', () => {
    const editor = createEditor()
    editor.edit(1, 'drag', 10)
    editor.edit(2, 'drag', 900)
    editor.edit(3, 'drag', 900)
    expect(editor.past()).toEqual(['to 1'])
    editor.edit(4, 'drag', 1100)
    editor.edit(5, null, 10)
    editor.edit(6, 'drag', 10)
    editor.undo()
    editor.redo()
    editor.edit(7, 'drag', 10)
    expect(editor.past()).toEqual(['to 1', 'to 4', 'to 5', 'to 6', 'to 7'])
    for (let k = 0; k < 5; k++) editor.undo()
    expect(editor.document()).toBe(0)
  })
})

test('any edits: undoing all leads to the beginning, redoing all to the end', () => {
  const edits = fc.array(
    fc.tuple(fc.integer(), fc.option(fc.constantFrom('a', 'b')), fc.integer({ min: 0, max: 2000 })),
    {
      maxLength: 60,
    },
  )
  fc.assert(
    fc.property(edits, (list) => {
      const editor = createEditor()
      for (const [next, gesture, afterMs] of list) editor.edit(next, gesture, afterMs)
      const end = editor.document()
      const count = editor.past().length
      for (let k = 0; k < count; k++) editor.undo()
      expect(editor.document()).toBe(0)
      for (let k = 0; k < count; k++) editor.redo()
      expect(editor.document()).toBe(end)
    }),
  )
})

test('says when steps are gone, also when some of those that are left were undone', () => {
  const edit = { before: 0, label: 'Edit', gesture: null, isLoad: false, nowMs: 0, gestureMs: 0 }
  const after = (steps: number) => {
    let history = emptyHistory<number>()
    for (let k = 0; k < steps; k++) history = recordEdit(history, edit)
    return history
  }
  expect(after(longestHistory).isCut).toBe(false)
  const cut = after(longestHistory + 1)
  expect(cut).toMatchObject({ isCut: true, past: { length: longestHistory } })
  expect(recordEdit(jumpSteps(cut, 0, -50)?.history ?? cut, edit)).toMatchObject({ isCut: true, past: { length: 51 } })
})
