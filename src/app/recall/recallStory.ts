import type { RecallInput, SliceSettings } from '../../experiment/recall/recallSettings.ts'
import { criticalSaliency, existenceSaliency } from '../../model/memory.ts'

/** A memory in force and how salient it is in the input now. */
export interface SalientMemory {
  /** As it stands in the middle of a sentence: `the cat`. */
  readonly name: string
  readonly saliency: number
}

export interface StoryFacts {
  /** Whose landscape is shown. */
  readonly lane: SliceSettings['lane']
  readonly gain: number
  /** What is shown to the network, as the subject of a sentence (`cueWords`). */
  readonly cue: string
  readonly memories: readonly SalientMemory[]
}

/** Two saliencies nearer than this share of the larger one make valleys that look equally deep. */
const equalShare = 0.02

/** How did you get to that spot? One sentence on what the input did to the ground, driven by the leading saliency. */
export function recallStory({ lane, gain, cue, memories }: StoryFacts): string {
  const [lead, ...others] = memories.toSorted((a, b) => b.saliency - a.saliency)
  if (lead === undefined) return 'Switch a memory on: without one the network has nothing to recall.'
  const { name } = lead
  switch (lane) {
    case 'classic-start':
      return 'The classic ground never changes: the input only chose where the ball began.'
    case 'classic-pulse':
      return 'The classic valleys stay where they are: the input only gave the ball a push.'
    case 'classic-held':
      return lead.saliency > 0
        ? `${cue} tilts the classic ground towards ${name}; all its valleys stay.`
        : `${cue} tilts the classic ground; all its valleys stay.`
    case 'idp':
      return drivenStory(cue, gain, lead, others)
    default:
      return lane satisfies never
  }
}

function drivenStory(cue: string, gain: number, lead: SalientMemory, others: readonly SalientMemory[]): string {
  const existence = existenceSaliency(gain)
  const { name } = lead
  if (lead.saliency <= existence) {
    return `${cue} is too weak to hold any memory: the ground is one bowl, and the ball sinks to its middle.`
  }
  const needed = Math.max(existence, criticalSaliency(lead.saliency, gain))
  const rivals = others.filter(({ saliency }) => saliency > needed)
  const second = rivals[0]
  if (second === undefined)
    return `${cue} leaves one valley, ${possessive(name)}: the ground moved before the ball did.`
  const isTie = lead.saliency - second.saliency < equalShare * lead.saliency
  if (isTie && rivals.length === 1) {
    return `${cue} makes ${name} and ${second.name} equally deep: where the ball begins decides.`
  }
  if (isTie) return `${cue} makes several valleys equally deep: where the ball begins decides.`
  return `${cue} makes ${possessive(name)} valley the deepest: the ground moved before the ball did.`
}

function possessive(name: string): string {
  return `${name}’s`
}

/** What the network is shown, as the subject of a sentence. `part`: what the part of the picture that is shown alone is called, `the tail`. */
export function cueWords(input: RecallInput, part: string | null): string {
  switch (input.kind) {
    case 'drawing':
      return 'Your drawing'
    case 'mix':
      return 'Your mixture'
    case 'corrupted':
      if (part !== null) return part.charAt(0).toUpperCase() + part.slice(1)
      if (input.occlusion.kind === 'half') return 'Half of the picture'
      if (input.occlusion.kind === 'window') return 'A piece of the picture'
      return input.flips > 0 || input.noise > 0 ? 'The damaged picture' : 'The whole picture'
    default:
      return input satisfies never
  }
}
