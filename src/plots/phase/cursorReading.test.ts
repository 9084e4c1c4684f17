import { describe, expect, it } from 'vitest'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria } from '../../model/equilibriumNames.ts'
import { makeLandscape, sampleLandscapeInto } from '../../model/landscape.ts'
import type { PictureState } from '../../store/pictureLab.ts'
import { cursorReading } from './cursorReading.ts'

const system = { saliency: [1.5, 2], gain: 1, current: [0, 0] } as const
const cell = {
  cursor: [2, 1.5] as const,
  landscape: sampleLandscapeInto(makeLandscape(33, 33), system, 3),
  system,
  equilibria: nameEquilibria(findEquilibria(system), system),
}
const phase = { settings: { tint: 'density' }, quantity: 'energy' } as PictureState['phase']
const density = {
  values: new Float32Array(16).fill(1 / 36),
  columns: 4,
  extent: 3,
  masses: [0.5, 0.5],
  quarters: [0.25, 0.25, 0.25, 0.25],
  peak: 1 / 36,
} as const

const textOf = (reading: ReturnType<typeof cursorReading>) =>
  reading?.lines.map((runs) => runs.map(({ text }) => text).join(''))

describe('the reading under the cross-hair', () => {
  it('has place, energy, gradient, flow, and what is recalled', () => {
    const state = { memoryNames: null, phase: { ...phase, settings: { tint: 'height' } } as PictureState['phase'] }
    const reading = cursorReading({ cell, state, density })
    const text = textOf(reading)
    expect(text?.[0]).toBe('x = (2.000, 1.500)')
    expect(text?.[1]).toMatch(/^E = −0\.\d{3}$/)
    expect(text?.[2]).toMatch(/^∇E = \(/)
    expect(text?.[3]).toMatch(/^f = \(−0/)
    expect(text?.[4]).toMatch(/^recalls ξ1 after t = \d/)
    expect(reading?.words).toMatch(/^x = .*energy.*gradient.*flow.*recalls memory 1 after \d.* units of time\.$/)
  })
  it('adds the density where that is shown', () => {
    const reading = cursorReading({ cell, state: { memoryNames: null, phase }, density })
    expect(textOf(reading)?.[1]).toMatch(/p = 0\.0278$/)
    expect(reading?.words).toContain('density 0.0278')
  })
  it('says where nothing decides, and what is right here', () => {
    const state = { memoryNames: null, phase }
    const last = (cursor: readonly [number, number]) =>
      textOf(cursorReading({ cell: { ...cell, cursor }, state, density }))?.at(-1)
    expect(last([0, 0])).toBe('on a separatrix')
    const [x1, x2] = cell.equilibria.find(({ key }) => key === 'memory-2-')!.state
    expect(last([x1, x2])).toBe('at −ξ2')
  })
  it('of a slice is place and energy', () => {
    const state = { memoryNames: ['Cat', 'Owl'], phase: null } as const
    const reading = cursorReading({ cell: { ...cell, system: null }, state, density: null })
    expect(textOf(reading)).toHaveLength(1)
    expect(textOf(reading)?.[0]).toMatch(/^y = \(2\.000, 1\.500\)\u2003E = −0\.\d{4}$/)
  })
  it('is none without a cross-hair', () => {
    const state = { memoryNames: null, phase }
    expect(cursorReading({ cell: { ...cell, cursor: null }, state, density })).toBeNull()
  })
})
