import { describe, expect, test } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import { criticalSaliency } from '../../model/memory.ts'
import { auditChecks, auditVerdict, type AuditFacts } from './auditChecks.ts'

function facts(saliency: [number, number], more: Partial<AuditFacts> = {}): AuditFacts {
  const system = { saliency, gain: 1, current: [0, 0] } as const
  const equilibria = nameEquilibria(findEquilibria(system), system)
  return { noise: 0, energyRose: false, system, equilibria, basins: null, histogram: null, ...more }
}

const states = (of: AuditFacts, isOpen = true) =>
  Object.fromEntries(auditChecks(of, isOpen).map(({ id, state }) => [id, state]))

describe('the checks', () => {
  test('all hold where everything is right', () => {
    const all = facts([1.5, 2], {
      basins: { starts: 500, agreed: 497, skipped: 3 },
      histogram: { variation: 0.05, expected: 0.05, hasSettled: true },
    })
    expect(states(all)).toEqual({
      energy: 'holds',
      residual: 'holds',
      index: 'holds',
      basins: 'holds',
      histogram: 'holds',
    })
    expect(auditVerdict(auditChecks(all, true))).toEqual({ state: 'holds', words: 'All checks hold' })
  })

  test('each fails by itself', () => {
    const good = facts([1.5, 2])
    expect(states({ ...good, energyRose: true })).toMatchObject({ energy: 'fails', residual: 'holds' })
    const moved = good.equilibria.map((point) => ({
      ...point,
      state: [point.state[0] + 1e-4, point.state[1]] as const,
    }))
    expect(states({ ...good, equilibria: moved })).toMatchObject({ residual: 'fails', index: 'holds' })
    expect(states({ ...good, equilibria: good.equilibria.slice(1) })).toMatchObject({ index: 'fails' })
    expect(states({ ...good, basins: { starts: 500, agreed: 496, skipped: 3 } })).toMatchObject({ basins: 'fails' })
    const far = { variation: 0.2, expected: 0.05, hasSettled: true }
    expect(states({ ...good, histogram: far })).toMatchObject({ histogram: 'fails' })
    const both = auditChecks({ ...good, energyRose: true, histogram: far }, false)
    expect(auditVerdict(both)).toEqual({ state: 'fails', words: '2 checks fail' })
  })

  test('what cannot be told yet is neither right nor wrong', () => {
    const spreading = { variation: 0.2, expected: 0.05, hasSettled: false }
    const early = { ...facts([1.5, 2]), noise: 0.5, energyRose: true, histogram: spreading }
    expect(states(early)).toMatchObject({ energy: 'open', basins: 'open', histogram: 'open' })
    expect(states({ ...early, system: null, equilibria: [] })).toMatchObject({ residual: 'open', index: 'open' })
    expect(auditVerdict(auditChecks(early, true)).state).toBe('holds')
  })

  test('at a bifurcation the index is not defined, and the rest holds', () => {
    const border = facts([criticalSaliency(2, 1), 2])
    expect(border.equilibria.some((point) => point.isMarginal)).toBe(true)
    expect(states(border)).toMatchObject({ index: 'open', residual: 'holds' })
  })

  test('basins are compared only while the figures are open', () => {
    expect(states(facts([1.5, 2]), false)).not.toHaveProperty('basins')
  })
})
