import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyHistory, recordEdit, redoStep, undoStep, type History } from './history.ts'
import { jumpSteps } from './historyJump.ts'

/** A history of documents 0, 1, … with a load wherever the list says so. */
function historyOf(loads: readonly boolean[]): History<number> {
  return loads.reduce(
    (history, isLoad, before) =>
      recordEdit(history, { before, label: `to ${before + 1}`, gesture: null, isLoad, nowMs: 0, gestureMs: 0 }),
    emptyHistory<number>(),
  )
}

test('a jump is as many single steps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { maxLength: 30 }),
      fc.nat(30),
      fc.integer({ min: -35, max: 35 }),
      (loads, back, steps) => {
        let history = historyOf(loads)
        let document = loads.length
        for (let k = 0; k < back; k++) {
          const step = undoStep(history, document)
          if (step === null) break
          ;({ history, document } = step)
        }
        const jump = jumpSteps(history, document, steps)
        let isLoad = false
        let count = 0
        for (let k = 0; k < Math.abs(steps); k++) {
          const step = (steps < 0 ? undoStep : redoStep)(history, document)
          if (step === null) break
          ;({ history, document } = step)
          isLoad ||= step.isLoad
          count += 1
        }
        if (count === 0) expect(jump).toBeNull()
        else expect(jump).toEqual({ history, document, isLoad })
      },
    ),
  )
})
