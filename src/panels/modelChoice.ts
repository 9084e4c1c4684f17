import type { ModelSettings } from '../experiment/experiment.ts'

/** The same input used in three ways: one switch for two parts of the document. */
export type ModelChoice = 'idp' | 'current' | 'start'

export function modelChoice({ kind, inputAs }: Pick<ModelSettings, 'kind' | 'inputAs'>): ModelChoice {
  return kind === 'idp' ? 'idp' : inputAs
}

/** The parts of the document that a choice sets. A choice of the input-driven model keeps the way of the classic one. */
export function modelParts(choice: ModelChoice): Partial<ModelSettings> {
  return choice === 'idp' ? { kind: 'idp' } : { kind: 'classic', inputAs: choice }
}

/** What the input does, in words. */
export function modelExplained(choice: ModelChoice): string {
  switch (choice) {
    case 'idp':
      return 'The input does not push the ball. It re-weights the synapses, and so reshapes the ground under it.'
    case 'current':
      return 'Both memories have the same strength s. The input pushes the ball all the time, which tilts the ground.'
    case 'start':
      return 'Both memories have the same strength s. The input is where the ball starts, and then it is gone.'
    default:
      return choice satisfies never
  }
}
