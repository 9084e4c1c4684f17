import type { Patterns } from './patterns.ts'
import type { Vector } from './vector.ts'

/** Patterns taken together. Their 2⁶ signed sums make a table, and two such blocks a table of 16 kB, which the nearest cache holds. */
const BLOCK = 6
const TABLE_SIZE = 1 << BLOCK
/** Sums of a pair of blocks: half of all, since turning every sign in both blocks changes none. */
const PAIR_SIZE = (TABLE_SIZE * TABLE_SIZE) / 2
/** Tables of pairs that one pass over the neurons looks up: half the time of a pass for each. */
const TABLES_AT_ONCE = 4

/**
 * Columns of Ξ by blocks of six patterns: `blocks[k][i]` has bit j set where pattern 6k + j is +1 at neuron i. Products with Ξ then take one
 * look-up for six patterns ("four Russians": Arlazarov, Dinic, Kronrod & Faradžev 1970).
 */
export interface ColumnCodes {
  readonly blocks: readonly Uint8Array[]
  readonly patternCount: number
  readonly neuronCount: number
}

const keptOf = new WeakMap<Patterns, ColumnCodes>()

/** The codes of these patterns, made once: a `Patterns` object is a value, whoever changes a memory makes a new one. O(NP) the first time. */
export function columnCodes(patterns: Patterns): ColumnCodes {
  const known = keptOf.get(patterns)
  if (known !== undefined) return known
  const { patternCount: p, neuronCount: n } = patterns
  const blocks = Array.from({ length: Math.ceil(p / BLOCK) }, (_, block) => encodeBlock(patterns, block))
  const made = { blocks, patternCount: p, neuronCount: n }
  keptOf.set(patterns, made)
  return made
}

/** The codes of patterns that differ from others in the rows `changed` only: those of all other blocks are the same arrays. */
export function changedColumnCodes(patterns: Patterns, before: Patterns, changed: readonly number[]): ColumnCodes {
  const touched = new Set(changed.map((mu) => Math.floor(mu / BLOCK)))
  const known = columnCodes(before)
  const blocks = known.blocks.map((codes, block) => (touched.has(block) ? encodeBlock(patterns, block) : codes))
  const made = { blocks, patternCount: known.patternCount, neuronCount: known.neuronCount }
  keptOf.set(patterns, made)
  return made
}

function encodeBlock({ values, patternCount: p, neuronCount: n }: Patterns, block: number): Uint8Array {
  const codes = new Uint8Array(n)
  for (let j = 0; j < sizeOf(block, p); j++) {
    const row = (block * BLOCK + j) * n
    for (let i = 0; i < n; i++) codes[i] |= ((values[row + i] + 1) >> 1) << j
  }
  return codes
}

/** Patterns in a block: six, but fewer in the last. */
function sizeOf(block: number, patternCount: number): number {
  return Math.min(BLOCK, patternCount - block * BLOCK)
}

/** out = Ξᵀ c. `out`: N; `coefficients`: P. Returns `out`. NP/6 additions: 0.5 ms at N = 16,384, P = 100. */
export function expandInto(out: Float64Array, codes: ColumnCodes, coefficients: Vector): Float64Array {
  const table = new Float64Array(TABLE_SIZE)
  out.fill(0)
  codes.blocks.forEach((block, k) => {
    tableInto(table, 0, coefficients, k * BLOCK, sizeOf(k, codes.patternCount))
    for (let i = 0; i < out.length; i++) out[i] += table[block[i]]
  })
  return out
}

/** out = Ξ v. `out`: P; `values`: N. Returns `out`. NP/6 additions: 0.5 ms at N = 16,384, P = 100. */
export function reduceInto(out: Float64Array, codes: ColumnCodes, values: Float64Array): Float64Array {
  const bins = new Float64Array(TABLE_SIZE)
  codes.blocks.forEach((block, k) => {
    bins.fill(0)
    for (let i = 0; i < values.length; i++) bins[block[i]] += values[i]
    for (let j = 0; j < sizeOf(k, codes.patternCount); j++) {
      let sum = 0
      for (let code = 0; code < TABLE_SIZE; code++) sum += (code >> j) & 1 ? bins[code] : -bins[code]
      out[k * BLOCK + j] = sum
    }
  })
  return out
}

/**
 * Self-couplings d_i = (1/N) Σ_κλ D_κλ ξ^κ_i ξ^λ_i: the diagonal of (1/N) Ξᵀ D Ξ, and so what a zero diagonal takes off.
 *
 * `couplings`: P numbers (D diagonal: every d_i is Σα/N) or P*P (D, symmetric). `out`: N. Returns `out`. For P*P, each pair of blocks has a
 * table of 32 x 64 sums: N (P/6)²/2 additions, 4 to 6 ms at N = 16,384, P = 100.
 */
export function selfCouplingsInto<V extends Vector>(out: V, patterns: Patterns, couplings: Vector): V {
  const { patternCount: p, neuronCount: n } = patterns
  if (couplings.length === p) {
    let sum = 0
    for (let kappa = 0; kappa < p; kappa++) sum += couplings[kappa]
    out.fill(sum / n)
    return out
  }
  const { blocks } = columnCodes(patterns)
  const sums = new Float64Array(n)
  const tables = new Float64Array(TABLES_AT_ONCE * PAIR_SIZE)
  const rows = new Float64Array(BLOCK * TABLE_SIZE)
  for (let a = 0; a < blocks.length; a++) {
    for (let b = a; b < blocks.length; b += TABLES_AT_ONCE) {
      for (let k = 0; k < TABLES_AT_ONCE; k++) {
        if (b + k < blocks.length) pairTableInto(tables, k * PAIR_SIZE, rows, couplings, p, a, b + k)
        else tables.fill(0, k * PAIR_SIZE, (k + 1) * PAIR_SIZE)
      }
      const [second0, second1 = second0, second2 = second0, second3 = second0] = blocks.slice(b, b + TABLES_AT_ONCE)
      addFromTables(sums, tables, blocks[a], second0, second1, second2, second3)
    }
  }
  for (let i = 0; i < n; i++) out[i] = sums[i] / n
  return out
}

/** table[from + code] = Σ_j ±c_j over `count` coefficients from `at` on, + where bit j of the code is set. */
function tableInto(table: Float64Array, from: number, coefficients: Vector, at: number, count: number): void {
  let none = 0
  for (let j = 0; j < count; j++) none -= coefficients[at + j]
  table[from] = none
  for (let code = 1; code < TABLE_SIZE; code++) {
    // Each code from the one without its lowest bit.
    const j = 31 - Math.clz32(code & -code)
    table[from + code] = table[from + (code & (code - 1))] + (j < count ? 2 * coefficients[at + j] : 0)
  }
}

/** For each neuron, what the four tables say of its code in `first` and its codes in the four second blocks. */
function addFromTables(
  sums: Float64Array,
  tables: Float64Array,
  first: Uint8Array,
  second0: Uint8Array,
  second1: Uint8Array,
  second2: Uint8Array,
  second3: Uint8Array,
): void {
  const count = Math.min(sums.length, first.length, second0.length, second1.length, second2.length, second3.length)
  for (let i = 0; i < count; i++) {
    // All signs, where the highest of the first block is +.
    const turned = (TABLE_SIZE - 1) & -(first[i] >> (BLOCK - 1))
    const row = (first[i] ^ turned) << BLOCK
    const sum01 = tables[row | (second0[i] ^ turned)] + tables[PAIR_SIZE | row | (second1[i] ^ turned)]
    const sum23 =
      tables[(2 * PAIR_SIZE) | row | (second2[i] ^ turned)] + tables[(3 * PAIR_SIZE) | row | (second3[i] ^ turned)]
    sums[i] += sum01 + sum23
  }
}

/**
 * tables[from + 64 s + t] = Σ D_κλ s_κ t_λ for the codes s of block a without the highest bit, and all codes t of block b; twice that for two
 * blocks, since D_λκ counts as well. `rows`: a work array of BLOCK tables, Σ_λ D_κλ t_λ of each κ. Each row of the table is one without its
 * highest bit, and twice the row of that bit.
 */
function pairTableInto(
  tables: Float64Array,
  from: number,
  rows: Float64Array,
  couplings: Vector,
  p: number,
  a: number,
  b: number,
): void {
  const factor = a === b ? 1 : 2
  const sizeA = sizeOf(a, p)
  const sizeB = sizeOf(b, p)
  const coefficients = new Float64Array(BLOCK)
  rows.fill(0)
  for (let j = 0; j < sizeA; j++) {
    for (let k = 0; k < sizeB; k++) coefficients[k] = factor * couplings[(a * BLOCK + j) * p + b * BLOCK + k]
    tableInto(rows, j * TABLE_SIZE, coefficients, 0, sizeB)
  }
  for (let code = 0; code < TABLE_SIZE; code++) {
    let none = 0
    for (let j = 0; j < sizeA; j++) none -= rows[j * TABLE_SIZE + code]
    tables[from + code] = none
  }
  for (let j = 0; j < BLOCK - 1; j++) {
    const half = TABLE_SIZE << j
    for (let row = from; row < from + half; row += TABLE_SIZE) {
      for (let code = 0; code < TABLE_SIZE; code++) {
        tables[row + half + code] = tables[row + code] + 2 * rows[j * TABLE_SIZE + code]
      }
    }
  }
}
