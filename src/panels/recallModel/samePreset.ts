import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'

/** The parts that decide the run, cheap ones first. How it is looked at, and how fast, is a person's own. */
const runParts = [
  'size',
  'lanes',
  'network',
  'noise',
  'start',
  'integration',
  'inputScale',
  'input',
  'timeline',
  'memories',
] as const satisfies readonly (keyof RecallSettings)[]

/** Whether two documents have the same run. */
export function hasSameRun(one: RecallSettings, other: RecallSettings): boolean {
  return runParts.every((part) => isSame(one[part], other[part]))
}

/** A preset in the place of the document: with the person's own view and speed. */
export function withPreset(recall: RecallSettings, preset: RecallSettings): RecallSettings {
  const { picture, camera } = recall.slice
  return { ...preset, playback: recall.playback, slice: { ...preset.slice, picture, camera } }
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  const left = Object.entries(one)
  const right = new Map(Object.entries(other))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && isSame(value, right.get(key)))
}
