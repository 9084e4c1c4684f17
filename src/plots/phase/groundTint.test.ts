import { describe, expect, it } from 'vitest'
import type { Basins } from '../../model/phase/basins.ts'
import type { Density } from '../../model/phase/density.ts'
import type { PictureState } from '../../store/pictureLab.ts'
import { densityColour } from '../../ui/densityColours.ts'
import type { Tokens } from '../../ui/readTokens.ts'
import { groundColour, groundIsDark, groundTint } from './groundTint.ts'
import { basinBytes } from './tintRaster.ts'

const tokens = { isDark: false, paper: '#f4eee1', memory1: '#1767a6', memory2: '#b24a06', inkSoft: '#565a5c' } as Tokens
const basins: Basins = {
  labels: Uint8Array.from([1, 0, 0, 1]),
  columns: 2,
  extent: 1,
  attractors: ['memory-1+'],
  fractions: [0.5],
}
const density: Density = {
  values: Float32Array.from([0.25, 0.25, 0.25, 0.25]),
  columns: 2,
  extent: 1,
  masses: [0.5, 0.5],
  quarters: [0.25, 0.25, 0.25, 0.25],
  peak: 0.25,
}
const phaseOf = (tint: string, quantity: string) => ({ settings: { tint }, quantity }) as PictureState['phase']

describe('the tint', () => {
  it('is what was asked for once it has come', () => {
    expect(groundTint(null, null)).toBe('energy')
    expect(groundTint(phaseOf('basins', 'energy'), { basins: null, density: null })).toBe('energy')
    expect(groundTint(phaseOf('basins', 'density'), { basins, density })).toBe('basins')
    expect(groundTint(phaseOf('density', 'energy'), { basins, density })).toBe('density')
    expect(groundTint(phaseOf('density', 'density'), { basins, density })).toBe('probability')
    expect(groundTint(phaseOf('height', 'density'), { basins, density: null })).toBe('probability')
  })
})

describe('the ground under a line', () => {
  const view = { extent: 1, floor: -1, ceiling: 1 }
  const analysis = { basins, density }
  it('is dark in the wells of the energy and on the peaks of the density', () => {
    const byEnergy = groundIsDark({ tint: 'energy', view, analysis, tokens })
    expect([byEnergy(-1, 0, 0), byEnergy(1, 0, 0)]).toEqual([true, false])
    const byProbability = groundIsDark({ tint: 'probability', view, analysis, tokens })
    expect([byProbability(-1, 0, 0), byProbability(1, 0, 0)]).toEqual([false, true])
    expect(groundIsDark({ tint: 'density', view, analysis, tokens })(0, 0, 0)).toBe(true)
  })
  it('is light on the peaks of the density in the dark theme, in the colours of that theme', () => {
    const inTheDark = { view, analysis, tokens: { ...tokens, isDark: true } }
    const byProbability = groundIsDark({ tint: 'probability', ...inTheDark })
    expect([byProbability(-1, 0, 0), byProbability(1, 0, 0)]).toEqual([true, false])
    expect(groundIsDark({ tint: 'density', ...inTheDark })(0, 0, 0)).toBe(false)
    expect(groundColour({ tint: 'density', ...inTheDark })(0, 0, 0)).toBe(densityColour(1, true))
  })
  it('has the colour of the basin, and is as dark as the theme', () => {
    const colour = groundColour({ tint: 'basins', view, analysis, tokens })
    expect(colour(0, -0.5, -0.5)).toBe(`rgb(${basinBytes('memory-1+', tokens).join(' ')})`)
    expect(colour(0, 0.5, -0.5)).toBe(tokens.paper)
    const byTheme = [false, true].map((isDark) =>
      groundIsDark({ tint: 'basins', view, analysis, tokens: { ...tokens, isDark } })(0, 0, 0),
    )
    expect(byTheme).toEqual([false, true])
  })
})
