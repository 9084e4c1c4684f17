import type { Experiment } from '../experiment/experiment.ts'
import { startsAtInput } from '../experiment/derive.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import { existenceSaliency } from '../model/memory.ts'
import { bordersNear, regime, type Border } from '../model/regime.ts'
import { nameInWords } from '../plots/phase/attractors.ts'
import { formatNumber } from '../ui/formatNumber.ts'
import { joinWords, valleys } from './equilibriumWords.ts'

/** Closer to a border than this in saliency, the point is on it: only rounding is left. */
const onBorder = 1e-9
/** Closer than this, four digits of the threshold no longer tell the two sides apart. */
const nearBorder = 6e-4

/** The saliency of memory μ as it is written: α₁ or α₂. */
function symbol(memory: 0 | 1): string {
  return memory === 0 ? 'α₁' : 'α₂'
}

function other(memory: 0 | 1): 0 | 1 {
  return memory === 0 ? 1 : 0
}

/** What lies exactly on, or a hair from, a border of the regime map. */
function borderSentence(border: Border, distance: number): string {
  const name = `Memory ${border.memory + 1}`
  const digits = distance <= onBorder ? 4 : 7
  const place = `${symbol(border.memory)} = ${formatNumber(border.saliency, digits)}`
  if (distance > onBorder) {
    const change = border.kind === 'existence' ? 'appears' : 'turns from a saddle into a valley'
    return `${name} is a hair from its threshold: it ${change} at ${place}.`
  }
  return border.kind === 'existence'
    ? `${name} appears exactly here, at ${place}.`
    : `${name} is losing its stability exactly here, at ${place}.`
}

/** What a negative saliency does; empty where there is none. */
function negativeSentence([first, second]: readonly [number, number]): string {
  if (first < 0 && second < 0) return ' Both saliencies are negative, so the ground rises along both memories.'
  if (first >= 0 && second >= 0) return ''
  return ` ${symbol(first < 0 ? 0 : 1)} is negative, so the ground rises along memory ${first < 0 ? 1 : 2}.`
}

function inputDrivenSentence(saliency: readonly [number, number], gain: number): string {
  const border = bordersNear(saliency, gain, nearBorder)[0]
  const found = regime(saliency, gain)
  const least = formatNumber(existenceSaliency(gain))
  const threshold = border ? `${borderSentence(border, Math.abs(saliency[border.memory] - border.saliency))} ` : ''
  switch (found.kind) {
    case 'none':
      if (border) return `${threshold}Below it the state settles at the origin.`
      return `There is no memory, and the state settles at the origin: raise α₁ or α₂ above 1/g = ${least}.${negativeSentence(saliency)}`
    case 'one': {
      const missing = other(found.memory)
      if (border) return `${threshold}Memory ${found.memory + 1} is stable.`
      const rest = `Memory ${found.memory + 1} is stable; memory ${missing + 1} does not exist`
      return `${rest}: raise ${symbol(missing)} above ${least} to make it appear.${negativeSentence(saliency)}`
    }
    case 'one-stable': {
      const stable = `Memory ${found.stable + 1} is stable`
      if (border) return `${threshold}${stable}.`
      const raise = `raise ${symbol(found.unstable)} above ${formatNumber(found.needed)} to make it stable`
      return `${stable}; memory ${found.unstable + 1} exists but is a saddle: ${raise}.`
    }
    case 'two': {
      if (border) return `${threshold}Memory ${other(border.memory) + 1} is stable.`
      if (saliency[0] === saliency[1]) return 'Both memories are stable, and their valleys are equally deep.'
      const deeper = saliency[0] > saliency[1] ? 0 : 1
      return `Both memories are stable, and memory ${deeper + 1} lies deeper: it is the more salient one.`
    }
    default:
      return found satisfies never
  }
}

/** The classic model without current: the input changes where a ball starts, and nothing of the landscape. */
function classicStartSentence(strength: number, gain: number): string {
  const least = existenceSaliency(gain)
  const start = 'The input only says where the ball starts.'
  if (Math.abs(strength - least) <= onBorder)
    return `Both memories appear exactly here, at s = 1/g = ${formatNumber(least)}.`
  if (strength < least) return `There is no memory: raise s above 1/g = ${formatNumber(least)}. ${start}`
  return `Both memories and their twins are stable and equally deep. ${start}`
}

/** The classic model with the input as a current: the tilted landscape has no regimes in closed form, so count its valleys. */
function classicCurrentSentence(saliency: readonly [number, number], equilibria: readonly NamedEquilibrium[]): string {
  if (equilibria.some((point) => point.isMarginal)) return 'A valley appears or vanishes exactly here.'
  const wells = equilibria.filter((point) => point.stability === 'stable').toSorted((a, b) => a.energy - b.energy)
  const deepest = wells[0]
  if (!deepest) return 'The landscape is being computed.'
  const hasCurrent = saliency[0] !== 0 || saliency[1] !== 0
  const tilt = hasCurrent ? 'The current tilts the ground' : 'The input is zero, so nothing tilts the ground'
  if (wells.length === 1) return `${tilt}. One valley is left, at ${nameInWords(deepest.name)}: every ball ends there.`
  const names = joinWords(wells.map((well) => nameInWords(well.name)))
  const depth = hasCurrent ? `The deepest is ${nameInWords(deepest.name)}.` : 'They are equally deep.'
  return `${tilt}. ${valleys(wells.length)}: ${names}. ${depth}`
}

/**
 * What regime this is, in a sentence that says what to do next.
 *
 * `equilibria` are those of the same document; only the classic model with a current needs them.
 */
export function regimeSentence(
  { model, input }: Pick<Experiment, 'model' | 'input'>,
  equilibria: readonly NamedEquilibrium[],
): string {
  if (model.kind === 'idp') return inputDrivenSentence(input.saliency, model.gain)
  if (startsAtInput({ model })) return classicStartSentence(model.strength, model.gain)
  return classicCurrentSentence(input.saliency, equilibria)
}
