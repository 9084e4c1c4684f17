import * as v from 'valibot'
import { camera, areDifferent, choice, choiceText, flag, group, ranged } from '../schemaParts.ts'
import { isPixelCode } from './pixelCode.ts'
import { checkReferences, clampFlips } from './recallChecks.ts'
import { longestName, maximumKeyframes, maximumLanes, maximumMemories, recallRanges } from './recallRanges.ts'
import type { RecallSettings } from './recallSettings.ts'

const kindsText = (issue: v.VariantIssue, kinds: string) =>
  issue.path === undefined ? `an object with a kind: ${kinds}` : kinds

const id = ranged(recallRanges.memoryId)
const fraction = ranged(recallRanges.fraction)

const codeText = 'pixels as base64url (letters, digits, - and _)'
const pixelCode = v.pipe(v.string(codeText), v.check(isPixelCode, codeText))

const nameText = `a name of 1 to ${longestName} characters`
const name = v.pipe(v.string(nameText), v.minLength(1, nameText), v.maxLength(longestName, nameText))

const memoriesText = `a list of 1 to ${maximumMemories} memories`
const memories = v.pipe(
  v.array(group({ id, name, isOn: flag, bits: pixelCode }), memoriesText),
  v.minLength(1, memoriesText),
  v.maxLength(maximumMemories, memoriesText),
  v.check((list) => areDifferent(list.map((memory) => memory.id)), 'a list in which every id is different'),
  v.check((list) => list.some((memory) => memory.isOn), 'a list of which at least one memory is on'),
)

const occlusionKinds = choiceText(['none', 'half', 'window'])
const occlusion = v.variant(
  'kind',
  [
    group({ kind: v.literal('none') }),
    group({ kind: v.literal('half'), hides: choice('left', 'right', 'top', 'bottom') }),
    group({
      kind: v.literal('window'),
      shows: choice('inside', 'outside'),
      window: group({ left: fraction, top: fraction, width: fraction, height: fraction }),
    }),
  ],
  (issue) => kindsText(issue, occlusionKinds),
)

const fadersText = `a list of at most ${maximumMemories} faders`
const faders = v.pipe(
  v.array(group({ memory: id, amount: ranged(recallRanges.fader) }), fadersText),
  v.maxLength(maximumMemories, fadersText),
  v.check((list) => areDifferent(list.map((fader) => fader.memory)), 'a list in which every memory is named once'),
)

const inputKinds = choiceText(['drawing', 'mix', 'corrupted'])
const input = v.variant(
  'kind',
  [
    group({ kind: v.literal('drawing'), pixels: pixelCode }),
    group({ kind: v.literal('mix'), faders, isNormalised: flag }),
    group({
      kind: v.literal('corrupted'),
      memory: id,
      flips: ranged(recallRanges.flips),
      noise: ranged(recallRanges.pixelNoise),
      seed: ranged(recallRanges.seed),
      occlusion,
    }),
  ],
  (issue) => kindsText(issue, inputKinds),
)

const keyframesText = `a list of at most ${maximumKeyframes} keyframes`
const keyframes = v.pipe(
  v.array(
    group({ id: ranged(recallRanges.keyframeId), time: ranged(recallRanges.time), input, isMorphing: flag }),
    keyframesText,
  ),
  v.maxLength(maximumKeyframes, keyframesText),
  v.check((list) => areDifferent(list.map((keyframe) => keyframe.id)), 'a list in which every id is different'),
  v.check((list) => list.length === 0 || list[0].time === 0, 'a list that begins at time 0'),
  v.check(
    (list) => list.every((keyframe, k) => k === 0 || keyframe.time > list[k - 1].time),
    'a list sorted by time, each time once',
  ),
)

const lanesText = `a list of 1 to ${maximumLanes} models`
const lanes = v.pipe(
  v.array(choice('binary-async', 'binary-sync', 'classic-start', 'classic-pulse', 'classic-held', 'idp'), lanesText),
  v.minLength(1, lanesText),
  v.maxLength(maximumLanes, lanesText),
  v.check((list) => areDifferent(list), 'a list of different models'),
)

const startKinds = choiceText(['random', 'input', 'memory'])
const start = v.variant(
  'kind',
  [
    group({ kind: v.literal('random') }),
    group({ kind: v.literal('input') }),
    group({ kind: v.literal('memory'), memory: id, isInverted: flag }),
  ],
  (issue) => kindsText(issue, startKinds),
)

/** The part of the document that the Recall view sets. */
export const recallSchema = v.pipe(
  group({
    size: group({ columns: ranged(recallRanges.side), rows: ranged(recallRanges.side) }),
    memories,
    input,
    inputScale: ranged(recallRanges.inputScale),
    timeline: group({ isOn: flag, isLooped: flag, keyframes }),
    lanes,
    network: group({
      gain: ranged(recallRanges.gain),
      strength: ranged(recallRanges.strength),
      pulseDuration: ranged(recallRanges.pulseDuration),
      hasZeroDiagonal: flag,
      rule: choice('hebb', 'storkey', 'pseudo-inverse'),
      unlearning: group({
        steps: ranged(recallRanges.unlearningSteps),
        rate: ranged(recallRanges.unlearningRate),
      }),
      equalisesScale: flag,
    }),
    start,
    noise: group({ strength: ranged(recallRanges.noise), seed: ranged(recallRanges.seed) }),
    integration: group({ timeStep: ranged(recallRanges.timeStep), kernel: choice('fastest', 'reproducible') }),
    playback: group({ speed: ranged(recallRanges.speed) }),
    slice: group({
      memories: v.nullable(v.strictTuple([id, id], 'a list of two memories, or null')),
      lane: choice('classic-start', 'classic-pulse', 'classic-held', 'idp'),
      picture: choice('surface', 'map'),
      camera,
    }),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return
    const found = checkReferences(dataset.value)
    if (found === null) return
    const [first, ...rest] = found.path
    const place = (key: string | number) =>
      ({ type: 'unknown', origin: 'value', input: null, key, value: null }) as const
    addIssue({ message: found.expected, input: found.value, path: [place(first), ...rest.map(place)] })
  }),
  v.transform((recall): RecallSettings => clampFlips(recall)),
)

/**
 * `recallSchema` for what an edit made of a part that was read before: what is the same object is passed, not read again. A hundred drawings are
 * 273,000 digits, and one draws at every frame.
 */
export function recallEditSchema(before: RecallSettings): typeof recallSchema {
  const [whole, ...afterwards] = recallSchema.pipe
  const [list, ...checks] = memories.pipe
  const known = new Set<unknown>(before.memories)
  const memory = unless((value) => known.has(value), list.item)
  const read = { ...whole.entries, memories: v.pipe(v.array(memory, memoriesText), ...checks) }
  const entries = Object.entries<v.GenericSchema>(read).map(([part, schema]) => {
    const same = before[part as keyof RecallSettings]
    return [part, unless((value) => Object.is(value, same), schema)] as const
  })
  return v.pipe(group(Object.fromEntries(entries)) as unknown as typeof whole, ...afterwards)
}

/** A schema that passes what is known. */
function unless<T>(isKnown: (value: unknown) => boolean, schema: v.GenericSchema<unknown, T>) {
  const pass = v.custom<T>(() => true)
  return v.lazy((value) => (isKnown(value) ? pass : schema))
}
