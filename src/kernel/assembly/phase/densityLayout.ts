// Where the arrays of the one chain of this memory stand, and the words of a front: those of src/kernel/phase/densityPlan.ts, in bytes.

/** Bytes of a number, and of the two that are read at once. */
export const NUMBER: usize = 8
export const TWO: usize = 16

export const FRONT_BYTES: usize = 64
export const PIVOTS: usize = 0
export const ORDER: usize = 4
export const STRIDE: usize = 8
export const CELLS: usize = 12
export const RATES: usize = 16
export const RATES_END: usize = 20
export const RUNS: usize = 24
export const RUNS_END: usize = 28
export const CHILD_A: usize = 32
export const CHILD_B: usize = 36
export const FACTORS: usize = 40
export const FACTOR_STRIDE: usize = 44
export const UPDATE: usize = 48
export const UPDATE_STRIDE: usize = 52

/** The plan. */
export let frontCount: i32 = 0
export let fronts: usize = 0
export let cells: usize = 0
export let places: usize = 0
export let runs: usize = 0
/** The chain, and what comes out. */
export let rates: usize = 0
export let exits: usize = 0
export let costs: usize = 0
export let solution: usize = 0
/** The front at hand, what is kept of states that have left, what waits for a parent, and a front's part of the solution. */
export let front: usize = 0
export let factors: usize = 0
export let updates: usize = 0
export let part: usize = 0

let top: usize = 0

function reserve(bytes: usize): usize {
  const start = top
  top += (bytes + 63) & ~63
  return start
}

/** Lays the memory out; lengths in numbers. Returns 0 where the memory cannot grow so far. */
export function create(
  count: i32,
  newFrontCount: i32,
  cellsLength: i32,
  placesLength: i32,
  runsLength: i32,
  frontLength: i32,
  factorLength: i32,
  updateLength: i32,
): usize {
  top = (__heap_base + 63) & ~63
  frontCount = newFrontCount
  fronts = reserve(FRONT_BYTES * <usize>newFrontCount)
  cells = reserve(4 * <usize>cellsLength)
  places = reserve(4 * <usize>placesLength)
  runs = reserve(4 * <usize>runsLength)
  rates = reserve(32 * <usize>count)
  exits = reserve(NUMBER * <usize>count)
  costs = reserve(NUMBER * <usize>count)
  solution = reserve(NUMBER * <usize>count)
  front = reserve(NUMBER * <usize>frontLength)
  factors = reserve(NUMBER * <usize>factorLength)
  updates = reserve(NUMBER * <usize>updateLength)
  part = reserve(NUMBER * <usize>frontLength)
  const pages = <i32>((top + 0xffff) >> 16)
  if (pages > memory.size() && memory.grow(pages - memory.size()) < 0) return 0
  return top
}

/** A word of a list, as a size. */
@inline
export function word(at: usize, offset: usize): usize {
  return <usize>load<i32>(at + offset)
}
