import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import type { Stopwatch } from '../../model/phase/stopwatch.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { createLifeTable } from './cloudLifeTable.ts'

/** A clock starts within this share of the distance from a well's bottom to the nearer axis. No unit. */
const START_SHARE = 0.1
/** A passage between two steps that is less likely than e^-this is not drawn for. No unit. */
const MOST_ODDS = 20
/**
 * A mean to the twin is told once the oldest clock has run for so many mean times to the other memory: before, those that went to the other
 * memory have not settled there, and the rate from there is not known. No unit.
 */
const PATIENCE = 10
/** A reading visits every clock: it is made again after so many steps, several times a second in a running picture. */
const STEPS_OF_READING = 16
/** The routes, by place: from memory 1 to the other, from memory 2, then to the twins. */
const ROUTES = [
  { from: 0, to: 'other' },
  { from: 1, to: 'other' },
  { from: 0, to: 'twin' },
  { from: 1, to: 'twin' },
] as const
const ROUTE_COUNT = 4

/** Where clocks of a memory start: around sign · ξ^from. */
interface Bottom {
  readonly from: 0 | 1
  readonly sign: 1 | -1
  readonly x1: number
  readonly x2: number
  readonly squaredReach: number
}

/** Stopwatches on the particles of a cloud. They look on and do not touch it. */
export interface Stopwatches {
  setCount(count: number): void
  /** Everything to zero. */
  reset(): void
  /** What the next steps are made with. A change of network or noise sets everything to zero. */
  follow(system: TwoNeuronSystem, noise: number, timeStep: number): void
  /** A step has moved the particles from one place to another: x₁, x₂ of each in turn. */
  see(from: Float32Array, to: Float32Array): void
  read(): Stopwatch[]
}

/**
 * Mean first-passage times by observation. A clock of memory μ starts when a particle is near the bottom of ξ^μ (without current its twin
 * counts as well, being its mirror image), unless it runs already, and stops at the target. The mean comes from a life table
 * (cloudLifeTable.ts), in which clocks that still run have their part.
 *
 * Between two steps a path may cross an axis and come back. It does so with probability exp(−2ab/(σ²dt)) for distances a and b before and
 * after (the Brownian bridge), which is drawn for, by random numbers of the stopwatches' own; without this, times come out several per cent
 * too long at dt = 0.02.
 */
export function createStopwatches(firstCount: number, seed: number): Stopwatches {
  /** Of each particle and route: the sign of where the clock started, 0 where it stands; and when. */
  let clocks = new Int8Array(ROUTE_COUNT * firstCount)
  let starts = new Float64Array(ROUTE_COUNT * firstCount)
  const tables = ROUTES.map(createLifeTable)
  let bottoms: readonly Bottom[] = []
  let known: { readonly system: TwoNeuronSystem; readonly noise: number } | null = null
  let time = 0
  let timeStep = 0
  /** 2/(σ²dt). */
  let sharpness = Infinity
  let word = firstWord(seed)
  let reading: Stopwatch[] | null = null
  let stepsSinceReading = 0

  /** Whether a path crosses an axis, whose distance times that afterwards is `product`. */
  function passes(product: number): boolean {
    const odds = product * sharpness
    if (odds <= 0) return true
    if (odds >= MOST_ODDS) return false
    // xorshift32 (Marsaglia 2003): good enough for a chance that is rarely asked for.
    word ^= word << 13
    word ^= word >>> 17
    word ^= word << 5
    return (word >>> 0) / 2 ** 32 < Math.exp(-odds)
  }
  function stop(at: number, route: number): void {
    clocks[at] = 0
    tables[route].add(time - timeStep / 2 - starts[at])
  }
  function clear(): void {
    clocks.fill(0)
    time = 0
    reading = null
    for (const table of tables) table.clear()
  }
  /** Stops the clocks of a particle that has come to its target. `at`: its first clock. */
  function stopClocks(at: number, to1: number, to2: number, crosses1: boolean, crosses2: boolean): void {
    for (let from = 0; from < 2; from++) {
      if (clocks[at + from] !== 0 && (crosses1 || crosses2)) stop(at + from, from)
      const sign = clocks[at + 2 + from]
      if (sign === 0) continue
      // Distances into the quarter of the twin.
      const inside1 = -sign * to1
      const inside2 = (from === 0 ? -sign : sign) * to2
      const isThere = inside1 >= 0 ? inside2 >= 0 || crosses2 : inside2 >= 0 && crosses1
      if (isThere) stop(at + 2 + from, 2 + from)
    }
  }
  function startClocks(at: number, from: number, sign: number): void {
    for (let route = from; route < ROUTE_COUNT; route += 2) {
      if (clocks[at + route] !== 0) continue
      clocks[at + route] = sign
      starts[at + route] = time
    }
  }

  function readAll(): Stopwatch[] {
    const measured = ROUTES.map((_, route) => {
      const ages: number[] = []
      for (let at = route; at < clocks.length; at += ROUTE_COUNT) if (clocks[at] !== 0) ages.push(time - starts[at])
      return tables[route].read(ages)
    })
    return ROUTES.flatMap(({ from, to }, route) => {
      if (!bottoms.some((bottom) => bottom.from === from)) return []
      const { oldest, ...found } = measured[route]
      const isTooEarly = to === 'twin' && !(oldest >= PATIENCE * measured[from].meanTime)
      return [{ from, to, ...found, ...(isTooEarly ? { meanTime: Infinity, standardError: Infinity } : {}) }]
    })
  }

  return {
    setCount(count) {
      const length = ROUTE_COUNT * count
      const [oldClocks, oldStarts] = [clocks, starts]
      clocks = new Int8Array(length)
      starts = new Float64Array(length)
      clocks.set(oldClocks.subarray(0, length))
      starts.set(oldStarts.subarray(0, length))
    },
    reset() {
      word = firstWord(seed)
      clear()
    },
    follow(system, noise, nextTimeStep) {
      timeStep = nextTimeStep
      sharpness = 2 / (noise * noise * timeStep)
      if (known?.noise === noise && isSameSystem(known.system, system)) return
      known = { system, noise }
      bottoms = noise > 0 ? bottomsOf(system) : []
      clear()
    },
    see(from, to) {
      time += timeStep
      stepsSinceReading++
      if (bottoms.length === 0) return
      const clockWords = new Int32Array(clocks.buffer)
      for (let at = 0; at < to.length; at += 2) {
        const to1 = to[at]
        const to2 = to[at + 1]
        if (clockWords[at >> 1] !== 0) {
          const crosses1 = passes(from[at] * to1)
          const crosses2 = passes(from[at + 1] * to2)
          stopClocks(2 * at, to1, to2, crosses1, crosses2)
        }
        for (let k = 0; k < bottoms.length; k++) {
          const bottom = bottoms[k]
          const d1 = to1 - bottom.x1
          const d2 = to2 - bottom.x2
          if (d1 * d1 + d2 * d2 <= bottom.squaredReach) startClocks(2 * at, bottom.from, bottom.sign)
        }
      }
    },
    read() {
      if (reading === null || stepsSinceReading >= STEPS_OF_READING) {
        reading = readAll()
        stepsSinceReading = 0
      }
      return reading
    },
  }
}

/** Never 0, which is where xorshift would stay. */
function firstWord(seed: number): number {
  return Math.imul(seed ^ 0x9e3779b9, 0x21f0aaad) | 1
}

function isSameSystem(a: TwoNeuronSystem, b: TwoNeuronSystem): boolean {
  if (a === b) return true
  const numbers = ({ saliency, gain, current }: TwoNeuronSystem) => [...saliency, gain, ...current]
  const others = numbers(b)
  return numbers(a).every((value, k) => value === others[k])
}

/** Stable memories in their own quarter; their twins only where these are mirror images. */
function bottomsOf(system: TwoNeuronSystem): Bottom[] {
  const isMirrored = system.current.every((current) => current === 0)
  return nameEquilibria(findEquilibria(system), system).flatMap(({ name, state: [x1, x2], stability }) => {
    if (name.kind !== 'memory' || stability !== 'stable' || (name.sign < 0 && !isMirrored)) return []
    const isInQuarter = name.sign * x1 > 0 && name.sign * x2 * (name.mu === 0 ? 1 : -1) > 0
    const reach = START_SHARE * Math.min(Math.abs(x1), Math.abs(x2))
    return isInQuarter ? [{ from: name.mu, sign: name.sign, x1, x2, squaredReach: reach * reach }] : []
  })
}
