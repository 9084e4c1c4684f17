import { expect, test } from 'vitest'
import { asksForPointMass, emptyLayerSentence, groundWords, phaseLayers, tintWords } from './layerWords.ts'

const saddle = { key: 'origin', stability: 'saddle', isMarginal: false } as const
const well = { key: 'memory-2+', stability: 'stable', isMarginal: false } as const
const facts = { noise: 0.6, equilibria: [saddle, well], selectedKey: null }

test('every layer says in one line what it is', () => {
  for (const { title, meaning } of [phaseLayers, groundWords, tintWords].flatMap((table) => Object.values(table))) {
    expect(title).toMatch(/^[A-Z]/)
    expect(meaning).toMatch(/^[A-Z].*\.$/)
    expect(meaning.length).toBeLessThanOrEqual(70)
  }
})

test('a layer that has something to show has no hint', () => {
  expect(emptyLayerSentence('separatrices', facts)).toBe(null)
  expect(emptyLayerSentence('cloud', facts)).toBe(null)
  expect(emptyLayerSentence('directions', { ...facts, selectedKey: 'origin' })).toBe(null)
  expect(emptyLayerSentence('flow', { ...facts, equilibria: [] })).toBe(null)
})

test('a layer that has nothing to show says why', () => {
  expect(emptyLayerSentence('separatrices', { ...facts, equilibria: [well] })).toContain('no saddle')
  expect(emptyLayerSentence('separatrices', { ...facts, equilibria: [] }), 'before the first landscape').toBe(null)
  expect(emptyLayerSentence('cloud', { ...facts, noise: 0 })).toContain('Raise σ')
  expect(emptyLayerSentence('directions', facts)).toContain('Choose an equilibrium')
  expect(emptyLayerSentence('directions', { ...facts, selectedKey: 'memory-1+' })).toContain('Choose')
})

test('a density without noise is a point mass', () => {
  expect(asksForPointMass({ ground: 'density', tint: 'height' }, 0)).toBe(true)
  expect(asksForPointMass({ ground: 'energy', tint: 'density' }, 0)).toBe(true)
  expect(asksForPointMass({ ground: 'energy', tint: 'basins' }, 0)).toBe(false)
  expect(asksForPointMass({ ground: 'density', tint: 'density' }, 0.1)).toBe(false)
})
