import type { Experiment } from '../../experiment/experiment.ts'
import { packedStart, type Notation } from './recallPacked.ts'

/** What the script of a network is about, for its header. */
export function recallAbout({ recall }: Experiment, runs: string): readonly string[] {
  const { lanes, noise, network } = recall
  const isRandom =
    noise.strength > 0 ||
    lanes.includes('binary-async') ||
    (network.unlearning.steps > 0 && lanes.includes('binary-sync'))
  return [
    'A Hopfield network that remembers pictures: the memories are packed below, and each model of the race',
    'is shown the same input. Float64 throughout; Memoryscape runs large networks in float32.',
    ...(isRandom
      ? ['Noise, and the order of single updates, have the same statistics but come from another generator.']
      : []),
    runs,
  ]
}

/** Which parts a script of the network needs, and the random start of binary neurons that are told nothing. */
export function recallParts(experiment: Experiment, notation: Notation) {
  const { recall } = experiment
  const hasBinary = recall.lanes.some((lane) => lane.startsWith('binary'))
  return {
    hasBinary,
    hasNetwork: recall.lanes.some((lane) => !lane.startsWith('binary')),
    chance: packedStart({ recall: { ...recall, start: { kind: 'random' } } }, notation),
  }
}
