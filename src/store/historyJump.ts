import { redoStep, undoStep, type History } from './history.ts'

/** So many steps forward at once, or back where `steps` is negative; as far as there are any. Null where there is none. */
export function jumpSteps<D>(history: History<D>, present: D, steps: number): Step<D> | null {
  const takeStep = steps < 0 ? undoStep<D> : redoStep<D>
  let jump: Step<D> = { history, document: present, isLoad: false }
  for (let k = 0; k < Math.abs(steps); k++) {
    const step: Step<D> | null = takeStep(jump.history, jump.document)
    if (step === null) break
    // A step over a load begins the run again, wherever in the jump it was.
    jump = { ...step, isLoad: step.isLoad || jump.isLoad }
  }
  return jump.history === history ? null : jump
}

type Step<D> = NonNullable<ReturnType<typeof undoStep<D>>>
