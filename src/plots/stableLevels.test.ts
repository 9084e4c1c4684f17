import { describe, expect, it } from 'vitest'
import type { EquilibriumName, NamedEquilibrium } from '../model/equilibriumNames.ts'
import { stableLevels } from './stableLevels.ts'

const at = (
  name: EquilibriumName,
  energy: number,
  stability: NamedEquilibrium['stability'] = 'stable',
): NamedEquilibrium => ({
  state: [0, 0],
  energy,
  stability,
  eigenvalues: [-1, -1],
  isMarginal: false,
  name,
  key: `${name.kind} ${energy}`,
})
const memory = (mu: 0 | 1, sign: 1 | -1): EquilibriumName => ({ kind: 'memory', mu, sign })
const textOf = (levels: ReturnType<typeof stableLevels>) =>
  levels.map(({ runs }) => runs.map(({ text }) => text).join(''))

describe('stableLevels', () => {
  it('joins twins, and leaves out what is not stable', () => {
    const levels = stableLevels([
      at(memory(1, 1), -2),
      at(memory(1, -1), -2),
      at(memory(0, 1), -1),
      at({ kind: 'origin' }, 0, 'source'),
    ])
    expect(textOf(levels)).toEqual(['±ξ2', 'ξ1'])
    expect(levels.map((level) => level.memory)).toEqual([1, 0])
  })
  it('joins memories of one energy', () => {
    const levels = stableLevels([
      at(memory(0, 1), -1),
      at(memory(0, -1), -1),
      at(memory(1, 1), -1),
      at(memory(1, -1), -1 + 1e-12),
    ])
    expect(textOf(levels)).toEqual(['±ξ1, ±ξ2'])
    expect(levels[0].memory).toBeNull()
  })
  it('names the origin alone', () => expect(textOf(stableLevels([at({ kind: 'origin' }, 0)]))).toEqual(['origin']))
})
