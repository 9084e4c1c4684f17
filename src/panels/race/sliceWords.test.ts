import { describe, expect, it } from 'vitest'
import type { SliceEquilibrium } from '../../model/sliceEquilibria.ts'
import {
  auxiliarySentence,
  criticalPointName,
  distanceSentence,
  kindOnSlice,
  wholeNetworkSentence,
  wholeNetworkWord,
} from './sliceWords.ts'

const names = ['Anna', 'Ben'] as const
const point: SliceEquilibrium = {
  key: 'memory-0-plus',
  name: { kind: 'memory', mu: 0, sign: 1 },
  state: [1, 1],
  energy: -2,
  eigenvalues: [-1, -0.5],
  stability: 'stable',
  isMarginal: false,
  isEquilibrium: true,
  residual: 0,
  largestEigenvalue: -0.5,
}

describe('distanceSentence', () => {
  it('never hides how far the state is', () => {
    expect(distanceSentence(0.31, 'idp')).toBe(
      'The state is 0.31 from this plane (per neuron): the ball is its shadow.',
    )
    expect(distanceSentence(0.001, 'idp')).toBe('The state lies in this plane.')
    expect(distanceSentence(0.9, 'idp')).toContain('does not roll')
    expect(distanceSentence(null, 'classic-held')).toContain('not in the race')
  })
})

describe('auxiliarySentence', () => {
  it('says that the second direction is no memory, and why', () => {
    expect(auxiliarySentence({ memories: [1, 2], hasAuxiliaryDirection: false }, names)).toBeNull()
    expect(auxiliarySentence({ memories: [1, 1], hasAuxiliaryDirection: true }, ['Cat', 'Cat'])).toBe(
      'Only the cat is on: the second direction is no memory, but the cat with every other pixel turned.',
    )
    expect(auxiliarySentence({ memories: [1, 2], hasAuxiliaryDirection: true }, ['Cat', 'Twin'])).toBe(
      'The cat and Twin are one picture, or its negative: the second direction is no memory, but the cat with every other pixel turned.',
    )
  })
})

describe('critical points', () => {
  it('are named after the memories of the slice', () => {
    expect(criticalPointName(point.name, names)).toBe('Anna')
    expect(criticalPointName({ kind: 'memory', mu: 1, sign: -1 }, names)).toBe('Ben, inverted')
    expect(kindOnSlice(point)).toBe('valley')
    expect(kindOnSlice({ ...point, isMarginal: true })).toBe('flat')
  })

  it('say what they are to the whole network', () => {
    expect(wholeNetworkWord(point)).toBe('stable')
    expect(wholeNetworkSentence(point, names)).toBe(
      'Anna is an equilibrium of the whole network, stable in every direction (largest eigenvalue −0.50).',
    )
    expect(wholeNetworkWord({ ...point, largestEigenvalue: 0.2 })).toBe('unstable')
    const drawnOut = { ...point, isEquilibrium: false, residual: 0.123 }
    expect(wholeNetworkWord(drawnOut)).toBe('drawn out 0.12')
    expect(wholeNetworkSentence(drawnOut, names)).toBe(
      'Anna is a valley on this slice. The whole network does not rest there: it is drawn out of the plane by 0.12 per neuron.',
    )
    expect(wholeNetworkWord({ ...drawnOut, residual: 0.001 })).toBe('drawn out < 0.01')
  })
})
