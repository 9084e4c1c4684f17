import { expect, test } from 'vitest'
import { activation } from '../activation.ts'
import { findEquilibria } from '../equilibria.ts'
import { criticalSaliency } from '../memory.ts'
import { createRandom } from '../random.ts'
import { pairEnergy, pairFieldInto, pairOverlaps } from '../twoNeurons.ts'
import type { Bifurcation, Diagram, DiagramPath } from './diagram.ts'
import { pathParameter, systemAlong } from './diagramPath.ts'
import { beginDiagram, traceDiagram } from './diagramTrace.ts'

const none = [0, 0] as const
const random = createRandom(7)
const between = (low: number, high: number) => low + (high - low) * random.uniform()
const pair = (low: number, high: number) => [between(low, high), between(low, high)] as const

function saliencyPath(from: readonly [number, number], to: readonly [number, number], gain = 1): DiagramPath {
  return { kind: 'saliency', from, to, gain, current: none }
}

/** Where a function of s changes its sign, to rounding: a dense scan, then bisection. */
function zeros(f: (s: number) => number): number[] {
  const scan = 4000
  return Array.from({ length: scan }, (_, k) => k / scan).flatMap((begin) => {
    let [low, high] = [begin, begin + 1 / scan]
    if (f(low) > 0 === f(high) > 0) return []
    for (let k = 0; k < 60; k++) {
      const middle = (low + high) / 2
      if (f(middle) > 0 === f(low) > 0) low = middle
      else high = middle
    }
    return [low]
  })
}

/** 'appears 0', 'stabilises 1' … with their places, from α = 1/g and α = α*(rival). */
function closedForms(path: DiagramPath): { what: string; s: number }[] {
  return ([0, 1] as const).flatMap((mu) => {
    const own = (s: number) => systemAlong(path, s).saliency[mu]
    const rival = (s: number) => systemAlong(path, s).saliency[1 - mu]
    const gain = (s: number) => systemAlong(path, s).gain
    const stabilises = zeros((s) => own(s) - criticalSaliency(rival(s), gain(s))).filter(
      (s) => gain(s) * own(s) > 1 + 1e-9 && rival(s) > own(s),
    )
    return [
      ...zeros((s) => gain(s) * own(s) - 1).map((s) => ({ what: `appears ${mu}`, s })),
      ...stabilises.map((s) => ({ what: `stabilises ${mu}`, s })),
    ]
  })
}

/** Twins as one. */
function found({ bifurcations }: Diagram): { what: string; s: number }[] {
  const seen = new Map<string, { what: string; s: number }>()
  for (const { event, memory, s } of bifurcations) {
    seen.set(`${event} ${memory} ${s}`, { what: `${event} ${memory}`, s })
  }
  return [...seen.values()]
}

const inOrder = <T extends { readonly what: string; readonly s: number }>(list: readonly T[]) =>
  list.toSorted((a, b) => a.s - b.s)

function expectConnected(diagram: Diagram): void {
  const { branches, checked, path } = diagram
  expect(checked.complete).toBe(checked.steps)
  expect(checked.steps).toBeGreaterThanOrEqual(161)
  const field = new Float64Array(2)
  let [residual, error] = [0, 0]
  for (const { s, states, energies, overlaps } of branches) {
    expect(s.every((value, k) => k === 0 || value >= s[k - 1])).toBe(true)
    for (let k = 0; k < s.length; k++) {
      const system = systemAlong(path, s[k])
      const [x1, x2] = [states[2 * k], states[2 * k + 1]]
      pairFieldInto(field, system, x1, x2)
      const [m1, m2] = pairOverlaps(x1, x2, system.gain)
      residual = Math.max(residual, Math.abs(field[0]), Math.abs(field[1]))
      error = Math.max(error, Math.abs(energies[k] - pairEnergy(system, x1, x2)))
      error = Math.max(error, Math.abs(overlaps[2 * k] - m1), Math.abs(overlaps[2 * k + 1] - m2))
    }
  }
  expect(residual).toBeLessThan(1e-8)
  expect(error).toBeLessThan(1e-12)
}

/** At any s as many branches as there are equilibria, with their stabilities. */
function expectComplete({ branches, bifurcations, path }: Diagram, s: number): void {
  if (bifurcations.some((each) => Math.abs(each.s - s) < 1e-6)) return
  const count = (list: readonly { readonly stability: string }[]) =>
    ['stable', 'saddle', 'source'].map((name) => list.filter(({ stability }) => stability === name).length)
  const alive = branches.filter((branch) => branch.s[0] <= s && s <= branch.s[branch.s.length - 1])
  expect(count(alive)).toEqual(count(findEquilibria(systemAlong(path, s))))
}

test(
  '50 random straight paths: the bifurcations of the closed forms to 1e-6, none missed and none extra',
  { timeout: 30_000 },
  () => {
    let total = 0
    for (let k = 0; k < 50; k++) {
      const gain = k % 3 === 0 ? between(0.5, 10) : 1
      const path = saliencyPath(pair(-1 / gain, 4 / gain), pair(-1 / gain, 4 / gain), gain)
      const diagram = traceDiagram(path)
      const [mine, exact] = [inOrder(found(diagram)), inOrder(closedForms(path))]
      expect(mine.map(({ what }) => what)).toEqual(exact.map(({ what }) => what))
      mine.forEach(({ s }, n) => {
        expect(Math.abs(s - exact[n].s)).toBeLessThan(1e-9)
        expect(Math.abs(pathParameter(path, s).value - pathParameter(path, exact[n].s).value)).toBeLessThan(1e-6)
      })
      expect(diagram.bifurcations.every(({ kind }) => kind === 'pitchfork')).toBe(true)
      expectConnected(diagram)
      for (let n = 0; n < 20; n++) expectComplete(diagram, random.uniform())
      total += mine.length
    }
    expect(total).toBeGreaterThan(50)
  },
)

test('the gain as parameter: α = 1/g and α = α* once more', () => {
  for (const saliency of [
    [1.5, 2],
    [0.3, 0.25],
    [-1, 0.7],
    [1.2, 1.2],
  ] as const) {
    const path: DiagramPath = { kind: 'gain', from: 0.5, to: 10, saliency, current: none }
    const diagram = traceDiagram(path)
    expectConnected(diagram)
    if (saliency[0] === saliency[1]) {
      // Both memories appear in one place, and the mixed points with them.
      expect(diagram.bifurcations.map(({ kind, change }) => ({ kind, change }))).toEqual([
        { kind: 'degenerate', change: 8 },
      ])
      expect(pathParameter(path, diagram.bifurcations[0].s).value).toBeCloseTo(1 / 1.2, 8)
      continue
    }
    const [mine, exact] = [inOrder(found(diagram)), inOrder(closedForms(path))].map((list) =>
      list.filter(({ s }) => s > 1e-6),
    )
    expect(mine.map(({ what }) => what)).toEqual(exact.map(({ what }) => what))
    mine.forEach(({ s }, n) => expect(Math.abs(s - exact[n].s)).toBeLessThan(1e-9))
  }
})

test('the default path: where branches fork they meet', () => {
  const { branches, bifurcations } = traceDiagram(saliencyPath([0.5, 2], [2.5, 2]))
  const places = bifurcations.map(({ kind, event, memory, change }) => ({ kind, event, memory, change }))
  const stabilises = { kind: 'pitchfork', event: 'stabilises', memory: 0, change: 2 }
  expect(places).toEqual([{ ...stabilises, event: 'appears' }, stabilises, stabilises])
  expect(branches.map(({ key, stability }) => `${key} ${stability}`).toSorted()).toEqual([
    'memory-1+ saddle', 'memory-1+ stable', 'memory-1- saddle', 'memory-1- stable', 'memory-2+ stable', 'memory-2- stable',
    'mixed-a saddle', 'mixed-b saddle', 'mixed-c saddle', 'mixed-d saddle', 'origin saddle', 'origin source',
  ]) // prettier-ignore
  const [, , upper] = bifurcations
  const ends = branches.filter(({ s, states }) =>
    [0, s.length - 1].some(
      (k) => s[k] === upper.s && Math.hypot(states[2 * k] - upper.state[0], states[2 * k + 1] - upper.state[1]) < 1e-9,
    ),
  )
  expect(ends.map(({ key }) => key).toSorted()).toEqual(['memory-1+', 'memory-1+', 'mixed-a', 'mixed-d'])
})

test('two bifurcations inside one step: a border cut at a corner', () => {
  // The chord between two points of α₁ = α*(α₂) so near that no step falls in between.
  const [a, b] = [1.9, 1.915]
  const along = (s: number): [number, number] => [
    criticalSaliency(a, 1) + s * (criticalSaliency(b, 1) - criticalSaliency(a, 1)),
    a + s * (b - a),
  ]
  for (const reach of [60, 200, 2000]) {
    const path = saliencyPath(along(-reach * 0.93), along(reach * 1.07))
    const mine = inOrder(found(traceDiagram(path))).filter(({ what }) => what === 'stabilises 0')
    expect(mine.length).toBe(2)
    expect(pathCoordinate(path, mine[0].s)).toBeCloseTo(a, 6)
    expect(pathCoordinate(path, mine[1].s)).toBeCloseTo(b, 6)
  }
})

const pathCoordinate = (path: DiagramPath, s: number) => systemAlong(path, s).saliency[1]

test(
  'a current on a classic network: folds where x = b + s ψ(x) has them, for each neuron by itself',
  { timeout: 30_000 },
  () => {
    for (let k = 0; k < 40; k++) {
      const gain = k % 2 === 0 ? 1 : between(0.6, 8)
      const strength = between(1.05, 4) / gain
      const path: DiagramPath = {
        kind: 'current',
        from: pair(-3, 3),
        to: pair(-3, 3),
        saliency: [strength, strength],
        gain,
      }
      // dx/dx = s ψ'(x): ψ(x)² = 1 - 1/(g s), and there b = x - s ψ(x).
      const x = Math.atanh(Math.sqrt(1 - 1 / (gain * strength))) / gain
      const border = strength * activation(x, gain) - x
      const exact = ([0, 1] as const).flatMap((i) => {
        const b = (s: number) => systemAlong(path, s).current[i]
        return [...zeros((s) => b(s) - border), ...zeros((s) => b(s) + border)].map((s) => ({
          i,
          s,
          x: b(s) > 0 ? -x : x,
        }))
      })
      const diagram = traceDiagram(path)
      expectConnected(diagram)
      const mine = [...new Set(diagram.bifurcations.map(({ s }) => s))]
      expect(mine.length).toBe(exact.length)
      exact
        .toSorted((p, q) => p.s - q.s)
        .forEach((fold, n) => {
          expect(Math.abs(mine[n] - fold.s)).toBeLessThan(1e-9)
          const here = diagram.bifurcations.filter(({ s }) => s === mine[n])
          for (const { kind, state, change } of here) {
            expect([kind, Math.abs(change)]).toEqual(['fold', 2])
            expect(state[fold.i]).toBeCloseTo(fold.x, 7)
          }
          expect([1, 3]).toContain(here.length)
        })
      for (let n = 0; n < 10; n++) expectComplete(diagram, random.uniform())
    }
  },
)

test('coupled neurons with a current: complete, and every fold has a zero eigenvalue', { timeout: 20_000 }, () => {
  for (let k = 0; k < 6; k++) {
    const path: DiagramPath =
      k % 2 === 0
        ? { kind: 'current', from: pair(-1, 1), to: pair(-1, 1), saliency: pair(0.5, 3), gain: 1 }
        : { kind: 'saliency', from: pair(-1, 4), to: pair(-1, 4), current: pair(-0.2, 0.2), gain: 1 }
    const diagram = traceDiagram(path)
    expectConnected(diagram)
    for (const { s, state, kind } of diagram.bifurcations) {
      expect(kind).toBe('fold')
      const near = findEquilibria(systemAlong(path, s)).filter(
        (p) => Math.hypot(p.state[0] - state[0], p.state[1] - state[1]) < 1e-3,
      )
      for (const { eigenvalues } of near) expect(Math.min(...eigenvalues.map(Math.abs))).toBeLessThan(1e-3)
    }
    for (let n = 0; n < 10; n++) expectComplete(diagram, random.uniform())
  }
})

const shape = ({ kind, change, span }: Bifurcation) => [kind, change, span !== null]

test('degenerate paths are named, and are no crash', () => {
  // Both memories at once; from one memory to the other through (1/g, 1/g); along a border.
  expect(traceDiagram(saliencyPath([0.5, 0.5], [2.5, 2.5])).bifurcations.map(shape)).toEqual([['degenerate', 8, false]])
  expect(traceDiagram(saliencyPath([0.5, 1.5], [1.5, 0.5])).bifurcations.map(shape)).toEqual([['degenerate', 0, false]])
  expect(traceDiagram(saliencyPath([1, 0.5], [1, 2.5])).bifurcations.map(shape)).toEqual([
    ['degenerate', 0, true],
    ['pitchfork', 2, false],
    ['degenerate', 0, true],
  ])
  expect(traceDiagram(saliencyPath([0.7, 1], [-0.7, 1])).bifurcations.map(shape)).toEqual([['degenerate', 0, true]])
  // Through (α, α), where the neurons decouple, nothing happens.
  const through = traceDiagram(saliencyPath([1.5, 1.8], [1.8, 1.5]))
  expect([through.bifurcations.length, through.branches.length]).toEqual([0, 9])
  // One network only, and two neurons that fold at once.
  expect(traceDiagram(saliencyPath([1.5, 2], [1.5, 2])).branches.length).toBe(9)
  const both = traceDiagram({ kind: 'current', from: [0, 0], to: [1, 1], saliency: [1.5, 1.5], gain: 1 })
  expect(both.bifurcations.map(shape)).toContainEqual(['degenerate', -4, false])
  for (const off of [1e-3, 1e-6, 1e-8, 1e-12]) {
    const near = traceDiagram(saliencyPath([0.5, 1.5 + off], [1.5, 0.5 + off]))
    expectConnected(near)
    if (off >= 1e-6)
      expect(inOrder(found(near)).map(({ what }) => what)).toEqual([
        'appears 0',
        'stabilises 0',
        'stabilises 1',
        'appears 1',
      ])
  }
})

test('in pieces it is the same diagram', () => {
  const path = saliencyPath([0.5, 2.5], [2.5, 1.2])
  const task = beginDiagram(path)
  let pieces = 0
  while (!task.advance()) pieces++
  expect(pieces).toBeGreaterThan(5)
  expect(task.result()).toEqual(traceDiagram(path))
  expect(() => traceDiagram(saliencyPath([0.5, NaN], [2, 2]))).toThrow(/finite/)
})
