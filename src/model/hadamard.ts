/**
 * Orders of Hadamard matrices (±1, orthogonal rows) that are built here: 1, 2, q + 1 for a prime q ≡ 3 mod 4 and 2(q + 1) for a prime q ≡ 1
 * mod 4 (Paley 1933), and all products of these (Sylvester 1867: Kronecker products). Up to 128 that is 1, 2, and every multiple of 4 but
 * 52, 92, 100, 116; such matrices are known there too, by longer constructions.
 */
export interface HadamardFactor {
  readonly kind: 'sylvester' | 'paley-1' | 'paley-2'
  readonly order: number
}

/** The factors whose Kronecker product has this order, small ones first; null when there is none of the kinds built here. */
export function hadamardFactors(order: number): readonly HadamardFactor[] | null {
  if (order === 1) return []
  if (order === 2) return [{ kind: 'sylvester', order }]
  if (order < 1 || order % 4 !== 0) return null
  // A factor is 2 or a multiple of 4, so one of two factors is at most √order.
  for (let factor = 2; factor * factor <= order; factor += 2) {
    if (order % factor !== 0) continue
    const first = hadamardFactors(factor)
    const second = first && hadamardFactors(order / factor)
    if (first && second) return [...first, ...second]
  }
  if (isPrime(order - 1)) return [{ kind: 'paley-1', order }]
  return isPrime(order / 2 - 1) && (order / 2 - 1) % 4 === 1 ? [{ kind: 'paley-2', order }] : null
}

/** A row of the Kronecker product of these factors. Row 0 is all +1, so every other row has as many -1 as +1. */
export function hadamardRow(factors: readonly HadamardFactor[], row: number): Int8Array {
  let out = Int8Array.of(1)
  let rest = row
  for (const { kind, order } of factors) {
    const own = rest % order
    rest = Math.floor(rest / order)
    const shorter = out
    out = new Int8Array(shorter.length * order)
    for (let column = 0; column < order; column++) {
      const entry = normalisedEntry(kind, order, own, column)
      for (let i = 0; i < shorter.length; i++) out[column * shorter.length + i] = entry * shorter[i]
    }
  }
  return out
}

/** An entry of one factor, with rows and columns negated so that the first row and the first column are +1. */
function normalisedEntry(kind: HadamardFactor['kind'], order: number, row: number, column: number): number {
  const h = (r: number, c: number) => entryOf(kind, order, r, c)
  return h(row, column) * h(row, 0) * h(0, column) * h(0, 0)
}

function entryOf(kind: HadamardFactor['kind'], order: number, row: number, column: number): number {
  switch (kind) {
    case 'sylvester':
      return row === 1 && column === 1 ? -1 : 1
    case 'paley-1':
      // I + S with S skew: border +1 above, -1 beside, the residues inside.
      return row === column || row === 0 ? 1 : column === 0 ? -1 : legendre(row - column, order - 1)
    case 'paley-2': {
      // The symmetric conference matrix C of order q + 1, with each 0 replaced by (1 -1; -1 -1), each ±1 by ±(1 1; 1 -1).
      const q = order / 2 - 1
      const [i, j] = [row >> 1, column >> 1]
      const [a, b] = [row & 1, column & 1]
      if (i === j) return a === 0 && b === 0 ? 1 : -1
      const sign = i === 0 || j === 0 ? 1 : legendre(i - j, q)
      return a === 1 && b === 1 ? -sign : sign
    }
  }
}

/** 1 when a is a square modulo the prime q, -1 when not (a ≢ 0): a^((q-1)/2), by repeated squaring. */
function legendre(a: number, q: number): 1 | -1 {
  let base = ((a % q) + q) % q
  let power = 1
  for (let exponent = (q - 1) / 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) power = (power * base) % q
    base = (base * base) % q
  }
  return power === 1 ? 1 : -1
}

function isPrime(n: number): boolean {
  if (n < 2) return false
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false
  return true
}
