import { describe, expect, it } from 'vitest'
import { findEquilibria, makeLandscape, nameEquilibria, sampleLandscapeInto } from '../model/index.ts'
import { createFrameCell } from '../store/frameCell.ts'
import type { PictureAnalysis } from '../store/pictureLab.ts'
import { chosenText, cursorHtml, cursorText, equilibriumInWords, markerText, timeConstantText } from './cursorWords.ts'

const system = { saliency: [1.5, 2], gain: 1, current: [0, 0] } as const
const landscape = sampleLandscapeInto(makeLandscape(65, 65), system, 2.8)
const equilibria = nameEquilibria(findEquilibria(system), system)
const cell = { ...createFrameCell(), landscape, system, equilibria }
const names = { memoryNames: null, phase: null }
const density: PictureAnalysis = {
  settings: {
    flow: false,
    descent: false,
    nullclines: false,
    separatrices: false,
    directions: false,
    cloud: false,
    ground: 'density',
    tint: 'height',
    diagram: {
      along: 'path',
      path: [
        [0, 0],
        [1, 1],
      ],
      show: 'energy',
    },
  },
  selectedKey: null,
  quantity: 'density',
}

describe('words at the cursor', () => {
  it('say what would be recalled, and how long it takes', () => {
    const text = cursorText([1.5, -1.4], cell, names)
    expect(text).toMatch(/^x = \(1\.500, −1\.400\), E = −0\.\d+, recalls memory 2 after [\d.]+ units of time\.$/)
    expect(cursorText([-1.2, -1.1], cell, names)).toMatch(/recalls the twin of memory 1 after/)
    expect(cursorText([1.9149, -1.9149], cell, names)).toMatch(/recalls memory 2, within 0\.05 of it already\.$/)
    expect(cursorText([0, 0], cell, names)).toMatch(/on a separatrix/)
  })

  it('say nothing of recall on a slice', () => {
    const slice = { ...cell, system: null }
    expect(cursorText([1, 1], slice, { memoryNames: ['Cat', 'Dog'], phase: null })).toMatch(
      /^y = \(.*\), E = [−\d.]+\.$/,
    )
  })

  it('call a density p, and never zero where it is not', () => {
    expect(cursorHtml([1, 1], landscape, names)).toContain('<i>E</i> = ')
    const low = makeLandscape(2, 2, new Float32Array(4).fill(1e-7))
    expect(cursorHtml([0, 0], low, { memoryNames: null, phase: density })).toContain('<i>p</i> &lt; 0.0001')
  })

  it('name equilibria and their time constants', () => {
    expect(equilibriumInWords('memory-1-')).toBe('the twin of memory 1')
    expect(equilibriumInWords('mixed-c')).toBe('a mixed state')
    const memory = equilibria.find(({ key }) => key === 'memory-2+')
    if (!memory) throw new Error('There is no memory 2.')
    expect(markerText(memory)).toBe('At memory 2, stable: Enter chooses it. ')
    expect(chosenText(memory)).toMatch(/eigenvalues −0\.87\d+ \(time constant 1\.1\d+\) and −0\.83\d+/)
    expect(timeConstantText(-0.5)).toBe('2.000')
    expect(timeConstantText(1e-9)).toBe('more than 10,000')
  })
})
