import { generateMemories, type GenerateWish } from './generate.ts'
import { defaultRecall, libraryMemories } from './defaultRecall.ts'
import type { Keyframe, Memory, MixedInput, PictureSize, RecallSettings } from './recallSettings.ts'

/** One entry of the registry: a whole Recall part with its words. */
export interface RecallPreset {
  /** Stable: links and tests use it. */
  readonly id: string
  readonly title: string
  /** One sentence that says what to see. */
  readonly caption: string
  readonly recall: RecallSettings
}

const seed = 1982
const large: PictureSize = { columns: 32, rows: 32 }
const small: PictureSize = { columns: 16, rows: 16 }

function generated(kind: GenerateWish['kind'], count: number, size: PictureSize, correlation = 0): readonly Memory[] {
  const made = generateMemories({ kind, count, correlation, seed }, size)
  return made.map((memory, k) => ({ ...memory, id: k + 1, isOn: true }))
}

/** Amounts for memories 1, 2, 3 ... */
function mixture(...amounts: readonly number[]): MixedInput {
  const faders = amounts.map((amount, k) => ({ memory: k + 1, amount })).filter((fader) => fader.amount !== 0)
  return { kind: 'mix', faders, isNormalised: false }
}

const raceMemories = 10
/** Amounts of the paper's retrieval experiment, each the middle of its range: the leading memory, the one that led before, any other. */
const race = { leading: 2.75, before: 0.4, other: 1.15 }

/** Scaled so that the fader of the leading memory stands at 2, the end of its range: `inputScale` makes up for it. */
function raceInput(leading: number, before: number): MixedInput {
  const amounts = Array.from({ length: raceMemories }, (_, k) =>
    k + 1 === leading ? race.leading : k + 1 === before ? race.before : race.other,
  )
  return mixture(...amounts.map((amount) => Number(((2 * amount) / race.leading).toFixed(3))))
}

function keyframe(id: number, time: number, input: MixedInput, isMorphing: boolean): Keyframe {
  return { id, time, input, isMorphing }
}

/**
 * The presets of the Recall view, in the order of the menu. Where a run of one input starts at random its seed was chosen so that the
 * picture comes out the right way round: half of the seeds give the negative.
 */
export const recallPresets: readonly RecallPreset[] = [
  {
    id: 'tail',
    title: 'The cat’s tail',
    caption:
      'Figure 1: from only the tail the input-driven network recalls the cat, or its negative, wherever it starts; the classic ones end in a blend of animals or a blurred cat.',
    recall: { ...defaultRecall, start: { kind: 'random' }, noise: { strength: 0.5, seed: 6 } },
  },
  {
    id: 'morph',
    title: 'From cat to dog',
    caption:
      'Figure 1(a): as the input turns from the cat into the dog, the valley of the cat flattens, that of the dog deepens, and the state rolls over.',
    recall: {
      ...defaultRecall,
      input: mixture(1),
      inputScale: 3,
      timeline: {
        isOn: true,
        isLooped: true,
        keyframes: [
          keyframe(1, 0, mixture(1), false),
          keyframe(2, 3, mixture(1), true),
          keyframe(3, 9, mixture(0, 1), false),
          keyframe(4, 13, mixture(0, 1), true),
          keyframe(5, 19, mixture(1), false),
          keyframe(6, 22, mixture(1), false),
        ],
      },
      lanes: ['idp', 'classic-pulse', 'classic-held'],
      start: { kind: 'memory', memory: 1, isInverted: false },
      slice: { ...defaultRecall.slice, memories: [1, 2] },
    },
  },
  {
    id: 'letters',
    title: 'A spoilt letter',
    caption:
      'A quarter of the pixels of the letter S are turned: the input-driven network reads an S, or its negative, while the classic network that starts at the picture slides into a blend.',
    recall: {
      ...defaultRecall,
      size: small,
      memories: libraryMemories(['a', 'c', 'k', 'm', 's', 't', 'x', 'z'], small),
      input: { kind: 'corrupted', memory: 5, flips: 64, noise: 0, seed, occlusion: { kind: 'none' } },
      inputScale: 6,
      lanes: ['idp', 'classic-start', 'binary-async'],
      network: { ...defaultRecall.network, hasZeroDiagonal: true },
      start: { kind: 'random' },
    },
  },
  {
    id: 'noise',
    title: 'A race in noise',
    caption:
      'Under strong noise the leading memory changes every six time units: the input-driven network follows, a pulse leaves the classic one in its old well, and an input held on leaves it halfway.',
    recall: {
      ...defaultRecall,
      memories: generated('random', raceMemories, large),
      input: raceInput(1, 0),
      inputScale: 10.6,
      timeline: {
        isOn: true,
        isLooped: false,
        keyframes: [
          keyframe(1, 0, raceInput(1, 0), false),
          keyframe(2, 6, raceInput(2, 1), false),
          keyframe(3, 12, raceInput(3, 2), false),
          keyframe(4, 18, raceInput(3, 2), false),
        ],
      },
      lanes: ['idp', 'classic-pulse', 'classic-held'],
      network: { ...defaultRecall.network, gain: 10, strength: 1, hasZeroDiagonal: true },
      start: { kind: 'random' },
      noise: { strength: 8, seed },
      integration: { ...defaultRecall.integration, timeStep: 0.01 },
    },
  },
  {
    id: 'overload',
    title: 'Too many memories',
    caption:
      'Sixty-four random memories in 256 neurons are 0.25 a neuron, far above 0.138: even from a whole memory the binary network drifts away, while the input-driven one holds it.',
    recall: {
      ...defaultRecall,
      size: small,
      memories: generated('random', 64, small),
      input: { kind: 'corrupted', memory: 2, flips: 0, noise: 0, seed, occlusion: { kind: 'none' } },
      inputScale: 3,
      lanes: ['binary-async', 'binary-sync', 'idp'],
      network: { ...defaultRecall.network, hasZeroDiagonal: true },
      start: { kind: 'random' },
      noise: { ...defaultRecall.noise, seed: 6 },
    },
  },
  {
    id: 'alike',
    title: 'Letters that are alike',
    caption:
      'C and G share 7 of 8 pixels: with Hebb’s rule a network that is shown the C reads a blend, nearer to G than to C, and with the pseudo-inverse rule, which takes the likeness out, it reads the C.',
    recall: {
      ...defaultRecall,
      size: small,
      memories: libraryMemories(['c', 'g', 'o', 'q', 'd', 'u'], small),
      input: mixture(1),
      inputScale: 3,
      lanes: ['idp', 'classic-start', 'binary-async'],
      network: { ...defaultRecall.network, rule: 'pseudo-inverse', hasZeroDiagonal: true },
      start: { kind: 'random' },
      noise: { ...defaultRecall.noise, seed: 4 },
      slice: { ...defaultRecall.slice, memories: [1, 2] },
    },
  },
  {
    id: 'orthogonal',
    title: 'Where theory is exact',
    caption:
      'With orthogonal memories the thresholds hold exactly: memory 2 exists but is a saddle, so a state that starts there lingers, and then rolls on to memory 1 or its negative.',
    recall: {
      ...defaultRecall,
      memories: generated('orthogonal', 8, large),
      input: mixture(1, 0.55),
      inputScale: 2,
      lanes: ['idp', 'classic-start', 'classic-held'],
      start: { kind: 'memory', memory: 2, isInverted: false },
      playback: { speed: 2 },
      slice: { ...defaultRecall.slice, memories: [1, 2] },
    },
  },
  {
    id: 'mixture',
    title: 'A memory that nobody stored',
    caption:
      'Shown three pictures at once, the binary network stops in a blend that nobody stored, a spurious state; the input-driven one chooses the picture that is a little stronger.',
    recall: {
      ...defaultRecall,
      memories: generated('random', 6, large),
      input: mixture(1, 0.8, 0.8),
      inputScale: 2,
      lanes: ['binary-async', 'classic-start', 'idp'],
      network: { ...defaultRecall.network, hasZeroDiagonal: true },
      start: { kind: 'random' },
      noise: { ...defaultRecall.noise, seed: 4 },
    },
  },
]
