import { phaseLayers, plainLayers } from '../experiment/embed/layers.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { clampToRange, maximumBalls, ranges, type Range } from '../experiment/ranges.ts'

// The schema of the document, with its library, is a third of what a first paint may weigh. What the first paint draws is checked here, by the same ranges;
// the whole document is checked by `parseExperiment` before the lab takes it over.

/** What is expected: a number of a range, one of some words, a yes or no, a list of these, or an object with these. */
type Form = Range | readonly string[] | 'flag' | { readonly each: readonly Form[] } | { readonly parts: Parts }
type Parts = Readonly<Record<string, Form>>

const flags = (...names: readonly string[]): Parts => Object.fromEntries(names.map((name) => [name, 'flag' as const]))
const place = (range: Range): Form => ({ each: [range, range] })

const drawn: Parts = {
  model: {
    parts: {
      kind: ['idp', 'classic'],
      inputAs: ['current', 'start'],
      strength: ranges.strength,
      gain: ranges.gain,
    },
  },
  input: { parts: { saliency: place(ranges.saliency) } },
  noise: { parts: { strength: ranges.noise } },
  playback: { parts: { speed: ranges.speed } },
  view: {
    parts: {
      picture: ['surface', 'map'],
      layers: { parts: flags(...plainLayers) },
      phase: {
        parts: {
          ...flags(...phaseLayers),
          ground: ['energy', 'density'],
          tint: ['height', 'basins', 'density'],
        },
      },
    },
  },
}
const ball: Form = { parts: { id: ranges.ballId, start: place(ranges.ballCoordinate) } }

const refused = Symbol('refused')

function checked(value: unknown, form: Form): unknown {
  if (form === 'flag') return typeof value === 'boolean' ? value : refused
  if ('low' in form) return typeof value === 'number' && Number.isFinite(value) ? clampToRange(value, form) : refused
  if ('each' in form) {
    const { each } = form
    if (!Array.isArray(value) || value.length !== each.length) return refused
    const items = each.map((part, k) => checked(value[k], part))
    return items.includes(refused) ? refused : items
  }
  if ('parts' in form) return checkedParts(value, form.parts)
  return typeof value === 'string' && form.includes(value) ? value : refused
}

function checkedParts(value: unknown, parts: Parts): Readonly<Record<string, unknown>> | typeof refused {
  if (typeof value !== 'object' || value === null) return refused
  const known = value as Readonly<Record<string, unknown>>
  const found = Object.keys(parts).map((name) => [name, checked(known[name], parts[name])] as const)
  return found.some(([, part]) => part === refused) ? refused : { ...known, ...Object.fromEntries(found) }
}

/**
 * A document as far as it is drawn at once: model, input, balls, noise and view are what the schema would make of them. What else is in it is as it came.
 * Null where the schema would refuse one of these parts.
 */
export function glanceAt(document: Readonly<Record<string, unknown>>): Experiment | null {
  const { balls } = document
  const found = checkedParts(document, drawn)
  if (found === refused || !Array.isArray(balls) || balls.length > maximumBalls) return null
  const looked = checked(balls, { each: balls.map(() => ball) })
  if (looked === refused) return null
  const kept = looked as Experiment['balls']
  if (new Set(kept.map(({ id }) => id)).size < kept.length) return null
  return { ...found, balls: kept } as unknown as Experiment
}
