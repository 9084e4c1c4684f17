import type { ModelChoice } from '../experiment/modelChoice.ts'

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
