import type { LaneKind } from '../../../experiment/recall/recallSettings.ts'
import type { RefusedLane } from './lane.ts'
import type { LaneContext } from './laneContext.ts'

/** A byte for 0: nothing is known. */
const unknownByte = 128

/** A model that cannot run, with the sentence that says why. The others go on. */
export function createRefusedLane(context: LaneContext, kind: LaneKind, refusal: string): RefusedLane {
  let isNew = true
  return {
    kind,
    tempo: 'none',
    isSettled: true,
    adopt: () => {},
    begin() {
      isNew = true
    },
    takeFrame() {
      const wasNew = isNew
      isNew = false
      return {
        kind,
        isNew: wasNew,
        pixels: new Uint8Array(context.facts.patterns.neuronCount).fill(unknownByte),
        sampleTimes: new Float32Array(0),
        overlaps: new Float32Array(0),
        energies: new Float32Array(0),
        projections: null,
        endsBetweenSamples: false,
        verdict: { kind: 'nothing', cause: 'rest' },
        recalledAfter: null,
        learnedShare: null,
        settledTime: null,
        energyRose: false,
        isInTwoCycle: false,
        lastUpdate: null,
        signalToNoise: null,
        flavour: null,
        refusal,
      }
    },
    dispose: () => {},
  }
}
