import type { Experiment } from '../experiment/experiment.ts'
import { describePhaseEdit } from './describePhaseEdit.ts'
import type { EditAbout } from './history.ts'

/** An edit as the history takes it. */
export interface DescribedEdit {
  readonly label: string
  readonly gesture: string | null
  readonly gestureMs: number
}

/** How long a slider may rest within one drag. */
const longestRestMs = 1000

const partNames: Readonly<Record<Exclude<keyof Experiment, 'version' | 'view'>, string>> = {
  model: 'Change the model',
  input: 'Change the input',
  balls: 'Change the balls',
  noise: 'Change the noise',
  integration: 'Change the integration',
  playback: 'Change the speed',
  recall: 'Change the network',
}

/**
 * Names an edit and says what it is grouped with. Turning, zooming and the plain layers, in either view, are one step however long they take;
 * what is shown of the phase portrait is a step each;
 * an edit without words of its own is named for the part of the document that changed, and grouped with others of that part.
 */
export function describeEdit(before: Experiment, next: Experiment, about: EditAbout | undefined): DescribedEdit {
  const { view } = before
  const isView = isViewOnly(before, next)
  const isPhaseAlone = before.recall === next.recall && keysDiffering(view, next.view).join() === 'phase'
  if (isView && !isPhaseAlone) return { label: 'Change the view', gesture: 'view', gestureMs: Infinity }
  if (about !== undefined) {
    const { label, gesture, isStroke } = about
    return { label, gesture: gesture ?? null, gestureMs: isStroke ? Infinity : longestRestMs }
  }
  if (isView) return { ...describePhaseEdit(view.phase, next.view.phase), gestureMs: longestRestMs }
  const parts = (Object.keys(partNames) as (keyof typeof partNames)[]).filter((part) => before[part] !== next[part])
  const label = parts.length === 1 ? partLabel(parts[0], before, next) : 'Change the experiment'
  return { label, gesture: `part ${parts.join()}`, gestureMs: longestRestMs }
}

function partLabel(part: keyof typeof partNames, before: Experiment, next: Experiment): string {
  const isParticles = part === 'noise' && keysDiffering(before.noise, next.noise).join() === 'particles'
  return isParticles ? 'Change the number of particles' : partNames[part]
}

/** True where only what is looked at, and from where, differs. Parts that did not change are the same objects. */
function isViewOnly(before: Experiment, next: Experiment): boolean {
  const { recall: recallBefore } = before
  const { recall: recallNext } = next
  const { slice } = recallBefore
  const { picture, camera } = recallNext.slice
  const recallAsBefore = { ...recallNext, slice: { ...recallNext.slice, picture: slice.picture, camera: slice.camera } }
  const sameButView =
    recallBefore === recallNext ||
    (keysDiffering(recallBefore, recallAsBefore).every((key) => key === 'slice') &&
      keysDiffering(slice, recallAsBefore.slice).length === 0 &&
      (picture !== slice.picture || camera !== slice.camera))
  return sameButView && keysDiffering(before, next).every((key) => key === 'view' || key === 'recall')
}

function keysDiffering<T extends object>(a: T, b: T): (keyof T)[] {
  return (Object.keys(b) as (keyof T)[]).filter((key) => a[key] !== b[key])
}
