import { expect, test } from 'vitest'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import { analysisTools } from './analysisTools.ts'
import type { AnalysisEvent } from './protocol.ts'
import { createAnalysisSession } from './session/analysisSession.ts'

const system: TwoNeuronSystem = { saliency: [1.5, 2.25], gain: 1, current: [0, 0] }

test('the real tools answer a whole wish, and the labels pass their check', () => {
  const session = createAnalysisSession(analysisTools(() => performance.now()))
  const wish = {
    system,
    extent: 3.4,
    basins: { columns: 129 },
    density: { noise: 0.8, columns: 65 },
    escape: { noise: 0.8, columns: 33, hasCurves: true },
    diagram: { kind: 'saliency', from: [0.5, 2], to: [2.5, 2], gain: 1, current: [0, 0] } as const,
    auditedStarts: 60,
  }
  const events: AnalysisEvent[] = [...session.handle({ kind: 'study', request: 1, wish })]
  for (let k = 0; k < 5000 && session.hasWork; k++) events.push(...session.advance())
  expect(events.filter((event) => event.kind === 'failed')).toEqual([])
  expect(events.at(-1)?.kind).toBe('done')
  const basins = events.findLast((event) => event.kind === 'basins')?.basins
  expect(basins?.fractions.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2)
  const audit = events.find((event) => event.kind === 'audit')?.audit
  expect(audit?.agreed).toBe(60 - (audit?.skipped ?? 60))
  expect(audit?.skipped).toBeLessThan(12)
  const density = events.find((event) => event.kind === 'density')?.density
  expect(density?.masses[0] ?? 0).toBeLessThan(density?.masses[1] ?? 0)
  const times = events.find((event) => event.kind === 'escape')?.times
  expect(times?.map(({ from, to }) => `${from} ${to}`)).toEqual(['0 other', '0 twin', '1 other', '1 twin'])
  const curve = events.find((event) => event.kind === 'escape-curve')?.curve
  expect(curve?.times[0][0].time).toBeGreaterThan(curve?.times.at(-1)?.[0].time ?? Infinity)
})
