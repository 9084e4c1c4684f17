import type { RecallInput, SliceSettings } from '../../experiment/recall/recallSettings.ts'
import type { Thresholds } from '../../model/thresholds.ts'
import type { ThresholdTrust } from '../../panels/bank/gramWords.ts'
import { standingOf } from '../../panels/cue/saliencyStanding.ts'
import { joinWords } from '../../panels/equilibriumWords.ts'

/** A memory in force and how salient it is in the input now. */
export interface SalientMemory {
  /** As it stands in the middle of a sentence: `the cat`. */
  readonly name: string
  readonly saliency: number
}

export interface StoryFacts {
  /** Whose landscape is shown. */
  readonly lane: SliceSettings['lane']
  readonly thresholds: Thresholds
  /** Only where the thresholds hold closely does the sentence count valleys. */
  readonly trust: ThresholdTrust
  /** Whose the only valley is, by their numbers in `memories`, where that is known though they overlap. Several share it. */
  readonly owners: readonly number[] | null
  /** What is shown to the network, as the subject of a sentence (`cueWords`). */
  readonly cue: string
  readonly memories: readonly SalientMemory[]
}

/** Two saliencies nearer than this share of the larger one make valleys that look equally deep. */
const equalShare = 0.02

const groundFirst = 'the ground moved before the ball did'

/** How did you get to that spot? One sentence on what the input did to the ground, driven by the leading saliency. */
export function recallStory(facts: StoryFacts): string {
  const { lane, cue, memories } = facts
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
      if (facts.owners?.some((mu) => memories[mu] === lead) === true) {
        const sharers = facts.owners.map((mu) => memories[mu].name).filter((sharer) => sharer !== name)
        return sharers.length === 0 ? soleStory(cue, name) : sharedStory(cue, [name, ...sharers])
      }
      return facts.trust === 'close' ? drivenStory(facts, lead, others) : uncertainStory(facts, lead, others)
    default:
      return lane satisfies never
  }
}

function soleStory(cue: string, name: string): string {
  return `${cue} leaves one valley, ${possessive(name)}: ${groundFirst}.`
}

function sharedStory(cue: string, names: readonly string[]): string {
  return `${cue} leaves one valley, shared by ${joinWords(names)}: ${groundFirst}.`
}

/** Thresholds below 0 come from a zero diagonal and a negative Σα: then each neuron also holds itself, and valleys are not those of memories alone. */
function drivenStory({ cue, thresholds }: StoryFacts, lead: SalientMemory, others: readonly SalientMemory[]): string {
  const { name, saliency } = lead
  if (thresholds.existence < 0 && saliency <= 0)
    return `${cue} favours no memory: the ball may stay near where it begins.`
  if (standingOf(saliency, thresholds) === 'absent') {
    return `${cue} is too weak to hold any memory: the ground is one bowl, and the ball sinks to its middle.`
  }
  if (thresholds.stability < 0) return `${cue} favours ${name} most: ${groundFirst}.`
  const rivals = others.filter((other) => standingOf(other.saliency, thresholds) === 'stable')
  const second = rivals[0]
  if (second === undefined) return soleStory(cue, name)
  const isTie = isEqual(second, lead)
  if (isTie && rivals.length === 1) {
    return `${cue} makes ${name} and ${second.name} equally deep: where the ball begins decides.`
  }
  if (isTie) return `${cue} makes several valleys equally deep: where the ball begins decides.`
  return `${cue} makes ${possessive(name)} valley the deepest: ${groundFirst}.`
}

/** Memories that overlap: W carries the leading one with the largest weight, and more is not known without a look at the ground. */
function uncertainStory(facts: StoryFacts, lead: SalientMemory, others: readonly SalientMemory[]): string {
  const { cue, thresholds, trust } = facts
  if (lead.saliency <= 0) return `${cue} favours no memory.`
  if (standingOf(lead.saliency, thresholds) === 'absent')
    return `${cue} would be too weak to hold any memory if they were orthogonal; alike ones may hold together.`
  const equal = others.filter((other) => isEqual(other, lead))
  const favoured =
    equal.length === 0
      ? `${lead.name} most`
      : `${equal.length === 1 ? `${lead.name} and ${equal[0].name}` : 'several memories'} equally`
  const story = `${cue} favours ${favoured}: ${groundFirst}.`
  return trust === 'equal-only' ? story : `${story} Alike memories may share a valley.`
}

function isEqual(other: SalientMemory, lead: SalientMemory): boolean {
  return lead.saliency - other.saliency < equalShare * lead.saliency
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
