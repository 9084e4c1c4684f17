import { describe, expect, test } from 'vitest'
import type { Density, EscapeTime } from '../../../model/phase/density.ts'
import type { DiagramPath } from '../../../model/phase/diagram.ts'
import type { TwoNeuronSystem } from '../../../model/twoNeurons.ts'
import type { AnalysisEvent, AnalysisWish } from '../protocol.ts'
import { createAnalysisSession, type AnalysisSession } from './analysisSession.ts'
import { analysisTransferList } from './analysisTransferList.ts'
import type { AnalysisTools, Work } from './work.ts'

const system: TwoNeuronSystem = { saliency: [1.5, 2], gain: 1, current: [0, 0] }
const path: DiagramPath = { kind: 'saliency', from: [0.5, 2], to: [2.5, 2], gain: 1, current: [0, 0] }
const nothing: AnalysisWish = {
  system,
  extent: 3,
  basins: null,
  density: null,
  escape: null,
  diagram: null,
  auditedStarts: 0,
}
const basinsOnly: AnalysisWish = { ...nothing, basins: { columns: 257 } }
const everything: AnalysisWish = {
  ...basinsOnly,
  density: { noise: 0.5, columns: 129 },
  escape: { noise: 0.5, columns: 129, hasCurves: true },
  diagram: path,
  auditedStarts: 20,
}
const moved: TwoNeuronSystem = { ...system, saliency: [1.6, 2] }

/** Work of so many pieces. */
function inPieces<T>(pieces: number, result: () => T): Work<T> {
  let left = pieces
  return { advance: () => --left <= 0, result }
}

/** Made-up tools that note what they are asked; the first quarter of starts belongs to one memory and the rest to another. */
function makeTools(over: Partial<AnalysisTools> = {}) {
  const begun: string[] = []
  let nowMs = 0
  const density = (columns: number): Density => ({
    values: new Float32Array(columns * columns),
    columns,
    extent: 3,
    masses: [0.4, 0.6],
    quarters: [0.2, 0.3, 0.2, 0.3],
    peak: 1,
  })
  const times: EscapeTime[] = [{ from: 0, to: 'other', time: 12 }]
  const tools: AnalysisTools = {
    createBasins: () => ({
      begin(of, _equilibria, extent, columns) {
        begun.push(`basins ${of.saliency.join()} ${extent} ${columns}`)
        const labels = new Uint8Array(columns * columns).map((_, k) => (k < (columns * columns) / 4 ? 1 : 2))
        const result = () => ({
          labels,
          columns,
          extent,
          attractors: ['memory-1+', 'memory-2+'],
          fractions: [0.25, 0.75],
        })
        return inPieces(columns > 65 ? 4 : 2, result)
      },
    }),
    createDensity: () => ({
      begin(of, noise, columns) {
        begun.push(`density ${of.system.saliency.join()} ${noise} ${columns}`)
        return inPieces(columns > 65 ? 4 : 2, () => density(columns))
      },
      beginEscape(of, noise) {
        begun.push(`escape ${of.system.saliency.join()} ${noise}`)
        return inPieces(1, () => times)
      },
    }),
    beginDiagram(of) {
      begun.push('diagram')
      return inPieces(2, () => ({ path: of, branches: [], bifurcations: [], checked: { steps: 1, complete: 1 } }))
    },
    endOf: (_, __, x2) => (x2 < -1.5 ? 'memory-1+' : 'memory-2+'),
    now: () => nowMs,
    ...over,
  }
  return { tools, begun, pass: (ms: number) => void (nowMs += ms) }
}

/** All events until nothing is left to do. */
function finish(session: AnalysisSession): AnalysisEvent[] {
  const events: AnalysisEvent[] = []
  for (let k = 0; k < 1000 && session.hasWork; k++) events.push(...session.advance())
  return events
}

const told = (events: readonly AnalysisEvent[]) =>
  events.map((event) =>
    event.kind === 'basins' || event.kind === 'density' ? `${event.kind} ${event.isFinal}` : event.kind,
  )

describe('the order of work', () => {
  test('coarse results first, then what a drag shows, then what is only read', () => {
    const session = createAnalysisSession(makeTools().tools)
    expect(session.handle({ kind: 'study', request: 1, wish: everything })).toEqual([])
    const events = finish(session)
    expect(told(events)).toEqual([
      'basins false',
      'density false',
      'diagram',
      'basins true',
      'density true',
      'escape',
      'audit',
      'escape-curve',
      'escape-curve',
      'escape-curve',
      'done',
    ])
    expect(events.every((event) => event.request === 1)).toBe(true)
  })

  test('a piece is one piece, and without a wish there is none', () => {
    const session = createAnalysisSession(makeTools().tools)
    expect(session.hasWork).toBe(false)
    expect(session.advance()).toEqual([])
    session.handle({ kind: 'study', request: 1, wish: basinsOnly })
    expect(session.advance()).toEqual([])
    expect(told(session.advance())).toEqual(['basins false'])
  })

  test('a wish for nothing is done at once', () => {
    const session = createAnalysisSession(makeTools().tools)
    expect(session.handle({ kind: 'study', request: 4, wish: nothing })).toEqual([{ kind: 'done', request: 4 }])
  })
})

describe('the newest wish wins', () => {
  test('what did not change is not computed again', () => {
    const { tools, begun } = makeTools()
    const session = createAnalysisSession(tools)
    session.handle({ kind: 'study', request: 1, wish: everything })
    finish(session)
    begun.length = 0
    expect(session.handle({ kind: 'study', request: 2, wish: { ...everything, system: { ...system } } })).toEqual([
      { kind: 'done', request: 2 },
    ])
    session.handle({ kind: 'study', request: 3, wish: { ...everything, extent: 4 } })
    finish(session)
    expect(begun).toEqual(['basins 1.5,2 4 65', 'basins 1.5,2 4 257'])
  })

  test('what goes on being wanted goes on, in the middle', () => {
    const { tools, begun } = makeTools()
    const session = createAnalysisSession(tools)
    session.handle({ kind: 'study', request: 1, wish: basinsOnly })
    for (let k = 0; k < 4; k++) session.advance()
    session.handle({ kind: 'study', request: 2, wish: { ...basinsOnly, diagram: path } })
    expect(told(finish(session))).toEqual(['basins true', 'diagram', 'done'])
    expect(begun.filter((what) => what.startsWith('basins'))).toHaveLength(2)
  })

  test('a fine result of an older network is dropped, a coarse one that has begun is finished: a drag sees results', () => {
    const { tools, begun } = makeTools()
    const session = createAnalysisSession(tools)
    const results: string[] = []
    for (let k = 0; k < 6; k++) {
      const of = { ...system, saliency: [1.5 + k / 100, 2] as const }
      session.handle({ kind: 'study', request: k, wish: { ...basinsOnly, system: of } })
      // A wish comes before even a coarse result is there.
      results.push(...told(session.advance()))
    }
    expect(results).toEqual(['basins false', 'basins false', 'basins false'])
    const last = finish(session)
    expect(told(last)).toEqual(['basins false', 'basins true', 'done'])
    expect(last[1]).toMatchObject({ system: { saliency: [1.55, 2] }, request: 5 })
    expect(begun.filter((what) => what.endsWith('257'))).toEqual(['basins 1.55,2 3 257'])
  })

  test('a result names its own network, also when a newer wish has come', () => {
    const session = createAnalysisSession(makeTools().tools)
    session.handle({ kind: 'study', request: 1, wish: basinsOnly })
    session.advance()
    session.handle({ kind: 'study', request: 2, wish: { ...basinsOnly, system: moved } })
    expect(session.advance()).toMatchObject([{ kind: 'basins', request: 2, system: { saliency: [1.5, 2] } }])
    expect(finish(session)[0]).toMatchObject({ kind: 'basins', system: { saliency: [1.6, 2] }, isFinal: false })
  })

  test('what is not wanted any more is not done, and is computed anew when it is wanted again', () => {
    const { tools, begun } = makeTools()
    const session = createAnalysisSession(tools)
    session.handle({ kind: 'study', request: 1, wish: basinsOnly })
    finish(session)
    session.handle({ kind: 'study', request: 2, wish: { ...nothing, diagram: path } })
    finish(session)
    session.handle({ kind: 'study', request: 3, wish: basinsOnly })
    expect(told(finish(session))).toEqual(['basins false', 'basins true', 'done'])
    expect(begun).toHaveLength(5)
    session.handle({ kind: 'study', request: 4, wish: { ...basinsOnly, extent: 5 } })
    session.handle({ kind: 'stop' })
    expect(session.hasWork).toBe(false)
  })
})

describe('the check of the basins', () => {
  test('starts beside a border of basins are skipped, the others agree', () => {
    const session = createAnalysisSession(makeTools().tools)
    session.handle({ kind: 'study', request: 1, wish: { ...basinsOnly, auditedStarts: 2000 } })
    const audit = finish(session).find((event) => event.kind === 'audit')?.audit
    expect(audit?.starts).toBe(2000)
    expect(audit?.agreed).toBe(2000 - (audit?.skipped ?? 0))
    // About two of 257 rows touch the border.
    expect(audit?.skipped).toBeGreaterThan(2)
    expect(audit?.skipped).toBeLessThan(60)
  })

  test('a wrong label is seen', () => {
    const session = createAnalysisSession(makeTools({ endOf: () => 'memory-1+' }).tools)
    session.handle({ kind: 'study', request: 1, wish: { ...basinsOnly, auditedStarts: 400 } })
    const audit = finish(session).find((event) => event.kind === 'audit')?.audit
    expect(audit?.agreed).toBeLessThan(200)
    expect(audit?.agreed).toBeGreaterThan(40)
  })
})

describe('trouble', () => {
  test('a task that fails says so, once, and the others go on', () => {
    const beginDiagram = () => {
      throw new Error('the path is one point.')
    }
    const session = createAnalysisSession(makeTools({ beginDiagram }).tools)
    session.handle({ kind: 'study', request: 1, wish: { ...basinsOnly, diagram: path } })
    const events = finish(session)
    expect(told(events)).toEqual(['basins false', 'failed', 'basins true', 'done'])
    expect(events[1]).toEqual({
      kind: 'failed',
      request: 1,
      task: 'diagram',
      sentence: 'The bifurcation diagram could not be computed: the path is one point.',
    })
  })

  test('without basins there is nothing to check', () => {
    const createBasins = () => ({
      begin: () => {
        throw new Error('no.')
      },
    })
    const session = createAnalysisSession(makeTools({ createBasins }).tools)
    session.handle({ kind: 'study', request: 1, wish: { ...basinsOnly, auditedStarts: 9 } })
    expect(told(finish(session))).toEqual(['failed', 'failed', 'failed', 'done'])
  })

  test('a long task lets hear that it goes on', () => {
    const { tools, pass } = makeTools({
      beginDiagram: () => inPieces(100, () => Promise.reject(new Error('never'))) as never,
    })
    const session = createAnalysisSession(tools)
    session.handle({ kind: 'study', request: 1, wish: { ...nothing, diagram: path } })
    const events: string[] = []
    for (let k = 0; k < 50; k++) {
      pass(100)
      events.push(...told(session.advance()))
    }
    expect(events).toEqual(Array.from({ length: 10 }, () => 'working'))
  })
})

describe('curves of escape times', () => {
  test('σ and each saliency around the present value, which is in the middle; nothing outside the range', () => {
    const session = createAnalysisSession(makeTools().tools)
    const wish = { ...everything, system: { ...system, saliency: [1.5, 4.6] as const } }
    session.handle({ kind: 'study', request: 1, wish })
    const curves = finish(session).flatMap((event) => (event.kind === 'escape-curve' ? [event.curve] : []))
    expect(curves.map(({ along }) => along)).toEqual(['noise', 'saliency-1', 'saliency-2'])
    const [noise, first, second] = curves
    expect(noise.values).toHaveLength(13)
    expect([noise.values[0], noise.values[6], noise.values[12]]).toEqual([0.25, 0.5, 1])
    expect([first.values[0], first.values[6], first.values[12]]).toEqual([0.5, 1.5, 2.5])
    expect(Math.max(...second.values)).toBeLessThanOrEqual(5)
    expect(curves.every(({ values, times }) => times.length === values.length)).toBe(true)
  })
})

test('arrays are transferred, each buffer once, and the check keeps labels of its own', () => {
  const session = createAnalysisSession(makeTools().tools)
  session.handle({ kind: 'study', request: 1, wish: everything })
  let transferred = 0
  for (let k = 0; k < 1000 && session.hasWork; k++) {
    for (const event of session.advance()) {
      const list = analysisTransferList(event)
      expect(new Set(list).size).toBe(list.length)
      transferred += list.length
      structuredClone(event, { transfer: list })
      expect(event.kind).not.toBe('failed')
    }
  }
  expect(transferred).toBe(4)
})
