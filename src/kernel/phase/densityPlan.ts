import { DIRECTIONS } from '../../model/phase/fokkerPlanck.ts'
import { type Line, type Region, rimOf, splitRegion, visitNeighbours } from './densityRegions.ts'

/** Words of one front in `DensityPlan.fronts`, in this order. */
export const FRONT_WORDS = 16
/** How many cells are eliminated here; the order of the front; doubles of a row of it. */
export const PIVOTS = 0
export const ORDER = 1
export const STRIDE = 2
/** Where its cells, its rates and its runs begin, and where rates and runs end. */
export const CELLS = 3
export const RATES = 4
export const RATES_END = 5
export const RUNS = 6
export const RUNS_END = 7
/** The two fronts before it that hand over to it; −1 for none. */
export const CHILD_A = 8
export const CHILD_B = 9
/** Where, in doubles, its factors and what it hands over are kept, and doubles of a row of these. */
export const FACTORS = 10
export const FACTOR_STRIDE = 11
export const UPDATE = 12
export const UPDATE_STRIDE = 13

/**
 * In which order the states of a square grid are eliminated, and which numbers meet where: nested dissection (George 1973) as a multifrontal
 * method (Duff & Reid 1983). A front is a small dense matrix of rates between cells that are eliminated in it and the cells around the region
 * that is gone by then. It depends on the grid alone.
 *
 * Work for n x n cells is about 17 n³ multiply-adds against n⁴ of a band: 37 million for 277 million at 129².
 */
export interface DensityPlan {
  readonly columns: number
  readonly frontCount: number
  /** `FRONT_WORDS` a front. Children stand before their parents, the root is last. */
  readonly fronts: Int32Array
  /** Cells of the fronts: first those that are eliminated, then the rim. */
  readonly cells: Int32Array
  /** Pairs: index of a rate (4 cell + direction), place in its front. */
  readonly rates: Int32Array
  /** Triples: a run of rim cells of a front, from, to where in the parent, length. */
  readonly runs: Int32Array
  /** Doubles needed for the largest front, all factors, and what waits for a parent. */
  readonly frontLength: number
  readonly factorLength: number
  readonly updateLength: number
  /** Multiply-adds up to and with each front. */
  readonly work: Float64Array
}

/** Rows hold whole pairs of doubles, which are read at once. */
const even = (count: number): number => count + (count & 1)

/** Plans the elimination of `columns` x `columns` cells (at least 3). Takes a few milliseconds at 129². */
export function makeDensityPlan(columns: number): DensityPlan {
  const planner = createPlanner(columns)
  planner.plan({ left: 0, right: columns, low: 0, high: columns })
  return planner.result()
}

function createPlanner(n: number) {
  const fronts: number[] = []
  const cells: number[] = []
  const rates: number[] = []
  const runs: number[] = []
  const work: number[] = []
  /** Place of a cell in the front at hand; −1 elsewhere. */
  const places = new Int32Array(n * n).fill(-1)
  let frontLength = 0
  let factorLength = 0
  let updateTop = 0
  let updateLength = 0
  let total = 0

  /** Rates between the cells that leave, and to and from the rim, by their places in the front. */
  const addRates = (pivots: Line, stride: number): void => {
    for (const cell of pivots) {
      const place = places[cell]
      visitNeighbours(cell, n, (neighbour, direction) => {
        const other = places[neighbour]
        if (other < 0) return
        rates.push(DIRECTIONS * cell + direction, place * stride + other)
        // The opposite direction is the one beside it: the lowest bit.
        if (other >= pivots.length) rates.push(DIRECTIONS * neighbour + (direction ^ 1), other * stride + place)
      })
    }
  }

  /** Where the rim of a child stands in this front, in as few runs as may be. */
  const addRuns = (child: number): void => {
    const at = FRONT_WORDS * child
    const pivots = fronts[at + PIVOTS]
    const rim = fronts[at + ORDER] - pivots
    const first = fronts[at + CELLS] + pivots
    fronts[at + RUNS] = runs.length
    for (let from = 0; from < rim;) {
      const start = places[cells[first + from]]
      let length = 1
      while (from + length < rim && places[cells[first + from + length]] === start + length) length++
      runs.push(from, start, length)
      from += length
    }
    fronts[at + RUNS_END] = runs.length
  }

  const plan = (region: Region): number => {
    const { pivots, parts } = splitRegion(region, n)
    const updateAt = updateTop
    const children = parts.map(plan)
    // The last of all cells is the one in the middle of the last line: the origin, which no well is far from.
    const isRoot = region.right - region.left === n && region.high - region.low === n
    const ordered = isRoot ? withMiddleLast(pivots) : pivots
    const members = [...ordered, ...rimOf(region, n).flat()]
    const order = members.length
    const stride = even(order + 2)
    members.forEach((cell, place) => (places[cell] = place))
    const front = fronts.length / FRONT_WORDS
    const words = Array.from({ length: FRONT_WORDS }, () => 0)
    words[PIVOTS] = pivots.length
    words[ORDER] = order
    words[STRIDE] = stride
    words[CELLS] = cells.length
    words[RATES] = rates.length
    cells.push(...members)
    addRates(ordered, stride)
    words[RATES_END] = rates.length
    for (const child of children) addRuns(child)
    words[CHILD_A] = children[0] ?? -1
    words[CHILD_B] = children[1] ?? -1
    words[FACTORS] = factorLength
    words[FACTOR_STRIDE] = even(order + 1)
    factorLength += pivots.length * words[FACTOR_STRIDE]
    const rim = order - pivots.length
    words[UPDATE] = updateAt
    words[UPDATE_STRIDE] = even(rim + 2)
    updateLength = Math.max(updateLength, updateTop, updateAt + rim * words[UPDATE_STRIDE])
    updateTop = updateAt + rim * words[UPDATE_STRIDE]
    frontLength = Math.max(frontLength, order * stride)
    total += (order ** 3 - rim ** 3) / 3
    work.push(total)
    for (const cell of members) places[cell] = -1
    fronts.push(...words)
    return front
  }
  return {
    plan,
    result: (): DensityPlan => ({
      columns: n,
      frontCount: fronts.length / FRONT_WORDS,
      fronts: Int32Array.from(fronts),
      cells: Int32Array.from(cells),
      rates: Int32Array.from(rates),
      runs: Int32Array.from(runs),
      frontLength,
      factorLength,
      updateLength,
      work: Float64Array.from(work),
    }),
  }
}

function withMiddleLast(line: Line): number[] {
  const middle = line.length >> 1
  return [...line.slice(0, middle), ...line.slice(middle + 1), ...line.slice(middle, middle + 1)]
}
