import * as layout from './layout'
import { PAIR_CODES, TILE } from './layout'
import { fillNormals } from './noise'
import { addFromPairs, addToPartials, collectPartials, storePairTables } from './pairs'
import { addFromNibbles, addNibblesToPartials } from './nibbles'
import { madd, pick } from './simd'
import { storeTanh8, tanh4 } from './tanh'

// dx = (−x + Ξᵀ a − d ∘ ψ + b) dt + σ dB, m = (1/N) Ξ ψ, a = D m. A step visits the codes of a chunk of neurons once: it expands a, moves the
// state, and reduces the new activity to the overlaps of the next step.

let gain: f32 = 1
/** D is P x P, not a row of P. */
let isDense = false
/** There is a current, or a diagonal that differs from neuron to neuron. */
let hasTerms = false
/** −d where it is the same for all neurons, which costs next to nothing; 0 where the terms have it. */
let negativeDiagonal: f32 = 0

export function configure(newGain: f32, newIsDense: i32, newHasTerms: i32, uniformDiagonal: f32): void {
  gain = newGain
  negativeDiagonal = -uniformDiagonal
  isDense = newIsDense != 0
  hasTerms = newHasTerms != 0
}

/** a = D m, and the tables of its sums, times `scale`. */
function coupleTimes(scale: f32): void {
  const groups = layout.groups
  for (let g: usize = 0; g < groups; g++) {
    let a: v128
    if (isDense) {
      // D is symmetric: its rows are read as columns, four patterns a vector.
      a = f32x4.splat(0)
      for (let nu: usize = 0; nu < 4 * groups; nu++) {
        const m = v128.load32_splat(layout.shortOverlaps + 4 * nu)
        a = madd(m, v128.load(layout.couplings + 16 * (nu * groups + g)), a)
      }
    } else {
      a = f32x4.mul(v128.load(layout.shortOverlaps + 16 * g), v128.load(layout.couplings + 16 * g))
    }
    v128.store(layout.drives + 16 * g, a)
    storePairTables(g, f32x4.mul(a, f32x4.splat(scale)))
  }
}

/** a = D m. */
export function couple(): void {
  coupleTimes(1)
}

/** out += Ξᵀ a for the neurons `from` to `to` (offsets in bytes). */
function addExpansion(out: usize, from: usize, to: usize): void {
  if (!layout.hasNibbles) return addFromPairs(out, from, to)
  addFromNibbles(out, from, to)
  // A nibble has no code for nothing: what only fills the last tile is put back to 0.
  const used: usize = 4 * layout.neurons
  if (to > used) memory.fill(out + used, 0, to - used)
}

/** Adds Ξψ of a chunk to the sums of the network; after the last chunk they become m. */
function reduce(from: usize, to: usize): void {
  if (layout.hasNibbles) addNibblesToPartials(from, to)
  else addToPartials(from, to)
  collectPartials(from == 0, to == layout.rowBytes)
}

/** field = Ξᵀ a − x + b − d ∘ ψ for the neurons `from` to `to`, x at `x`. */
function expand(x: usize, from: usize, to: usize): void {
  const damping = f32x4.splat(negativeDiagonal)
  for (let at = from; at < to; at += 16) {
    const damped = f32x4.mul(damping, v128.load(layout.activity + at))
    v128.store(layout.field + at, f32x4.sub(damped, v128.load(x + at)))
  }
  addExpansion(layout.field, from, to)
  if (hasTerms) addTerms(from, to, f32x4.splat(1))
}

/** field += scale · (b − d ∘ ψ). */
function addTerms(from: usize, to: usize, scale: v128): void {
  for (let at = from; at < to; at += 16) {
    const damping = f32x4.mul(v128.load(layout.diagonal + at), v128.load(layout.activity + at))
    const push = f32x4.sub(v128.load(layout.current + at), damping)
    v128.store(layout.field + at, madd(scale, push, v128.load(layout.field + at)))
  }
}

function endOfChunk(from: usize): usize {
  return min(from + layout.chunk, layout.rowBytes)
}

/** ψ and m of the state. */
export function observe(): void {
  const g = f32x4.splat(gain)
  for (let from: usize = 0; from < layout.rowBytes; from += layout.chunk) {
    const to = endOfChunk(from)
    for (let at = from; at < to; at += 16) {
      v128.store(layout.activity + at, tanh4(f32x4.mul(g, v128.load(layout.state + at))))
    }
    reduce(from, to)
  }
}

/** f of the state whose activity and overlaps stand ready. */
export function evaluate(): void {
  couple()
  expand(layout.state, 0, layout.rowBytes)
}

/** Normals for a chunk; neurons that only fill the last tile get none, so that they stay at 0. */
function drawChunk(from: usize, to: usize): void {
  fillNormals(layout.words, layout.normals, layout.normals + to - from)
  const used: usize = layout.neurons * 4
  if (to > used) memory.fill(layout.normals + used - from, 0, to - used)
}

function move(from: usize, to: usize, timeStep: v128): void {
  const g = f32x4.splat(gain)
  for (let at = from; at < to; at += 16) {
    const x = madd(timeStep, v128.load(layout.field + at), v128.load(layout.state + at))
    v128.store(layout.state + at, x)
    v128.store(layout.activity + at, tanh4(f32x4.mul(g, x)))
  }
}

/** (1 − dt) x − dt d ψ, where a step begins; `rate` is −dt, `damp` is −dt d where d is the same for all. */
@inline
function ahead(x: v128, y: v128, rate: v128, damp: v128): v128 {
  return madd(damp, y, madd(rate, x, x))
}

/** field ← where the step begins. */
function lookAhead(from: usize, to: usize, rate: v128, damp: v128): void {
  for (let at = from; at < to; at += 16) {
    v128.store(layout.field + at, ahead(v128.load(layout.state + at), v128.load(layout.activity + at), rate, damp))
  }
}

/** The same with kick · normals. */
function lookAheadWithNoise(from: usize, to: usize, rate: v128, damp: v128, kick: v128): void {
  drawChunk(from, to)
  const normals = layout.normals - from
  for (let at = from; at < to; at += 16) {
    const start = ahead(v128.load(layout.state + at), v128.load(layout.activity + at), rate, damp)
    v128.store(layout.field + at, madd(kick, v128.load(normals + at), start))
  }
}

/** x ← field, and ψ. */
function arrive(from: usize, to: usize): void {
  const g = f32x4.splat(gain)
  for (let at = from; at < to; at += 32) {
    const x0 = v128.load(layout.field + at)
    const x1 = v128.load(layout.field + at, 16)
    v128.store(layout.state + at, x0)
    v128.store(layout.state + at, x1, 16)
    storeTanh8(layout.activity + at, f32x4.mul(g, x0), f32x4.mul(g, x1))
  }
}

/** A step without terms and kicks in one visit, so that the sums stay in registers: a tenth faster with few patterns. */
function advance(from: usize, to: usize, rate: v128, damp: v128): void {
  const pairs = layout.pairs
  const tables = layout.tables
  const lastTable = tables + 16 * pairs
  const evenTables = tables + 32 * (pairs >> 1)
  const state = layout.state
  const activity = layout.activity
  const g = f32x4.splat(gain)
  let index = layout.pairCodes + from * pairs
  for (let at = from; at < to; at += TILE) {
    let s0 = ahead(v128.load(state + at), v128.load(activity + at), rate, damp)
    let s1 = ahead(v128.load(state + at, 16), v128.load(activity + at, 16), rate, damp)
    let s2 = ahead(v128.load(state + at, 32), v128.load(activity + at, 32), rate, damp)
    let s3 = ahead(v128.load(state + at, 48), v128.load(activity + at, 48), rate, damp)
    let table = tables
    for (; table < evenTables; table += 32) {
      const first = v128.load(table)
      const second = v128.load(table, 16)
      s0 = f32x4.add(s0, f32x4.add(pick(first, v128.load(index)), pick(second, v128.load(index, 64))))
      s1 = f32x4.add(s1, f32x4.add(pick(first, v128.load(index, 16)), pick(second, v128.load(index, 80))))
      s2 = f32x4.add(s2, f32x4.add(pick(first, v128.load(index, 32)), pick(second, v128.load(index, 96))))
      s3 = f32x4.add(s3, f32x4.add(pick(first, v128.load(index, 48)), pick(second, v128.load(index, 112))))
      index += 2 * PAIR_CODES
    }
    if (table < lastTable) {
      const sums = v128.load(table)
      s0 = f32x4.add(s0, pick(sums, v128.load(index)))
      s1 = f32x4.add(s1, pick(sums, v128.load(index, 16)))
      s2 = f32x4.add(s2, pick(sums, v128.load(index, 32)))
      s3 = f32x4.add(s3, pick(sums, v128.load(index, 48)))
      index += PAIR_CODES
    }
    v128.store(state + at, s0)
    v128.store(state + at, s1, 16)
    v128.store(state + at, s2, 32)
    v128.store(state + at, s3, 48)
    storeTanh8(activity + at, f32x4.mul(g, s0), f32x4.mul(g, s1))
    storeTanh8(activity + at + 32, f32x4.mul(g, s2), f32x4.mul(g, s3))
  }
}

/** Euler-Maruyama; `kick` is σ√dt. Activity and overlaps must be those of the state, and are afterwards. */
export function stepEuler(count: i32, timeStep: f32, kick: f32): void {
  const rate = f32x4.splat(-timeStep)
  const damp = f32x4.splat(timeStep * negativeDiagonal)
  const dt = f32x4.splat(timeStep)
  const sigma = f32x4.splat(kick)
  const isPlain = !hasTerms && kick == 0 && !layout.hasNibbles
  for (let k = 0; k < count; k++) {
    coupleTimes(timeStep)
    for (let from: usize = 0; from < layout.rowBytes; from += layout.chunk) {
      const to = endOfChunk(from)
      if (isPlain) advance(from, to, rate, damp)
      else {
        if (kick != 0) lookAheadWithNoise(from, to, rate, damp, sigma)
        else lookAhead(from, to, rate, damp)
        if (hasTerms) addTerms(from, to, dt)
        addExpansion(layout.field, from, to)
        arrive(from, to)
      }
      reduce(from, to)
    }
  }
}

/** One stage: its slope enters the sum with `weight` (`keep` 0 begins the sum), and the next stage stands `ahead` of the state. */
function visitStage(x: usize, keep: f32, weight: f32, ahead: f32): void {
  couple()
  const kept = f32x4.splat(keep)
  const share = f32x4.splat(weight)
  const step = f32x4.splat(ahead)
  const g = f32x4.splat(gain)
  for (let from: usize = 0; from < layout.rowBytes; from += layout.chunk) {
    const to = endOfChunk(from)
    expand(x, from, to)
    for (let at = from; at < to; at += 16) {
      const slope = v128.load(layout.field + at)
      v128.store(layout.slopes + at, madd(share, slope, f32x4.mul(kept, v128.load(layout.slopes + at))))
      const next = madd(step, slope, v128.load(layout.state + at))
      v128.store(layout.stage + at, next)
      v128.store(layout.activity + at, tanh4(f32x4.mul(g, next)))
    }
    reduce(from, to)
  }
}

function finishStages(timeStep: f32): void {
  couple()
  const share = f32x4.splat(timeStep / 6)
  for (let from: usize = 0; from < layout.rowBytes; from += layout.chunk) {
    const to = endOfChunk(from)
    expand(layout.stage, from, to)
    for (let at = from; at < to; at += 16) {
      v128.store(layout.field + at, f32x4.add(v128.load(layout.field + at), v128.load(layout.slopes + at)))
    }
    move(from, to, share)
    reduce(from, to)
  }
}

/** Classical Runge-Kutta steps of the noise-free field. */
export function stepRungeKutta(count: i32, timeStep: f32): void {
  for (let k = 0; k < count; k++) {
    visitStage(layout.state, 0, 1, timeStep / 2)
    visitStage(layout.stage, 1, 2, timeStep / 2)
    visitStage(layout.stage, 1, 2, timeStep)
    finishStages(timeStep)
  }
}
