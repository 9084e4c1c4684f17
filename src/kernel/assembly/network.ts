import * as layout from './layout'
import { CHUNK, GROUP_CODES, PAIR_CODES, TILE } from './layout'
import { fillNormals } from './noise'
import { madd, pick } from './simd'
import { tanh4 } from './tanh'

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

/** a = D m, and the four sums ±a ± a' of each pair. */
export function couple(): void {
  const groups = layout.groups
  for (let g: usize = 0; g < groups; g++) {
    let a: v128
    if (isDense) {
      // D is symmetric: its rows are read as columns, four patterns a vector.
      a = f32x4.splat(0)
      for (let nu: usize = 0; nu < 4 * groups; nu++) {
        const m = f32x4.splat(<f32>load<f64>(layout.overlaps + 8 * nu))
        a = madd(m, v128.load(layout.couplings + 16 * (nu * groups + g)), a)
      }
    } else {
      const low = f32x4.demote_f64x2_zero(v128.load(layout.overlaps + 32 * g))
      const high = f32x4.demote_f64x2_zero(v128.load(layout.overlaps + 32 * g, 16))
      a = f32x4.mul(v128.shuffle<f32>(low, high, 0, 1, 4, 5), v128.load(layout.couplings + 16 * g))
    }
    v128.store(layout.drives + 16 * g, a)
    const negative = f32x4(1, 1, -1, -1)
    const alternating = f32x4(1, -1, 1, -1)
    const first = f32x4.mul(v128.shuffle<f32>(a, a, 0, 0, 0, 0), negative)
    v128.store(layout.tables + 32 * g, f32x4.add(first, f32x4.mul(v128.shuffle<f32>(a, a, 1, 1, 1, 1), alternating)))
    const second = f32x4.mul(v128.shuffle<f32>(a, a, 2, 2, 2, 2), negative)
    const third = f32x4.mul(v128.shuffle<f32>(a, a, 3, 3, 3, 3), alternating)
    v128.store(layout.tables + 32 * g, f32x4.add(second, third), 16)
  }
}

/** field = Ξᵀ a − x + b − d ∘ ψ for the neurons `from` to `to` (offsets in bytes), x at `x`. */
function expand(x: usize, from: usize, to: usize): void {
  const pairs = layout.pairs
  const tables = layout.tables
  const lastTable = tables + 16 * pairs
  const evenTables = tables + 32 * (pairs >> 1)
  const fields = layout.field
  const activity = layout.activity
  const damping = f32x4.splat(negativeDiagonal)
  let index = layout.pairCodes + from * pairs
  for (let at = from; at < to; at += TILE) {
    let s0 = f32x4.sub(f32x4.mul(damping, v128.load(activity + at)), v128.load(x + at))
    let s1 = f32x4.sub(f32x4.mul(damping, v128.load(activity + at, 16)), v128.load(x + at, 16))
    let s2 = f32x4.sub(f32x4.mul(damping, v128.load(activity + at, 32)), v128.load(x + at, 32))
    let s3 = f32x4.sub(f32x4.mul(damping, v128.load(activity + at, 48)), v128.load(x + at, 48))
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
    const field = fields + at
    v128.store(field, s0)
    v128.store(field, s1, 16)
    v128.store(field, s2, 32)
    v128.store(field, s3, 48)
  }
  if (hasTerms) addTerms(from, to)
}

function addTerms(from: usize, to: usize): void {
  const diagonal = layout.diagonal
  const activity = layout.activity
  const current = layout.current
  const field = layout.field
  for (let at = from; at < to; at += 16) {
    const damping = f32x4.mul(v128.load(diagonal + at), v128.load(activity + at))
    const push = f32x4.sub(v128.load(current + at), damping)
    v128.store(field + at, f32x4.add(v128.load(field + at), push))
  }
}

/**
 * The four signed sums (y + y', y − y', −(y − y'), −(y + y')) of the eight pairs of neurons (i, i + 4) of each tile. They pass through memory
 * because V8 would otherwise compute them again in every turn of the loop that uses them.
 */
function tabulate(from: usize, to: usize): void {
  const activity = layout.activity
  const negative = i32x4(0, 0, 0x80000000, 0x80000000)
  let table = layout.neuronTables
  for (let at = from; at < to; at += 32) {
    const y = v128.load(activity + at)
    const z = v128.load(activity + at, 16)
    const sum = f32x4.add(y, z)
    const difference = f32x4.sub(y, z)
    const low = v128.shuffle<f32>(sum, difference, 0, 4, 1, 5)
    const high = v128.shuffle<f32>(sum, difference, 2, 6, 3, 7)
    v128.store(table, v128.xor(v128.shuffle<f32>(low, low, 0, 1, 1, 0), negative))
    v128.store(table, v128.xor(v128.shuffle<f32>(low, low, 2, 3, 3, 2), negative), 16)
    v128.store(table, v128.xor(v128.shuffle<f32>(high, high, 0, 1, 1, 0), negative), 32)
    v128.store(table, v128.xor(v128.shuffle<f32>(high, high, 2, 3, 3, 2), negative), 48)
    table += 64
  }
}

/** Adds Ξψ of the neurons `from` to `to` to the sums of the chunk. Lanes are patterns. */
function reduce(from: usize, to: usize): void {
  tabulate(from, to)
  const partials = layout.partials
  const lastPartial = partials + 16 * layout.groups
  let table = layout.neuronTables
  let index = layout.groupCodes + 2 * from * layout.groups
  for (let at = from; at < to; at += TILE) {
    const t0 = v128.load(table)
    const t1 = v128.load(table, 16)
    const t2 = v128.load(table, 32)
    const t3 = v128.load(table, 48)
    const t4 = v128.load(table, 64)
    const t5 = v128.load(table, 80)
    const t6 = v128.load(table, 96)
    const t7 = v128.load(table, 112)
    table += 128
    for (let partial = partials; partial < lastPartial; partial += 16) {
      let a = f32x4.add(pick(t0, v128.load(index)), pick(t1, v128.load(index, 16)))
      let b = f32x4.add(pick(t2, v128.load(index, 32)), pick(t3, v128.load(index, 48)))
      a = f32x4.add(a, pick(t4, v128.load(index, 64)))
      b = f32x4.add(b, pick(t5, v128.load(index, 80)))
      a = f32x4.add(a, pick(t6, v128.load(index, 96)))
      b = f32x4.add(b, pick(t7, v128.load(index, 112)))
      v128.store(partial, f32x4.add(v128.load(partial), f32x4.add(a, b)))
      index += GROUP_CODES
    }
  }
}

/** Adds the sums of a chunk to those of the network, in double precision, and clears them. */
function collect(): void {
  const groups = layout.groups
  for (let g: usize = 0; g < groups; g++) {
    const sums = v128.load(layout.partials + 16 * g)
    const total = layout.overlaps + 32 * g
    v128.store(total, f64x2.add(v128.load(total), f64x2.promote_low_f32x4(sums)))
    const high = f64x2.promote_low_f32x4(v128.shuffle<f32>(sums, sums, 2, 3, 2, 3))
    v128.store(total, f64x2.add(v128.load(total, 16), high), 16)
    v128.store(layout.partials + 16 * g, f32x4.splat(0))
  }
}

function beginOverlaps(): void {
  memory.fill(layout.overlaps, 0, 32 * layout.groups)
}

function endOverlaps(): void {
  const scale = f64x2.splat(1 / <f64>layout.neurons)
  const end = layout.overlaps + 32 * layout.groups
  for (let at = layout.overlaps; at < end; at += 16) v128.store(at, f64x2.mul(v128.load(at), scale))
}

function endOfChunk(from: usize): usize {
  return min(from + CHUNK, layout.rowBytes)
}

/** ψ and m of the state. */
export function observe(): void {
  beginOverlaps()
  const g = f32x4.splat(gain)
  for (let from: usize = 0; from < layout.rowBytes; from += CHUNK) {
    const to = endOfChunk(from)
    for (let at = from; at < to; at += 16) {
      v128.store(layout.activity + at, tanh4(f32x4.mul(g, v128.load(layout.state + at))))
    }
    reduce(from, to)
    collect()
  }
  endOverlaps()
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

function moveWithNoise(from: usize, to: usize, timeStep: v128, kick: v128): void {
  const g = f32x4.splat(gain)
  const normals = layout.normals - from
  for (let at = from; at < to; at += 16) {
    const ahead = madd(timeStep, v128.load(layout.field + at), v128.load(layout.state + at))
    const x = madd(kick, v128.load(normals + at), ahead)
    v128.store(layout.state + at, x)
    v128.store(layout.activity + at, tanh4(f32x4.mul(g, x)))
  }
}

/** Euler-Maruyama; `kick` is σ√dt. Activity and overlaps must be those of the state, and are afterwards. */
export function stepEuler(count: i32, timeStep: f32, kick: f32): void {
  const dt = f32x4.splat(timeStep)
  const sigma = f32x4.splat(kick)
  for (let k = 0; k < count; k++) {
    couple()
    beginOverlaps()
    for (let from: usize = 0; from < layout.rowBytes; from += CHUNK) {
      const to = endOfChunk(from)
      expand(layout.state, from, to)
      if (kick == 0) move(from, to, dt)
      else {
        drawChunk(from, to)
        moveWithNoise(from, to, dt, sigma)
      }
      reduce(from, to)
      collect()
    }
    endOverlaps()
  }
}

/** One stage: its slope enters the sum with `weight` (`keep` 0 begins the sum), and the next stage stands `ahead` of the state. */
function visitStage(x: usize, keep: f32, weight: f32, ahead: f32): void {
  couple()
  beginOverlaps()
  const kept = f32x4.splat(keep)
  const share = f32x4.splat(weight)
  const step = f32x4.splat(ahead)
  const g = f32x4.splat(gain)
  for (let from: usize = 0; from < layout.rowBytes; from += CHUNK) {
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
    collect()
  }
  endOverlaps()
}

function finishStages(timeStep: f32): void {
  couple()
  beginOverlaps()
  const share = f32x4.splat(timeStep / 6)
  for (let from: usize = 0; from < layout.rowBytes; from += CHUNK) {
    const to = endOfChunk(from)
    expand(layout.stage, from, to)
    for (let at = from; at < to; at += 16) {
      v128.store(layout.field + at, f32x4.add(v128.load(layout.field + at), v128.load(layout.slopes + at)))
    }
    move(from, to, share)
    reduce(from, to)
    collect()
  }
  endOverlaps()
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
