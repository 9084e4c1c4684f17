import { activation, activationSlope } from '../activation.ts'
import { risingRoot, selfConsistentStates } from '../scalarRoots.ts'
import { crossWeight, selfWeight, type TwoNeuronSystem } from '../twoNeurons.ts'
import type { Nullcline } from './phaseCurves.ts'
import { chordTest } from './phaseCurvesPolyline.ts'

/** Halvings of one piece: more than the sharpest corner of a system with gain 10 needs. */
const MAX_DEPTH = 16

/** Bisections that exhaust double precision; Newton's method takes three. */
const MAX_ITERATIONS = 60
/** Step of Newton's method after which the next would be lost in rounding. In units of the state. */
const LAST_STEP = 1e-9

/** The nullcline of one neuron: W₁₂ψ(y) = h(x), h(x) = x - b - W₁₁ψ(x), with its own coordinate x and that of the other neuron, y. */
interface Balance {
  readonly excess: (x: number) => number
  readonly slope: (x: number) => number
  /** Where h turns, ascending: none, or ±x_c with W₁₁ψ'(x_c) = 1. */
  readonly turns: readonly number[]
  readonly self: number
  readonly cross: number
  readonly current: number
  readonly gain: number
}

/** A part of a nullcline on which x and y depend on each other one to one: its two ends, x ascending. */
interface Piece {
  readonly xs: readonly [number, number]
  readonly ys: readonly [number, number]
}

/**
 * Every branch of ẋ₁ = 0 and of ẋ₂ = 0 in the square [-extent, extent]², for any saliencies, current and gain.
 *
 * On ẋ₁ = 0, ψ(x₂) = h(x₁)/W₁₂ makes x₂ a function of x₁ (so no branch is closed or crosses itself), defined where |h| ≤ |W₁₂| ψ(extent).
 * h is monotone between its turning points, of which there are none or two, in closed form. On each monotone piece that set is one interval,
 * whose ends are bracketed roots: at most three pieces, joined where the set holds the turning point. **No branch can be missed**, whatever
 * the spacing of the points. W₁₂ = 0: lines through every root of h.
 *
 * A point of a piece comes from the coordinate in which the chord is longer, the other by a closed form or a bracketed root, so that
 * |ẋ| ≤ 1e-14 (1 + |W|) before rounding to single precision, however steep the curve. Chords are within 2.5e-4 of the extent.
 */
export function traceNullclines(system: TwoNeuronSystem, extent: number): Nullcline[] {
  return ([0, 1] as const).flatMap((neuron) => {
    const lines = branches(balanceOf(system, neuron), extent)
    return lines.map((line): Nullcline => {
      const points = new Float32Array(line.length)
      for (let k = 0; k < line.length; k += 2) {
        points[k + neuron] = line[k]
        points[k + 1 - neuron] = line[k + 1]
      }
      return { neuron, points }
    })
  })
}

function balanceOf({ saliency, gain, current }: TwoNeuronSystem, neuron: 0 | 1): Balance {
  const self = selfWeight(saliency)
  const cross = crossWeight(saliency)
  const own = current[neuron]
  const steepest = gain * self
  const turn = steepest > 1 ? Math.atanh(Math.sqrt((steepest - 1) / steepest)) / gain : 0
  return {
    excess: (x) => x - own - self * activation(x, gain),
    slope: (x) => 1 - self * activationSlope(x, gain),
    turns: turn > 0 ? [-turn, turn] : [],
    self,
    cross,
    current: own,
    gain,
  }
}

/** The branches as lists of x, y, x, y …. */
function branches(balance: Balance, extent: number): number[][] {
  if (balance.cross === 0) {
    const roots = selfConsistentStates(balance.self, balance.current, balance.gain)
    return roots.filter((x) => Math.abs(x) <= extent).map((x) => straightUp(x, extent))
  }
  const knots = [-extent, ...balance.turns.filter((x) => Math.abs(x) < extent), extent]
  const lines: number[][] = []
  let last: Piece | null = null
  for (let k = 1; k < knots.length; k++) {
    const piece = monotonePiece(balance, knots[k - 1], knots[k], extent)
    if (piece === null) continue
    const isJoined = last !== null && last.xs[1] === knots[k - 1] && piece.xs[0] === knots[k - 1]
    const line = isJoined ? lines[lines.length - 1] : [piece.xs[0], piece.ys[0]]
    if (!isJoined) lines.push(line)
    refineInto(line, balance, chordTest(extent), piece.xs[1], piece.ys[1], 0)
    last = piece
  }
  return lines
}

/** The line x = root, with as many points as a surface under it asks for. */
function straightUp(x: number, extent: number): number[] {
  const line = [x, -extent]
  const count = 128
  for (let k = 1; k <= count; k++) line.push(x, extent * ((2 * k) / count - 1))
  return line
}

/** The nullcline between two knots, on which h is monotone: |h| ≤ |W₁₂| ψ(extent); null where there is none of it. */
function monotonePiece(balance: Balance, low: number, high: number, extent: number): Piece | null {
  const { excess, slope, cross, gain } = balance
  const limit = Math.abs(cross) * activation(extent, gain)
  const sign = excess(high) >= excess(low) ? 1 : -1
  const start = sign * excess(low)
  const end = sign * excess(high)
  if (end < -limit || start > limit) return null
  const rootAt = (level: number) =>
    risingRoot(
      (x) => sign * excess(x) - level,
      (x) => sign * slope(x),
      low,
      high,
    )
  const borders = sign * Math.sign(cross) * extent
  const isWholeStart = start >= -limit
  const isWholeEnd = end <= limit
  return {
    xs: [isWholeStart ? low : rootAt(-limit), isWholeEnd ? high : rootAt(limit)],
    ys: [
      isWholeStart ? otherOf(balance, low, -extent, extent) : -borders,
      isWholeEnd ? otherOf(balance, high, -extent, extent) : borders,
    ],
  }
}

/** y = ψ⁻¹(h(x)/W₁₂), between `low` and `high`: where ψ rounds to ±1 they decide. */
function otherOf({ excess, cross, gain }: Balance, x: number, low: number, high: number): number {
  const psi = Math.min(1, Math.max(-1, excess(x) / cross))
  return Math.min(high, Math.max(low, Math.atanh(psi) / gain))
}

/** The x between `low` and `high` with h(x) = W₁₂ψ(y), on a monotone piece: Newton's method from the middle, bisecting where that leaves them. */
function ownOf({ self, cross, current, gain }: Balance, y: number, low: number, high: number): number {
  const shift = current + cross * activation(y, gain)
  // Not from the sign at one end: a root at that end would leave it to rounding.
  const isRising = high - low >= self * (activation(high, gain) - activation(low, gain))
  let [a, b] = [low, high]
  let x = (a + b) / 2
  for (let k = 0; k < MAX_ITERATIONS; k++) {
    const psi = activation(x, gain)
    const error = x - shift - self * psi
    if (error <= 0 === isRising) a = x
    else b = x
    const newton = x - error / (1 - self * gain * (1 - psi * psi))
    const next = newton >= a && newton <= b ? newton : (a + b) / 2
    const change = Math.abs(next - x)
    x = next
    // Newton's method squares its error: after such a step it is at rounding level.
    if (change <= LAST_STEP) return x
  }
  return x
}

/** Appends the points after the last one of `line`, up to (x, y), on one monotone piece. */
function refineInto(
  line: number[],
  balance: Balance,
  needsSplit: ReturnType<typeof chordTest>,
  x: number,
  y: number,
  depth: number,
): void {
  const fromX = line[line.length - 2]
  const fromY = line[line.length - 1]
  const isFlat = Math.abs(x - fromX) >= Math.abs(y - fromY)
  const middleY = isFlat ? otherOf(balance, (fromX + x) / 2, Math.min(fromY, y), Math.max(fromY, y)) : (fromY + y) / 2
  const middleX = isFlat ? (fromX + x) / 2 : ownOf(balance, middleY, fromX, x)
  // A first halving in any case: the middle of an S lies on its chord.
  if (depth === 0 || (depth < MAX_DEPTH && needsSplit(fromX, fromY, middleX, middleY, x, y))) {
    refineInto(line, balance, needsSplit, middleX, middleY, depth + 1)
    refineInto(line, balance, needsSplit, x, y, depth + 1)
  } else line.push(x, y)
}
