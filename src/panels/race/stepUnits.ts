import type { LaneKind } from '../../experiment/recall/recallSettings.ts'

export type StepUnit = 'neuron' | 'step' | 'unit'

interface StepWords {
  readonly title: string
  readonly explained: string
}

/** What one press of Step moves on by. */
export const stepUnits: Readonly<Record<StepUnit, StepWords>> = {
  neuron: {
    title: 'One neuron',
    explained: 'The binary network asks one neuron, and you see its field. The others move on by 1/N of a unit.',
  },
  step: { title: 'One time step', explained: 'One step of the integration, dt.' },
  unit: {
    title: 'One time unit',
    explained: 'One neuron time constant; N neurons asked, or one update of all at once.',
  },
}

/** The unit that shows most in these lanes at first: the neuron where neurons are asked one by one. */
export function firstUnit(lanes: readonly LaneKind[]): StepUnit {
  return lanes.includes('binary-async') ? 'neuron' : 'unit'
}
