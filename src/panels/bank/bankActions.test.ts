import { describe, expect, it } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { decodeBits, encodeBits } from '../../experiment/recall/pixelCode.ts'
import { maximumMemories } from '../../experiment/recall/recallRanges.ts'
import type { EditAbout } from '../../store/history.ts'
import type { LabState, Notice } from '../../store/labState.ts'
import type { Recall, RecallState } from '../../store/recall/recall.ts'
import { makeBankActions } from './bankActions.ts'

/** A lab and a run of which only what the bank uses is there. */
function makeBench() {
  let experiment: Experiment = defaultExperiment
  let editedMemory: number | null = null
  const abouts: (EditAbout | undefined)[] = []
  const notices: Notice[] = []
  const lab = {
    getState: () =>
      ({
        experiment,
        edit(patch: (experiment: Experiment) => Experiment, about?: EditAbout) {
          const next = patch(experiment)
          if (next === experiment) return
          experiment = next
          abouts.push(about)
        },
        notify: (notice: Notice) => void notices.push(notice),
      }) as LabState,
  }
  const { columns, rows } = experiment.recall.size
  const cell = { inputPixels: new Uint8Array(columns * rows).fill(255, 0, 10) }
  const store = {
    getState: () =>
      ({ editedMemory, openMemory: (id: number | null) => void (editedMemory = id) }) as unknown as RecallState,
  }
  const actions = makeBankActions(lab, { store, cell } as unknown as Recall, 'Ctrl+Z')
  return {
    actions,
    cell,
    abouts,
    notices,
    recall: () => experiment.recall,
    edited: () => editedMemory,
    pixelCount: columns * rows,
  }
}

describe('the actions of the bank', () => {
  it('opens a blank drawing in the editor', () => {
    const { actions, recall, edited, abouts, pixelCount } = makeBench()
    actions.addBlank()
    const added = recall().memories.at(-1)!
    expect(edited()).toBe(added.id)
    expect(decodeBits(added.bits, pixelCount).every((value) => value === -1)).toBe(true)
    expect(abouts).toEqual([{ label: `Add “${added.name}”` }])
  })

  it('takes the present input, once there is one', () => {
    const { actions, cell, recall, notices, pixelCount } = makeBench()
    actions.addInput()
    const pixels = decodeBits(recall().memories.at(-1)!.bits, pixelCount)
    expect(pixels.reduce((ink, value) => ink + (value > 0 ? 1 : 0), 0)).toBe(10)
    cell.inputPixels = new Uint8Array(0)
    actions.addInput()
    expect(notices.at(-1)?.text).toContain('try again')
  })

  it('makes a stroke one entry by its gesture, with the memory in it', () => {
    const { actions, recall, abouts, pixelCount } = makeBench()
    const [{ id, name }] = recall().memories
    actions.draw(id, new Int8Array(pixelCount).fill(1), 'stroke 7')
    expect(abouts).toEqual([{ label: `Draw “${name}”`, gesture: `memory ${id} stroke 7`, isStroke: true }])
  })

  it('deletes with a notice that says how to get it back, and closes its editor', () => {
    const { actions, recall, notices, edited } = makeBench()
    const { id, name } = recall().memories[1]
    actions.open(id)
    actions.remove(id)
    expect(recall().memories.some((memory) => memory.id === id)).toBe(false)
    expect(edited()).toBeNull()
    expect(notices).toEqual([
      { tone: 'info', text: `“${name}” is deleted. Undo (Ctrl+Z) brings it back.`, action: 'undo' },
    ])
  })

  it('refuses to switch off or delete the last memory that is on', () => {
    const { actions, recall, notices } = makeBench()
    const [kept, ...others] = recall().memories
    for (const { id } of others) actions.setOn(id, false)
    actions.setOn(kept.id, false)
    actions.remove(kept.id)
    expect(recall().memories.find((memory) => memory.id === kept.id)?.isOn).toBe(true)
    expect(notices.map((notice) => notice.tone)).toEqual(['warning', 'warning'])
  })

  it('refuses too many, and too large, in sentences with the limit and the memory needed', () => {
    const { actions, recall, notices, pixelCount } = makeBench()
    const bits = encodeBits(new Int8Array(pixelCount).fill(1))
    expect(actions.add(Array.from({ length: maximumMemories }, () => ({ name: 'x', bits })))).toEqual([])
    expect(notices.at(-1)?.text).toMatch(/at most 128 memories.* MB/)
    actions.resize({ columns: 500, rows: 500 })
    expect(notices.at(-1)?.text).toMatch(/from 4 to 128 pixels: 500 × 500 would be .* MB/)
    expect(recall()).toBe(defaultExperiment.recall)
  })

  it('resamples all drawings, and says so', () => {
    const { actions, recall, notices } = makeBench()
    actions.resize({ columns: 8, rows: 12 })
    expect(recall().size).toEqual({ columns: 8, rows: 12 })
    expect(notices.at(-1)?.text).toBe('All drawings are resampled to 8 × 12. Undo (Ctrl+Z) brings the old ones back.')
  })

  it('replaces all', () => {
    const { actions, recall, notices, pixelCount } = makeBench()
    const old = recall().memories.length
    const bits = encodeBits(new Int8Array(pixelCount).fill(1))
    actions.replaceAll([{ name: 'one', bits }])
    expect(recall().memories.map((memory) => memory.name)).toEqual(['one'])
    expect(notices.at(-1)?.text).toContain(`1 new memory in place of ${old}.`)
  })
})
