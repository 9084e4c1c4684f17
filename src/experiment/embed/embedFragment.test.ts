import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { embedFragment, embedWords, parseEmbedFragment, parseEmbedWords } from './embedFragment.ts'
import { defaultEmbedOptions, embedControls, embedKeys, embedThemes, type EmbedOptions } from './embedOptions.ts'
import { embedLayers } from './layers.ts'

/** Lists come back in the order of their table. */
const ordered = <T>(table: readonly T[]) => fc.subarray([...table], { minLength: 0 })
const words = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]+/gu, ' ').trim())
const origins = fc.constantFrom('https://example.org', 'http://localhost:8080', 'https://a.b-c.example', 'null')

const anyOptions: fc.Arbitrary<EmbedOptions> = fc.record({
  x: fc.option(fc.stringMatching(/^[\w-]{1,80}$/)),
  preset: fc.option(fc.stringMatching(/^[a-z\d]{1,12}$/)),
  controls: ordered(embedControls),
  locked: ordered(embedControls),
  theme: fc.constantFrom(...embedThemes),
  layers: fc.option(ordered(embedLayers)),
  picture: fc.option(fc.constantFrom('surface' as const, 'map' as const)),
  autoplay: fc.boolean(),
  caption: words,
  alt: words,
  aspect: fc.option(fc.constantFrom<readonly [number, number]>([16, 9], [4, 3], [1, 1], [2.35, 1])),
  allow: fc.option(fc.uniqueArray(origins)),
  open: fc.boolean(),
})

describe('the options of an embed', () => {
  test('come back from the fragment as they were', () => {
    fc.assert(
      fc.property(anyOptions, (options) => {
        expect(parseEmbedFragment(embedFragment(options))).toEqual({ options, problems: [] })
        expect(parseEmbedFragment(`#${embedFragment(options)}`).options).toEqual(options)
        expect(parseEmbedWords(embedWords(options)).options).toEqual(options)
      }),
      { numRuns: 2000 },
    )
  }, 30_000)

  test('come from any text, whatever it is, and are the same when written and read again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.tuple(fc.constantFrom(...embedKeys), fc.string({ unit: 'binary', maxLength: 40 })), { maxLength: 14 })
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    )
    fc.assert(
      fc.property(text, (fragment) => {
        const { options } = parseEmbedFragment(fragment)
        expect(Object.keys(options)).toEqual(Object.keys(defaultEmbedOptions))
        if (options.x === null || /^[\w-]*$/.test(options.x)) {
          expect(parseEmbedFragment(embedFragment(options)).options).toEqual(options)
        }
      }),
      { numRuns: 3000 },
    )
  }, 30_000)

  test('take no room where they are the usual ones', () => {
    expect(embedFragment({})).toBe('')
    expect(parseEmbedFragment('')).toEqual({ options: defaultEmbedOptions, problems: [] })
  })

  test('are written as people write them', () => {
    const fragment = embedFragment({ x: 'A39OLZE', controls: ['play', 'alpha'], caption: 'Two wells', aspect: [16, 9] })
    expect(fragment).toBe('x=A39OLZE&controls=play+alpha&caption=Two+wells&aspect=16:9')
  })

  test('take spaces, commas and plus signs between words, in any order', () => {
    for (const list of ['alpha+play', 'alpha%20play', 'alpha,play', 'play alpha play']) {
      expect(parseEmbedFragment(`controls=${list}`).options.controls).toEqual(['play', 'alpha'])
    }
    expect(parseEmbedFragment('controls=none').options.controls).toEqual([])
  })

  test('are read from the address of the lab as well', () => {
    expect(parseEmbedFragment('#/landscape?x=A39OLZE')).toMatchObject({ options: { x: 'A39OLZE' }, problems: [] })
    const recall = parseEmbedFragment('#/recall?x=A39OLZE')
    expect(recall.options.x).toBe('A39OLZE')
    expect(recall.problems).toEqual([
      'The Recall view cannot be embedded: this is the Landscape view of the same document.',
    ])
  })

  test('leave out what makes no sense, and say so', () => {
    const { options, problems } = parseEmbedFragment(
      'theme=pink&controls=play+fly&aspect=1:0&allow=javascript:alert(1)&colour=red&picture=x&x=%&open=perhaps',
    )
    expect(options).toEqual({ ...defaultEmbedOptions, controls: ['play'], allow: [] })
    expect(problems).toHaveLength(8)
    expect(problems).toContain('theme: “pink” is none of auto, light, dark, transparent.')
    expect(problems).toContain('An embed has no setting “colour”.')
    expect(problems.join(' ')).toContain('is no origin such as https://example.org.')
  })

  test('pass over the height of a frame, which older snippets have', () => {
    expect(parseEmbedFragment('height=420')).toEqual({ options: defaultEmbedOptions, problems: [] })
  })

  test('cut what is too long', () => {
    const { options, problems } = parseEmbedFragment(`caption=${'a'.repeat(400)}`)
    expect(options.caption).toHaveLength(300)
    expect(problems).toEqual(['caption: it has 400 characters; only the first 300 are shown.'])
    expect(parseEmbedFragment('a'.repeat(300_000)).options).toEqual({ ...defaultEmbedOptions, allow: [] })
  })

  test.each(['allow=', 'allow=none', 'allow=example.org', 'allow=*', 'allow=%', 'allow=%&allow=https://example.org'])(
    'allow nobody where a list was given that names no origin: %s',
    (fragment) => {
      expect(parseEmbedFragment(fragment).options.allow).toEqual([])
    },
  )

  test('have origins as browsers write them', () => {
    const { allow } = parseEmbedFragment('allow=HTTPS://Example.org:443/ http://localhost:4173 null').options
    expect(allow).toEqual(['https://example.org', 'http://localhost:4173', 'null'])
  })
})
