import { activation } from './activation.ts'
import type { CoupledPair } from './coupledPair.ts'

/** A rectangle of states, low_i ≤ x_i ≤ high_i. The tests shrink it in place. */
export interface Box {
  low1: number
  high1: number
  low2: number
  high2: number
}

/**
 * What a test proves of a box: it holds no root; it lies in a slightly larger box that holds exactly one; or nothing yet, and then which
 * side to halve.
 */
type Verdict = 'empty' | 'one-root' | 'halve-1' | 'halve-2'

/** Rounding allowance of an exclusion, relative to the scale of f. No unit. */
const ROUNDING = 1e-14
/** The determinant must keep this distance from zero over a box: the rounding of its terms, generously. No unit. */
const DETERMINANT_MARGIN = 1e-12
/** Tests look at a box enlarged by this share of its sides and by `FIXED_PADDING` of the scale, so that no root lies on the edge. No unit. */
const PADDING = 0.1
const FIXED_PADDING = 1e-10
/** A pass that leaves more than this share of both sides has stopped paying. No unit. */
const WORTHWHILE_SHRINK = 0.5
/** Passes of the image test over one box; each but the last has shrunk it. */
const MAX_PASSES = 8

/**
 * Makes the test of a box for the system x = b + Aψ(x). In order:
 *
 * 1. Image: a root lies in b + Aψ(box), so the box is intersected with it (ψ is monotone: exact range).
 * 2. Determinant: for two points of the box, f(x) - f(y) = J(σ₁, σ₂)(x - y), where σ_i is a chord slope of ψ, in the range of ψ' over side i.
 *    det J = 1 - a₁₁σ₁ - a₂₂σ₂ + (a₁₁a₂₂ - a₁₂a₂₁)σ₁σ₂ is linear in each σ_i, so its extremes are at the four corners of those ranges. If they have
 *    one sign, f is one-to-one on the box: at most one root.
 * 3. Newton hull, then: the root is m - J(σ)⁻¹f(m), m the centre. Each component is a quotient without pole of functions linear in each
 *    σ_i, so monotone in each, and four corners give the exact hull. Outside the box: no root. Within it: one root (Brouwer).
 * 4. Otherwise, first-order exclusion: with c near the left null vector of J(m), c·f hardly changes over the box; no root where
 *    |c·f(m)| exceeds max |c·J(σ)|·(half sides).
 *
 * `scale`: size of the terms of f, for the rounding allowance.
 */
export function createBoxTest(pair: CoupledPair, scale: number): (box: Box) => Verdict {
  const { gain, current, weights } = pair
  const [b1, b2] = current
  const [a11, a12, a21, a22] = weights
  const product = a11 * a22 - a12 * a21
  const allowance = ROUNDING * scale
  const look: Look = { m1: 0, m2: 0, reach1: 0, reach2: 0, small1: 0, small2: 0, large1: 0, large2: 0, f1: 0, f2: 0 }

  return (box) => {
    for (let pass = 1; ; pass++) {
      const width1 = box.high1 - box.low1
      const width2 = box.high2 - box.low2
      shrinkToImage(box)
      if (isEmpty(box)) return 'empty'
      const hasShrunk =
        box.high1 - box.low1 < WORTHWHILE_SHRINK * width1 || box.high2 - box.low2 < WORTHWHILE_SHRINK * width2
      if (!hasShrunk || pass === MAX_PASSES) break
    }
    lookAt(box)
    return applyNewtonHull(box) ?? (isExcluded() ? 'empty' : sideToHalve())
  }

  function shrinkToImage(box: Box): void {
    const low1 = activation(box.low1, gain)
    const high1 = activation(box.high1, gain)
    const low2 = activation(box.low2, gain)
    const high2 = activation(box.high2, gain)
    // A positive weight takes low to low, a negative one high to low.
    const self1 = Math.max(a11, 0)
    const self1Turned = Math.min(a11, 0)
    const cross1 = Math.max(a12, 0)
    const cross1Turned = Math.min(a12, 0)
    const cross2 = Math.max(a21, 0)
    const cross2Turned = Math.min(a21, 0)
    const self2 = Math.max(a22, 0)
    const self2Turned = Math.min(a22, 0)
    const bottom1 = b1 + self1 * low1 + self1Turned * high1 + cross1 * low2 + cross1Turned * high2
    const top1 = b1 + self1 * high1 + self1Turned * low1 + cross1 * high2 + cross1Turned * low2
    const bottom2 = b2 + self2 * low2 + self2Turned * high2 + cross2 * low1 + cross2Turned * high1
    const top2 = b2 + self2 * high2 + self2Turned * low2 + cross2 * high1 + cross2Turned * low1
    clip(box, bottom1 - allowance, top1 + allowance, bottom2 - allowance, top2 + allowance)
  }

  function lookAt(box: Box): void {
    const m1 = (box.low1 + box.high1) / 2
    const m2 = (box.low2 + box.high2) / 2
    const reach1 = ((1 + PADDING) * (box.high1 - box.low1)) / 2 + FIXED_PADDING * scale
    const reach2 = ((1 + PADDING) * (box.high2 - box.low2)) / 2 + FIXED_PADDING * scale
    const psi1 = activation(m1, gain)
    const psi2 = activation(m2, gain)
    look.m1 = m1
    look.m2 = m2
    look.reach1 = reach1
    look.reach2 = reach2
    look.f1 = b1 - m1 + a11 * psi1 + a12 * psi2
    look.f2 = b2 - m2 + a21 * psi1 + a22 * psi2
    look.small1 = slopeOf(activation(Math.abs(m1) + reach1, gain))
    look.small2 = slopeOf(activation(Math.abs(m2) + reach2, gain))
    look.large1 = slopeOf(activation(Math.max(Math.abs(m1) - reach1, 0), gain))
    look.large2 = slopeOf(activation(Math.max(Math.abs(m2) - reach2, 0), gain))
  }

  /** Tests 2 and 3; null if f is not proved one-to-one. Corners of (σ₁, σ₂): A small small, B small large, C large small, D large large. */
  function applyNewtonHull(box: Box): Verdict | null {
    const { m1, m2, reach1, reach2, small1, small2, large1, large2, f1, f2 } = look
    const detA = 1 - a11 * small1 - a22 * small2 + product * small1 * small2
    const detB = 1 - a11 * small1 - a22 * large2 + product * small1 * large2
    const detC = 1 - a11 * large1 - a22 * small2 + product * large1 * small2
    const detD = 1 - a11 * large1 - a22 * large2 + product * large1 * large2
    const lowest = Math.min(detA, detB, detC, detD)
    const highest = Math.max(detA, detB, detC, detD)
    if (lowest <= DETERMINANT_MARGIN && highest >= -DETERMINANT_MARGIN) return null
    // -J⁻¹f = (f₁ + σ₂(a₁₂f₂ - a₂₂f₁), f₂ + σ₁(a₂₁f₁ - a₁₁f₂))/det
    const p1 = a12 * f2 - a22 * f1
    const p2 = a21 * f1 - a11 * f2
    const stepA1 = (f1 + small2 * p1) / detA
    const stepB1 = (f1 + large2 * p1) / detB
    const stepC1 = (f1 + small2 * p1) / detC
    const stepD1 = (f1 + large2 * p1) / detD
    const stepA2 = (f2 + small1 * p2) / detA
    const stepB2 = (f2 + small1 * p2) / detB
    const stepC2 = (f2 + large1 * p2) / detC
    const stepD2 = (f2 + large1 * p2) / detD
    const slack = allowance / Math.min(Math.abs(lowest), Math.abs(highest))
    const low1 = m1 + Math.min(stepA1, stepB1, stepC1, stepD1) - slack
    const high1 = m1 + Math.max(stepA1, stepB1, stepC1, stepD1) + slack
    const low2 = m2 + Math.min(stepA2, stepB2, stepC2, stepD2) - slack
    const high2 = m2 + Math.max(stepA2, stepB2, stepC2, stepD2) + slack
    clip(box, low1, high1, low2, high2)
    if (isEmpty(box)) return 'empty'
    const isWithin = low1 > m1 - reach1 && high1 < m1 + reach1 && low2 > m2 - reach2 && high2 < m2 + reach2
    return isWithin ? 'one-root' : box.high1 - box.low1 > box.high2 - box.low2 ? 'halve-1' : 'halve-2'
  }

  /** Test 4. */
  function isExcluded(): boolean {
    const { m1, m2, reach1, reach2, small1, small2, large1, large2, f1, f2 } = look
    const slope1 = slopeOf(activation(m1, gain))
    const slope2 = slopeOf(activation(m2, gain))
    // Each column (J₁₁, J₂₁), (J₁₂, J₂₂) has a vector across it; near a singular J they agree, and the longer is the better known.
    let c1 = a21 * slope1
    let c2 = 1 - a11 * slope1
    if (Math.abs(1 - a22 * slope2) + Math.abs(a12 * slope2) > Math.abs(c1) + Math.abs(c2)) {
      c1 = 1 - a22 * slope2
      c2 = a12 * slope2
    }
    const k1 = c1 * a11 + c2 * a21
    const k2 = c1 * a12 + c2 * a22
    const change1 = reach1 * Math.max(Math.abs(k1 * small1 - c1), Math.abs(k1 * large1 - c1))
    const change2 = reach2 * Math.max(Math.abs(k2 * small2 - c2), Math.abs(k2 * large2 - c2))
    return Math.abs(c1 * f1 + c2 * f2) > change1 + change2 + allowance * (Math.abs(c1) + Math.abs(c2))
  }

  /** The side along which the determinant varies more. */
  function sideToHalve(): Verdict {
    const { small1, small2, large1, large2 } = look
    const vary1 = (large1 - small1) * Math.max(Math.abs(product * small2 - a11), Math.abs(product * large2 - a11))
    const vary2 = (large2 - small2) * Math.max(Math.abs(product * small1 - a22), Math.abs(product * large1 - a22))
    return vary1 > vary2 ? 'halve-1' : 'halve-2'
  }

  function slopeOf(psi: number): number {
    return gain * (1 - psi * psi)
  }
}

/** What the tests of one box share: its centre, padded half sides, f at the centre, smallest and largest ψ' along each side. */
interface Look {
  m1: number
  m2: number
  reach1: number
  reach2: number
  small1: number
  small2: number
  large1: number
  large2: number
  f1: number
  f2: number
}

function clip(box: Box, low1: number, high1: number, low2: number, high2: number): void {
  box.low1 = Math.max(box.low1, low1)
  box.high1 = Math.min(box.high1, high1)
  box.low2 = Math.max(box.low2, low2)
  box.high2 = Math.min(box.high2, high2)
}

function isEmpty(box: Box): boolean {
  return !(box.low1 <= box.high1 && box.low2 <= box.high2)
}
