import { makeRange } from '../ranges.ts'

/** How many memories a document may hold. */
export const maximumMemories = 128
/** Pixels on the shorter and on the longer side of a picture, at least and at most. */
const smallestSide = 4
export const largestSide = 128
/** How many models may race. */
export const maximumLanes = 3
export const maximumKeyframes = 12
/** Characters in the name of a memory. */
export const longestName = 40

/** The ranges of the Recall part: the schema clamps with them, controls show them. */
export const recallRanges = {
  side: makeRange(smallestSide, largestSide, 'side of the picture', '', 'pixels', true),
  memoryId: makeRange(1, 1_000_000, 'number of a memory', '', '', true),
  keyframeId: makeRange(1, 1_000_000, 'number of a keyframe', '', '', true),
  inputScale: makeRange(0.1, 100, 'scale of the input', ''),
  fader: makeRange(-2, 2, 'amount of a memory', 'a'),
  flips: makeRange(0, largestSide * largestSide, 'flipped pixels', '', 'pixels', true),
  pixelNoise: makeRange(0, 3, 'noise of the picture', ''),
  seed: makeRange(0, 2 ** 32 - 1, 'seed', '', '', true),
  fraction: makeRange(0, 1, 'fraction of the picture', ''),
  time: makeRange(0, 600, 'time of a keyframe', 't', 'time units'),
  gain: makeRange(0.5, 50, 'gain', 'g'),
  strength: makeRange(0.1, 20, 'strength of the memories', 's'),
  pulseDuration: makeRange(0.1, 20, 'length of the pulse', '', 'time units'),
  unlearningSteps: makeRange(0, 500, 'unlearned states', '', '', true),
  unlearningRate: makeRange(0, 0.2, 'rate of unlearning', 'ε'),
  noise: makeRange(0, 20, 'noise', 'σ'),
  timeStep: makeRange(0.001, 0.5, 'time step', 'dt', 'time units'),
  speed: makeRange(0.1, 20, 'speed', '', 'time units per second'),
  correlation: makeRange(0, 0.95, 'correlation', ''),
} as const
