/** Terms of the series and the fraction below are over when they change nothing: more than are ever needed. */
const MAX_TERMS = 200
/** From here on the continued fraction converges faster than the series. No unit. */
const SERIES_BELOW = 2.5
/** Steps of a bisection that exhausts double precision. */
const BISECTIONS = 200

/** The error function erf(y) = (2/√π) ∫₀^y e^(-t²) dt, to 1e-15 (Abramowitz & Stegun 7.1.6 and 7.1.14). */
export function errorFunction(y: number): number {
  const z = Math.abs(y)
  if (z < SERIES_BELOW) {
    let term = z
    let sum = z
    for (let k = 1; k < MAX_TERMS && term > 1e-17 * sum; k++) {
      term *= (2 * z * z) / (2 * k + 1)
      sum += term
    }
    return Math.sign(y) * (2 / Math.sqrt(Math.PI)) * Math.exp(-z * z) * sum
  }
  // erfc = e^(-z²)/√π · 1/(z + (1/2)/(z + 1/(z + (3/2)/(z + …)))), from the far end.
  let tail = z
  for (let k = MAX_TERMS; k > 0; k--) tail = z + k / 2 / tail
  return Math.sign(y) * (1 - Math.exp(-z * z) / (Math.sqrt(Math.PI) * tail))
}

/** The load at which y is a root of the equation at `retrievalOverlap`: a = ½ [erf(y)/y - (2/√π) e^(-y²)]². */
function loadAt(y: number): number {
  const root = errorFunction(y) / y - (2 / Math.sqrt(Math.PI)) * Math.exp(-y * y)
  return (root * root) / 2
}

/** Where `loadAt` is largest, by golden sections: it rises from 0 to there and falls after. */
function peakOfLoad(): number {
  const golden = (Math.sqrt(5) - 1) / 2
  let low = 0.5
  let high = 4
  for (let k = 0; k < BISECTIONS && high - low > 1e-9; k++) {
    const left = high - golden * (high - low)
    const right = low + golden * (high - low)
    if (loadAt(left) < loadAt(right)) low = left
    else high = right
  }
  return (low + high) / 2
}

const PEAK = /* @__PURE__ */ peakOfLoad()

/**
 * Critical load a_c = P/N = 0.1379 of Hebb's rule with random patterns (Amit, Gutfreund & Sompolinsky 1985, without replica symmetry
 * breaking): above it nothing is retrieved. The maximum of `loadAt`. The "0.14 N" of textbooks.
 */
export const criticalLoad: number = /* @__PURE__ */ loadAt(PEAK)

/**
 * Overlap of retrieval at load a = P/N, at zero temperature, for large N: m = erf(y), y the larger root of
 *
 *     y [√(2a) + (2/√π) e^(-y²)] = erf(y)
 *
 * (Amit, Gutfreund & Sompolinsky 1985, 1987; Hebb, random patterns). Null above `criticalLoad`. Accurate to 1e-12, but near a_c, where it ends
 * with a vertical slope, to 1e-6.
 */
export function retrievalOverlap(load: number): number | null {
  if (!(load <= criticalLoad)) return null
  if (!(load > 0)) return 1
  // For large y the load is about 1/(2y²).
  let low = PEAK
  let high = Math.max(PEAK, 2 / Math.sqrt(2 * load))
  for (let k = 0; k < BISECTIONS && high - low > Number.EPSILON * high; k++) {
    const middle = (low + high) / 2
    if (loadAt(middle) > load) low = middle
    else high = middle
  }
  return errorFunction((low + high) / 2)
}
