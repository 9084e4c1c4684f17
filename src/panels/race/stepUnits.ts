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

/** What a step may be: one neuron only where neurons are asked one by one, by a model that is not refused. */
export function offeredUnits(lanes: readonly LaneKind[], isRefused: boolean): readonly StepUnit[] {
  return lanes.includes('binary-async') && !isRefused ? ['neuron', 'step', 'unit'] : ['step', 'unit']
}

/** The unit chosen, as long as it is offered; else the one that shows most. */
export function unitInHand(offered: readonly StepUnit[], chosen: StepUnit | null): StepUnit {
  if (chosen !== null && offered.includes(chosen)) return chosen
  return offered.includes('neuron') ? 'neuron' : 'unit'
}
