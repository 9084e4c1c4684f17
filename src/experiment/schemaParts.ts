import * as v from 'valibot'
import type { Range } from './ranges.ts'
import { clampToRange, rangeText, ranges, wrapAngle } from './ranges.ts'

// Each schema's message is the phrase for what is expected: `refusalSentence` puts it after "should be".

/** A finite number, moved into its range. */
export const ranged = (range: Range) => {
  const expected = rangeText(range)
  const finite = v.pipe(v.number(expected), v.finite(expected))
  const clamp = v.transform<number, number>((value) => clampToRange(value, range))
  // For the JSON Schema, which cannot see what the transformation does.
  const about = v.metadata<number, { readonly range: Range }>({ range })
  return range.isWhole ? v.pipe(finite, v.integer(expected), clamp, about) : v.pipe(finite, clamp, about)
}

/** One of some words. */
export const choice = <const T extends readonly [string, string, ...string[]]>(...options: T) =>
  v.picklist(options, choiceText(options))

/** For example '"a", "b" or "c"'. */
export function choiceText(options: readonly string[]): string {
  const quoted = options.map((option) => `"${option}"`)
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.slice(-1).join('')}`
}

/** An object with exactly these entries. */
export const group = <T extends v.ObjectEntries>(entries: T) =>
  v.strictObject(entries, `an object with ${Object.keys(entries).join(', ')}`)

export const pair = (range: Range) => v.strictTuple([ranged(range), ranged(range)], `a list of two numbers`)

export const flag = v.boolean('true or false')

const angleText = 'an angle in radians'
const angle = v.pipe(v.number(angleText), v.finite(angleText), v.transform(wrapAngle))

export const camera = group({
  azimuth: angle,
  elevation: ranged(ranges.elevation),
  distance: ranged(ranges.distance),
})

/** True where no two are the same. */
export function areDifferent(values: readonly unknown[]): boolean {
  return new Set(values).size === values.length
}
