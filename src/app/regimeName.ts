import type { Experiment } from '../experiment/experiment.ts'
import { systemOf } from '../experiment/derive.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { regime } from '../model/regime.ts'

/** A name that changes exactly when the regime does: not with every number in its sentence. */
export function regimeName(
  experiment: Pick<Experiment, 'model' | 'input'>,
  equilibria: readonly NamedEquilibrium[],
): string {
  const { kind, inputAs } = experiment.model
  const { saliency, gain } = systemOf(experiment)
  if (kind === 'classic' && inputAs === 'current') {
    const wells = equilibria.filter((point) => point.stability === 'stable').map((point) => point.key)
    return `classic current ${wells.toSorted().join(' ')}`
  }
  const found = regime(saliency, gain)
  const who = found.kind === 'one' ? found.memory : found.kind === 'one-stable' ? found.stable : ''
  return `${kind} ${kind === 'classic' ? inputAs : ''} ${found.kind} ${who}`
}
