import { expect, test } from 'vitest'
import { correlatedPatterns } from '../../../model/generators.ts'
import { createRandom } from '../../../model/random.ts'
import { encodeBits } from '../../../experiment/recall/pixelCode.ts'
import type { RecallSettings } from '../../../experiment/recall/recallSettings.ts'
import { createInputTrack } from './inputTrack.ts'
import { couplingCount, couplingsInto, diagonalOf, memoryWeightsInto, type NetworkLaneKind } from './laneForces.ts'
import { createNetworkFacts } from './networkFacts.ts'
import { mixed, smallRecall } from './recallExamples.laws.ts'

/** Correlated memories, the pseudo-inverse rule, and an input that turns from one mixture into another. */
function turningRecall(): RecallSettings {
  const base = smallRecall()
  const n = base.size.columns * base.size.rows
  const { values } = correlatedPatterns(base.memories.length, n, 0.4, createRandom(8))
  const keyframe = (id: number, input: ReturnType<typeof mixed>) => ({ id, time: id - 1, input, isMorphing: true })
  return {
    ...base,
    memories: base.memories.map((memory, mu) => ({ ...memory, bits: encodeBits(values.slice(mu * n, (mu + 1) * n)) })),
    network: { ...base.network, rule: 'pseudo-inverse', hasZeroDiagonal: true },
    timeline: {
      isOn: true,
      isLooped: false,
      keyframes: [keyframe(1, mixed([2, 2], [3, 0.5])), keyframe(2, mixed([1, 1], [2, 0.25]))],
    },
  }
}

test.each<NetworkLaneKind>(['idp', 'classic-held'])('%s: what is taken off W_ii is W_ii, also on the way', (kind) => {
  const recall = turningRecall()
  const facts = createNetworkFacts()(recall)
  const track = createInputTrack()
  track.setDocument(recall, facts)
  const { patternCount: p, neuronCount: n, values } = facts.patterns
  for (const time of [0, 0.25, 0.9, 1]) {
    const moment = track.at(time)
    const { from, to, share } = moment
    const saliency = from.saliency.map((value, mu) => value + share * ((to?.saliency[mu] ?? value) - value))
    const weights = memoryWeightsInto(new Float64Array(p), kind, recall, saliency)
    const couplings = couplingsInto(new Float64Array(couplingCount(facts)), facts, weights)
    const diagonal = diagonalOf(kind, recall, facts, moment, weights, new Float32Array(n))
    expect(diagonal).toHaveLength(n)
    expect(Math.abs(weights[1])).toBeGreaterThan(0.1)
    for (let i = 0; i < n; i++) {
      let sum = 0
      for (let a = 0; a < p; a++) {
        for (let b = 0; b < p; b++) sum += couplings[a * p + b] * values[a * n + i] * values[b * n + i]
      }
      expect((diagonal as Float32Array)[i]).toBeCloseTo(sum / n, 6)
    }
  }
})
