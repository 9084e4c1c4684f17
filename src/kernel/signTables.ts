import { moveInto, type Motion, type TwoGroups } from './neuronLoops.ts'

/** Largest number of patterns in one table: two codes share 16 bits. */
const MOST_BITS = 8

/**
 * Ξ as tables of signed sums ("four Russians"): patterns stand in groups of `bits`, and a neuron has one code a group, the signs of its
 * values (bit k set: pattern k of the group is −1 there). A product with Ξᵀ then looks up one of 2^bits sums a group, a product with Ξ adds
 * into one of 2^bits buckets, and the buckets are folded into the patterns. Groups are visited in twos; an odd last one has an empty partner.
 */
export interface SignTables {
  /** `changed`: the patterns that differ from those set before; without it all of them. */
  readonly setPatterns: (values: Int8Array, changed?: readonly number[]) => void
  /** out += Ξᵀ a: `out` N, `drives` a: P. */
  readonly addExpansion: (out: Float64Array, drives: Float64Array) => void
  /** out = Ξ ψ: `out` P, `activity` ψ: N. */
  readonly reduceInto: (out: Float64Array, activity: Float64Array) => void
  /** An Euler step with h = `drive` + Ξᵀ a, see `moveInto`. `drive` is a work array. */
  readonly move: (x: StateAndActivity, drive: Float64Array, drives: Float64Array, motion: Motion) => void
}

/** x and ψ(x), N. */
export interface StateAndActivity {
  readonly state: Float64Array
  readonly activity: Float64Array
}

/** Patterns in a group: the number that costs the fewest operations at this size, and then as even as the groups allow. */
function chooseBits(neuronCount: number, patternCount: number): number {
  let best = 1
  let leastCost = Number.POSITIVE_INFINITY
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    const groups = countGroups(patternCount, bits)
    // Two visits a neuron; a table is built in 2^bits additions and a set of buckets folded in twice as many.
    const cost = groups * (2 * neuronCount + 3 * 2 ** bits)
    if (cost < leastCost) {
      leastCost = cost
      best = Math.ceil(patternCount / groups)
    }
  }
  return Math.max(1, best)
}

/** An even number, and at least one two. */
const countGroups = (patternCount: number, bits: number): number => 2 * Math.max(1, Math.ceil(patternCount / bits / 2))

export function createSignTables(neuronCount: number, patternCount: number): SignTables {
  const n = neuronCount
  const p = patternCount
  const bits = chooseBits(n, p)
  const size = 2 ** bits
  const sums = new Float64Array(2 * size)
  // Even and odd neurons have buckets of their own, so that one addition need not wait for the one before.
  const buckets = new Float64Array(4 * size)
  const twos: TwoGroups[] = Array.from({ length: countGroups(p, bits) / 2 }, () => ({
    codes: new Uint16Array(n),
    sums,
    bits,
  }))
  const last = twos[twos.length - 1]
  const everyPattern = Array.from({ length: p }, (_, mu) => mu)

  const fillSums = (two: number, drives: Float64Array): void => {
    fillTable(sums.subarray(0, size), drives, 2 * two * bits, bits)
    fillTable(sums.subarray(size), drives, (2 * two + 1) * bits, bits)
  }
  return {
    setPatterns(values, changed = everyPattern) {
      for (const mu of changed) {
        const { codes } = twos[Math.floor(mu / (2 * bits))]
        setBit(codes, mu % (2 * bits), values.subarray(mu * n, mu * n + n))
      }
    },
    addExpansion(out, drives) {
      for (let k = 0; k < twos.length; k++) {
        fillSums(k, drives)
        addFromTables(out, twos[k])
      }
    },
    reduceInto(out, activity) {
      for (let k = 0; k < twos.length; k++) {
        buckets.fill(0)
        addToBuckets(buckets, twos[k], activity)
        for (let c = 0; c < 2 * size; c++) buckets[c] += buckets[2 * size + c]
        foldBuckets(out, buckets.subarray(0, size), 2 * k * bits, bits)
        foldBuckets(out, buckets.subarray(size), (2 * k + 1) * bits, bits)
      }
    },
    move({ state, activity }, drive, drives, motion) {
      for (let k = 0; k < twos.length - 1; k++) {
        fillSums(k, drives)
        addFromTables(drive, twos[k])
      }
      fillSums(twos.length - 1, drives)
      moveInto(state, activity, drive, last, motion)
    },
  }
}

/** Bit `shift` of each code: whether the value is −1. */
function setBit(codes: Uint16Array, shift: number, row: Int8Array): void {
  const others = ~(1 << shift)
  for (let i = 0; i < row.length; i++) codes[i] = (codes[i] & others) | ((row[i] >>> 31) << shift)
}

/** All signed sums of `bits` drives from `from` on: entry c has −a_k where bit k of c is set. Drives that do not exist are 0. */
function fillTable(table: Float64Array, drives: Float64Array, from: number, bits: number): void {
  let sum = 0
  for (let k = from; k < Math.min(from + bits, drives.length); k++) sum += drives[k]
  table[0] = sum
  for (let k = 0; k < bits; k++) {
    const twice = from + k < drives.length ? 2 * drives[from + k] : 0
    const half = 1 << k
    for (let c = 0; c < half; c++) table[half + c] = table[c] - twice
  }
}

/** The signed sums of each pattern from its group's buckets: the last bit first, the upper half folded onto the lower. Destroys the buckets. */
function foldBuckets(out: Float64Array, buckets: Float64Array, from: number, bits: number): void {
  for (let k = bits - 1; k >= 0; k--) {
    const half = 1 << k
    let sum = 0
    for (let c = 0; c < half; c++) {
      sum += buckets[c] - buckets[half + c]
      buckets[c] += buckets[half + c]
    }
    if (from + k < out.length) out[from + k] = sum
  }
}

function addFromTables(out: Float64Array, { codes, sums, bits }: TwoGroups): void {
  const size = 1 << bits
  const mask = size - 1
  for (let i = 0; i < out.length; i++) {
    const code = codes[i]
    out[i] += sums[code & mask] + sums[size + (code >> bits)]
  }
}

/** Four tables: both groups of even neurons, then both of odd ones. */
function addToBuckets(buckets: Float64Array, { codes, bits }: TwoGroups, activity: Float64Array): void {
  const size = 1 << bits
  const mask = size - 1
  const pairs = activity.length - 1
  let i = 0
  for (; i < pairs; i += 2) {
    const code = codes[i]
    const next = codes[i + 1]
    buckets[code & mask] += activity[i]
    buckets[size + (code >> bits)] += activity[i]
    buckets[2 * size + (next & mask)] += activity[i + 1]
    buckets[3 * size + (next >> bits)] += activity[i + 1]
  }
  if (i < activity.length) {
    buckets[codes[i] & mask] += activity[i]
    buckets[size + (codes[i] >> bits)] += activity[i]
  }
}
