import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../defaultExperiment.ts'
import { presets } from '../presets/presets.ts'
import { recallPresets } from '../recall/recallPresets.ts'
import { parseExperiment } from '../schema.ts'
import { experiments } from './experiments.laws.ts'
import form3 from './fixtures/form3.json'
import form4 from './fixtures/form4.json'
import version3 from './fixtures/version3.json'
import { encodeLink, parseLink } from './link.ts'
import { linkFragment, longestLink, openSeal, sealLink } from './linkText.ts'

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** What every sentence for a person is like. */
const sentence = /^[A-Z“].{20,400}[.!]$/s

function opened(link: string) {
  const parsed = parseLink(link)
  if (!parsed.ok) throw new Error(parsed.sentence)
  return parsed.experiment
}

/** It opens a valid document, or says why not. */
function expectAnswer(link: string) {
  const parsed = parseLink(link)
  if (parsed.ok) expect(parseExperiment(parsed.experiment)).toEqual({ ok: true, experiment: parsed.experiment })
  else expect(parsed.sentence).toMatch(sentence)
  return parsed.ok
}

describe('any document', () => {
  test('comes back from its link as it was: 5,000 documents', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const parsed = parseExperiment(experiment)
        expect(parsed).toEqual({ ok: true, experiment })
        expect(parseLink(encodeLink(experiment))).toEqual({ ok: true, experiment })
      }),
      { numRuns: 5000, seed: 1982 },
    )
  }, 240_000)

  test('has the same link every time', () => {
    fc.assert(
      fc.property(experiments, (experiment) => {
        const link = encodeLink(experiment)
        expect(encodeLink(opened(link))).toBe(link)
        expect(link).toMatch(/^[\w-]+$/)
      }),
      { numRuns: 200, seed: 2 },
    )
  })

  test.each(presets.map((preset) => [preset.id, preset.experiment] as const))('the preset %s', (_, experiment) => {
    expect(opened(encodeLink(experiment))).toEqual(experiment)
  })

  test.each(recallPresets.map((preset) => [preset.id, preset] as const))('the Recall preset %s', (_, preset) => {
    const experiment = { ...defaultExperiment, recall: preset.recall }
    expect(opened(encodeLink(experiment))).toEqual(experiment)
    expect(encodeLink(experiment).length).toBeLessThan(3500)
  })
})

describe('length', () => {
  test('five drawn 16 x 16 memories, a drawn input and every setting changed: under 600 characters', () => {
    const parsed = parseExperiment(version3.document)
    if (!parsed.ok) throw new Error(parsed.sentence)
    expect(parsed.experiment).toEqual(version3.document)
    const link = encodeLink(parsed.experiment)
    expect(linkFragment('#/landscape', link).length).toBeLessThan(600)
    expect(link.length).toBeLessThan(600)
  })

  test('the default document takes next to nothing', () => {
    expect(encodeLink(defaultExperiment).length).toBeLessThan(8)
  })

  test('one slider, one more', () => {
    const { input, model } = defaultExperiment
    const one = { ...defaultExperiment, model: { ...model, gain: 1.7 } }
    expect(encodeLink(one).length).toBeLessThan(14)
    const two = { ...one, input: { ...input, saliency: [0.85, 2.35] as const } }
    expect(encodeLink(two).length).toBeLessThan(20)
  })

  test('a drawing that was changed in a few places takes a few characters', () => {
    const { recall } = defaultExperiment
    const [cat, ...others] = recall.memories
    const bits = `${cat.bits.slice(0, 80)}A${cat.bits.slice(81)}`
    const link = encodeLink({ ...defaultExperiment, recall: { ...recall, memories: [{ ...cat, bits }, ...others] } })
    expect(link.length).toBeLessThan(60)
  })
})

describe('a link that was changed on the way', () => {
  test('opens something valid or says why: 10,000 mutations', () => {
    const mutations = fc.record({
      experiment: experiments,
      kind: fc.constantFrom('replace', 'insert', 'delete', 'cut', 'repeat', 'swap', 'junk'),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      letter: fc.oneof(fc.constantFrom(...digits.split('')), fc.string({ minLength: 1, maxLength: 3, unit: 'binary' })),
    })
    let refusals = 0
    fc.assert(
      fc.property(mutations, ({ experiment, kind, at, letter }) => {
        const link = encodeLink(experiment)
        const k = Math.floor(at * link.length)
        const [before, after] = [link.slice(0, k), link.slice(k + 1)]
        const mutated = {
          replace: before + letter + after,
          insert: before + letter + link.slice(k),
          delete: before + after,
          cut: before,
          repeat: link + link.slice(k),
          swap: before + after.slice(0, 1) + link.slice(k, k + 1) + after.slice(1),
          junk: letter.repeat(1 + k),
        }[kind]
        const isOpen = expectAnswer(mutated)
        if (!isOpen) refusals += 1
        // What opens all the same is what it was, but for a letter that makes no difference.
        if (isOpen && kind !== 'junk') expect(opened(mutated)).toEqual(experiment)
      }),
      { numRuns: 10_000, seed: 1982 },
    )
    expect(refusals).toBeGreaterThan(8000)
  }, 240_000)

  test('and given a checksum that fits, it does so too: 5,000 contents', () => {
    const contents = fc.tuple(
      fc.oneof(
        experiments.map((experiment) => openSeal(encodeLink(experiment))!.content),
        fc.uint8Array({ maxLength: 200 }),
      ),
      fc.nat(),
      fc.nat(255),
    )
    fc.assert(
      fc.property(contents, ([content, at, byte]) => {
        const changed = Uint8Array.from(content)
        if (changed.length > 0) changed[at % changed.length] = byte
        for (const form of [3, 4]) expectAnswer(sealLink({ form, content: changed }))
      }),
      { numRuns: 5000, seed: 3 },
    )
  }, 240_000)

  test.each([
    ['', /no document/],
    ['https://example.org/#/landscape', /no document/],
    ['#/landscape?x=', /no document/],
    ['abc', /damaged/],
    ['$$$', /damaged/],
    ['#/landscape?x=<img src=x onerror=alert(1)>', /damaged/],
    ['x'.repeat(longestLink + 1), /100,001 characters; the limit is 100,000/],
    ['x'.repeat(5_000_000), /5,000,000 characters; the limit is 100,000/],
    [sealLink({ form: 5, content: new Uint8Array(9) }), /newer Memoryscape.*form 5,.*up to form 4/],
    [sealLink({ form: 255, content: new Uint8Array(0) }), /newer Memoryscape.*form 255,/],
    [sealLink({ form: 0, content: new Uint8Array(9) }), /damaged/],
    [sealLink({ form: 2, content: new Uint8Array(9) }), /damaged/],
  ])('%.40s is refused', (link, expected) => {
    const parsed = parseLink(link)
    expect(parsed).toMatchObject({ ok: false })
    expect(parsed.ok ? '' : parsed.sentence).toMatch(expected)
    expect(parsed.ok ? '' : parsed.sentence).toMatch(sentence)
  })
})

describe('what mail and chats do to a link', () => {
  const link = encodeLink({ ...defaultExperiment, balls: [] })
  test.each([
    ['the address', `https://example.org/lab/${linkFragment('#/recall', link)}`],
    ['the address from a disk', `file:///home/me/index.html#/landscape?x=${link}`],
    ['the fragment', linkFragment('#/landscape', link)],
    ['more parameters', `#/landscape?a=1&x=${link}&b=2`],
    ['escaped characters', `https://example.org/lab/#/landscape%3Fx%3D${link}`],
    ['a line break', `${link.slice(0, 4)}\r\n  ${link.slice(4)}\n`],
    ['the end of a sentence', `(https://example.org/#/landscape?x=${link}).`],
  ])('%s', (_, text) => {
    expect(opened(text).balls).toEqual([])
  })
})

test('200,000 signs that may end a sentence are answered at once', () => {
  for (const text of [`#/landscape?x=${']'.repeat(199_980)}a`, `#/landscape?x=${' )'.repeat(99_980)}a`]) {
    expect(parseLink(text)).toMatchObject({ ok: false })
  }
  expect(opened(encodeLink(defaultExperiment) + ']'.repeat(90_000))).toEqual(defaultExperiment)
})

describe.each([
  { form: 3, stored: form3, everySetting: version3.link },
  { form: 4, stored: form4, everySetting: form4.everySetting },
])('stored links of form $form open for ever', ({ form, stored, everySetting }) => {
  const { recall } = stored.document

  test.each(stored.links)('the default pictures on the plane of $of', ({ link, slice }) => {
    expect(openSeal(link)?.form).toBe(form)
    expect(opened(link)).toEqual({
      ...stored.document,
      recall: { ...recall, slice: { ...recall.slice, memories: slice } },
    })
  })

  test('every setting changed', () => {
    expect(openSeal(everySetting)?.form).toBe(form)
    expect(opened(everySetting)).toEqual(version3.document)
  })
})

test('new links are of the newest form, and are those that are stored', () => {
  const { recall } = form4.document
  for (const { link, slice } of form4.links) {
    const document = { ...form4.document, recall: { ...recall, slice: { ...recall.slice, memories: slice } } }
    const parsed = parseExperiment(document)
    expect(parsed.ok && encodeLink(parsed.experiment)).toBe(link)
  }
})
