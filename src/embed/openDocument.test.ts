import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import { encodeLink } from '../experiment/link/link.ts'
import { sealLink } from '../experiment/link/linkText.ts'
import { presets } from '../experiment/presets/presets.ts'
import { openDocument } from './openDocument.ts'

const nothing = { x: null, preset: null, layers: null, picture: null }

describe('the document of an embed', () => {
  test('is the one of the link', () => {
    for (const { experiment } of presets) {
      const { document, sentence } = openDocument({ ...nothing, x: encodeLink(experiment) })
      expect(document).toEqual(experiment)
      expect(sentence).toBeNull()
    }
  })

  test('is the preset, with its title', () => {
    const { document, title } = openDocument({ ...nothing, preset: 'fig2c' })
    expect(document.input.saliency).toEqual([1.1, 2])
    expect(title).toBe('One stable memory')
  })

  test('is the first screen without either', () => {
    expect(openDocument(nothing).document).toEqual(defaultExperiment)
  })

  test('wears the layers and the picture that are asked for', () => {
    const { document } = openDocument({ ...nothing, layers: ['labels', 'flow'], picture: 'map' })
    expect(document.view.picture).toBe('map')
    expect(document.view.layers).toEqual({ contours: false, trails: false, labels: true, equilibria: false })
    expect(document.view.phase).toEqual({ ...defaultExperiment.view.phase, flow: true, separatrices: false })
  })

  test('is the first screen with a sentence where the link or the preset is none', () => {
    const broken = openDocument({ ...nothing, x: 'A38OLZE' })
    expect(broken.document).toEqual(defaultExperiment)
    expect(broken.sentence).toMatch(/^This link is damaged: .* This is the first screen/)
    expect(openDocument({ ...nothing, preset: 'fig99' }).sentence).toMatch(/^There is no preset called “fig99”\./)
  })

  test('says so where the link is of a newer form, which nobody here can read', () => {
    const x = sealLink({ form: 99, content: new Uint8Array(20) })
    const { document, sentence } = openDocument({ ...nothing, x })
    expect(document).toEqual(defaultExperiment)
    expect(sentence).toMatch(/^This link is from a newer Memoryscape: .* form 99,.* This is the first screen/)
  })

  test('is always something, whatever the link', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.base64String(), fc.stringMatching(/^[AB][\w-]{4,60}$/)),
        (x) => {
          const { document, sentence } = openDocument({ ...nothing, x })
          expect(document.input.saliency).toHaveLength(2)
          if (document.input.saliency[0] === 1.5 && sentence !== null) expect(sentence.length).toBeGreaterThan(10)
        },
      ),
      { numRuns: 400 },
    )
  })
})
