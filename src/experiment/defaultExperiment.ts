import { cameraPresets } from './cameraPresets.ts'
import { defaultPhase } from './defaultPhase.ts'
import type { Experiment } from './experiment.ts'
import { defaultRecall } from './recall/defaultRecall.ts'

/** The first screen: two stable memories of unlike depth, one ball that hesitates near a ridge, and two that show the other wells. */
export const defaultExperiment: Experiment = {
  version: 3,
  model: { kind: 'idp', inputAs: 'current', strength: 1.5, gain: 1 },
  input: { saliency: [1.5, 2] },
  balls: [
    { id: 1, start: [2.8, 0.2] },
    { id: 2, start: [-2.5, -0.5] },
    { id: 3, start: [-0.3, 2.7] },
  ],
  noise: { strength: 0, seed: 1982, particles: 4000 },
  integration: { scheme: 'rk4', noisyScheme: 'euler-maruyama', timeStep: 0.01 },
  playback: { speed: 1 },
  view: {
    picture: 'surface',
    camera: cameraPresets.oblique,
    layers: { contours: true, trails: true, labels: true, equilibria: true },
    phase: defaultPhase,
  },
  recall: defaultRecall,
}
