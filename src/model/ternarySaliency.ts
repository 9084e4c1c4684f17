import { countDifferencesWithin, packPatterns } from './packedPatterns.ts'
import type { Patterns } from './patterns.ts'
import { saliencyInto } from './saliency.ts'
import type { Vector } from './vector.ts'

/**
 * `saliencyInto`, by counting bits where the input is 1, -1 or 0 everywhere, as drawings are: α_μ = (K - 2D_μ)/N with K neurons whose input is
 * not 0 and D_μ of them with the other sign than ξ^μ. Exact. NP/32 operations (0.1 ms at N = 16,384, P = 100); other inputs cost NP.
 *
 * `out`: P; `input`: u, N. Returns `out`.
 */
export function ternarySaliencyInto<V extends Vector>(out: V, patterns: Patterns, input: Vector): V {
  const { words, wordCount, patternCount: p, neuronCount: n } = packPatterns(patterns)
  // The input is one row more, after a copy of a pattern in each count.
  const rows = new Int32Array(2 * wordCount)
  const known = new Int32Array(wordCount)
  let knownCount = 0
  for (let i = 0; i < n; i++) {
    const value = input[i]
    if (value === 0) continue
    if (value !== 1 && value !== -1) return saliencyInto(out, patterns, input)
    const bit = 1 << (i & 31)
    known[i >> 5] |= bit
    if (value === 1) rows[wordCount + (i >> 5)] |= bit
    knownCount++
  }
  for (let mu = 0; mu < p; mu++) {
    rows.set(words.subarray(mu * wordCount, (mu + 1) * wordCount))
    out[mu] = (knownCount - 2 * countDifferencesWithin(known, rows, 0, wordCount, wordCount)) / n
  }
  return out
}
