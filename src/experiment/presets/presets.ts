import { criticalSaliency } from '../../model/memory.ts'
import type { Preset } from './preset.ts'
import { presetExperiment } from './preset.ts'

const gain = 1
const thresholdRival = 2
/** σ of Figure 4 here: wells are left within a few time units, and yet the deeper ones hold all but a few thousandths. */
const figure4Noise = 0.6

/** The registry of presets, in the order of the menu. */
export const presets: readonly Preset[] = [
  {
    id: 'fig2a',
    title: 'No memory',
    caption:
      'Figure 2(a): both saliencies are too small, so there is no memory and every ball comes to rest at the origin.',
    experiment: presetExperiment({
      saliency: [0.7, 0.8],
      starts: [
        [2.2, 0.4],
        [1.4, 1.9],
        [-0.6, -2.1],
      ],
    }),
  },
  {
    id: 'fig2b',
    title: 'One memory',
    caption: 'Figure 2(b): only memory 2 exists, and every ball rolls to it or to its twin.',
    experiment: presetExperiment({
      saliency: [0.7, 1.6],
      starts: [
        [2.1, 1.7],
        [-2.2, -1.6],
        [0.4, 2.2],
      ],
    }),
  },
  {
    id: 'fig2c',
    title: 'One stable memory',
    caption:
      'Figure 2(c): memory 2 is stable, memory 1 exists but is a saddle, so a ball lingers there and then rolls on.',
    experiment: presetExperiment({
      saliency: [1.1, 2],
      starts: [
        [2.4, 2.1],
        [-1.6, -1.9],
        [0.5, 2.4],
      ],
    }),
  },
  {
    id: 'fig2d',
    title: 'Two stable memories',
    caption: 'Figure 2(d): both memories are stable, and where a ball starts decides which one it recalls.',
    experiment: presetExperiment({
      saliency: [1.5, 2],
      starts: [
        [2.6, 1.4],
        [2.8, 0.2],
        [-2.4, 1],
        [-1.2, -2.6],
      ],
    }),
  },
  {
    id: 'fig4a',
    title: 'Noise: half and half',
    caption:
      'Figure 4(a): with equal saliencies noise takes the state everywhere alike, half of the time to each memory.',
    experiment: presetExperiment({
      saliency: [1.5, 1.5],
      starts: [[1.3, 1.3]],
      noise: { strength: figure4Noise },
    }),
    phase: { ground: 'density', tint: 'density', cloud: true, separatrices: false },
  },
  {
    id: 'fig4b',
    title: 'Noise: the deeper wins',
    caption:
      'Figure 4(b): memory 2 is more salient, and the same noise now gathers the state in its wells nearly all of the time.',
    experiment: presetExperiment({
      saliency: [1.5, 2.25],
      starts: [[1.3, 1.3]],
      noise: { strength: figure4Noise },
    }),
    phase: { ground: 'density', tint: 'density', cloud: true, separatrices: false },
  },
  {
    id: 'fig5',
    title: 'Where a memory begins',
    caption:
      'Figure 5: a memory exists where the response meets the line of dissipation, as for memory 2; the line of memory 1 is too steep.',
    experiment: presetExperiment({
      saliency: [0.8, 1.6],
      starts: [
        [0.3, 0.1],
        [-0.2, -0.4],
        [2, 1.8],
      ],
    }),
  },
  {
    id: 'equal',
    title: 'Equal memories',
    caption: 'Both memories are equally salient: four wells of the same depth, as in the classic model.',
    experiment: presetExperiment({
      saliency: [1.5, 1.5],
      starts: [
        [2.2, 0.3],
        [-0.3, 2.2],
        [-2.2, -0.3],
        [0.3, -2.2],
      ],
    }),
  },
  {
    id: 'threshold',
    title: 'At the threshold',
    caption:
      'Memory 1 is exactly at its threshold: a little more saliency makes it stable, a little less makes it a saddle.',
    experiment: presetExperiment({
      saliency: [criticalSaliency(thresholdRival, gain), thresholdRival],
      starts: [
        [2.3, 0.7],
        [-0.7, -2.3],
        [0.6, 2.4],
      ],
    }),
  },
  {
    id: 'noise',
    title: 'Strong noise',
    caption:
      'Noise kicks the balls out of the shallow wells of memory 1 and they gather in the deep wells of memory 2.',
    experiment: presetExperiment({
      saliency: [1.5, 2.25],
      starts: [
        [1.3, 1.3],
        [1.25, 1.2],
        [-1.3, -1.3],
        [1.8, -1.8],
        [-1.8, 1.8],
      ],
      noise: { strength: 0.8 },
    }),
  },
  {
    id: 'classic',
    title: 'Classic, with an input',
    caption:
      'The classic model: the input is a current that tilts the landscape, and here it has washed away two of the four wells.',
    experiment: presetExperiment({
      saliency: [0.25, 0.1],
      starts: [
        [-0.3, -0.2],
        [2.2, -0.6],
        [-2.1, 1.2],
        [-0.6, -1.8],
      ],
      model: { kind: 'classic', inputAs: 'current', strength: 1.5 },
    }),
  },
]
