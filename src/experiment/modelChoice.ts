import type { ModelSettings } from './experiment.ts'

/** The same input used in three ways: one switch for two parts of the document. */
export type ModelChoice = 'idp' | 'current' | 'start'

export function modelChoice({ kind, inputAs }: Pick<ModelSettings, 'kind' | 'inputAs'>): ModelChoice {
  return kind === 'idp' ? 'idp' : inputAs
}

/** The parts of the document that a choice sets. A choice of the input-driven model keeps the way of the classic one. */
export function modelParts(choice: ModelChoice): Partial<ModelSettings> {
  return choice === 'idp' ? { kind: 'idp' } : { kind: 'classic', inputAs: choice }
}
