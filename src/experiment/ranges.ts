/** A range of a number in the document, with the words that controls and error sentences use for it. */
export interface Range {
  readonly low: number
  readonly high: number
  /** What the number is, for a label or a sentence. */
  readonly label: string
  /** The symbol as it stands in the formulas; empty where there is none. */
  readonly symbol: string
  /** Empty for a pure number. */
  readonly unit: string
  readonly isWhole: boolean
}

export function makeRange(low: number, high: number, label: string, symbol: string, unit = '', isWhole = false): Range {
  return { low, high, label, symbol, unit, isWhole }
}

/** The one table of ranges: the schema clamps with it, controls show it. */
export const ranges = {
  saliency: makeRange(-3, 5, 'saliency', 'α'),
  gain: makeRange(0.5, 10, 'gain', 'g'),
  strength: makeRange(0.2, 5, 'strength of the memories', 's'),
  noise: makeRange(0, 3, 'noise', 'σ'),
  seed: makeRange(0, 2 ** 32 - 1, 'seed', '', '', true),
  particles: makeRange(100, 10_000, 'particles of the cloud', '', '', true),
  timeStep: makeRange(0.001, 0.5, 'time step', 'dt', 'time units'),
  speed: makeRange(0.1, 10, 'speed', '', 'time units per second'),
  ballCoordinate: makeRange(-12, 12, 'coordinate of a ball', 'x'),
  ballId: makeRange(1, 1_000_000, 'number of a ball', '', '', true),
  elevation: makeRange(0.05, Math.PI / 2, 'elevation of the camera', '', 'radians'),
  distance: makeRange(1, 8, 'distance of the camera', ''),
} as const

/** How many balls a document may hold. */
export const maximumBalls = 24

/** The nearest number in the range (and never −0, which JSON cannot hold). */
export function clampToRange(value: number, range: Range): number {
  return Math.min(range.high, Math.max(range.low, value)) + 0
}

/** For example 'a number from −3 to 5'. */
export function rangeText(range: Range): string {
  return `a ${range.isWhole ? 'whole ' : ''}number from ${numberText(range.low)} to ${numberText(range.high)}`
}

/** Short digits with a true minus sign. */
export function numberText(value: number): string {
  return String(Number(value.toPrecision(10))).replace('-', '−')
}

/** The same angle from −π to π. */
export function wrapAngle(angle: number): number {
  if (Math.abs(angle) <= Math.PI) return angle + 0
  const turn = 2 * Math.PI
  const wrapped = angle - turn * Math.round(angle / turn)
  return Math.min(Math.PI, Math.max(-Math.PI, wrapped)) + 0
}
