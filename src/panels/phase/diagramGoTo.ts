import { clampToRange, ranges } from '../../experiment/ranges.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import type { DiagramPath } from '../../model/phase/diagram.ts'
import { systemAlong } from '../../model/phase/diagramPath.ts'
import { saliencyOfPair } from '../../model/saliency.ts'
import type { ReadonlyPair } from '../../model/vector.ts'

/** The change of the document that makes its network that of the path at s. */
export function goToPlace(path: DiagramPath, s: number): (experiment: Experiment) => Experiment {
  const { saliency, gain, current } = systemAlong(path, s)
  const withInput = (pair: ReadonlyPair) => (experiment: Experiment) => ({
    ...experiment,
    input: {
      ...experiment.input,
      saliency: [clampToRange(pair[0], ranges.saliency), clampToRange(pair[1], ranges.saliency)] as const,
    },
  })
  switch (path.kind) {
    case 'saliency':
      return withInput(saliency)
    case 'current':
      return withInput(saliencyOfPair(current))
    case 'gain':
      return (experiment) => ({ ...experiment, model: { ...experiment.model, gain: clampToRange(gain, ranges.gain) } })
    default:
      return path satisfies never
  }
}

/** Key of the equilibrium nearest to a state, in the network at s. Names belong to a network: a branch has that of its middle only. */
export function keyAt(path: DiagramPath, s: number, [x1, x2]: ReadonlyPair): string | null {
  const system = systemAlong(path, s)
  let key: string | null = null
  let least = Infinity
  for (const point of nameEquilibria(findEquilibria(system), system)) {
    const distance = Math.hypot(point.state[0] - x1, point.state[1] - x2)
    if (distance >= least) continue
    least = distance
    key = point.key
  }
  return key
}
