import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../../experiment/defaultExperiment.ts'
import { parseEmbedFragment, parseEmbedWords } from '../../../experiment/embed/embedFragment.ts'
import { usualEmbedHeight } from '../../../experiment/embed/embedOptions.ts'
import { presets } from '../../../experiment/presets/presets.ts'
import { altText } from './altText.ts'
import { elementSnippet, frameSnippet } from './embedSnippet.ts'
import { sizeOf } from './embedShape.ts'
import { escapeAttribute } from './escapeHtml.ts'
import { addressProblem, labAddress } from './labAddress.ts'

const lab = 'https://example.org/memoryscape/'
const usual = sizeOf('height', usualEmbedHeight)
const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string().map((text) => `${text}\ud800`),
  fc.constantFrom('"><script>alert(1)</script>', "' onload='alert(1)", '&quot;', '-->', '\u2028"\n\r\0', '</iframe>'),
)

/** Reads a snippet as strictly as it is meant: tags of names and quoted values, with nothing else in between. */
function readTags(html: string): { name: string; attributes: Map<string, string> }[] {
  const whole = /^(?:<([a-z-]+)((?: [a-z]+="[^"<>]*")*)><\/\1>\n?)+$/
  expect(html).toMatch(whole)
  return [...html.matchAll(/<([a-z-]+)((?: [a-z]+="[^"<>]*")*)><\/\1>/g)].map(([, name, rest]) => ({
    name,
    attributes: new Map([...rest.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value)])),
  }))
}

const unescape = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

/** What is left of a text in an attribute: no control characters. */
const plain = (text: string) => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')

describe('snippets', () => {
  test('an iframe', () => {
    const size = sizeOf('height', 300)
    expect(frameSnippet(lab, { x: 'A3', alt: 'Two wells', theme: 'dark' }, size)).toBe(
      '<iframe src="https://example.org/memoryscape/embed.html#x=A3&amp;theme=dark&amp;alt=Two+wells" ' +
        'title="Two wells" style="width: 100%; height: 300px; border: 0" loading="lazy"></iframe>',
    )
    // The frame alone has the shape: what the address gives one would not fit into it with its bar.
    expect(frameSnippet('https://example.org', { x: 'A3' }, sizeOf('16:9', 300))).toBe(
      '<iframe src="https://example.org/embed.html#x=A3" title="Memoryscape: an energy landscape" ' +
        'style="width: 100%; aspect-ratio: 16 / 9; border: 0" loading="lazy"></iframe>',
    )
    expect(elementSnippet(lab, { x: 'A3' }, sizeOf('16:9', 300))).toContain(' aspect="16:9"></memory-scape>')
  })

  test('one script and an element, whose attributes are the options', () => {
    const [script, element] = readTags(
      elementSnippet(
        lab,
        {
          x: 'A3',
          controls: ['alpha', 'play'],
          locked: ['alpha'],
          caption: 'Wells',
          autoplay: true,
        },
        usual,
      ),
    )
    expect(script).toEqual({ name: 'script', attributes: new Map([['src', `${lab}memory-scape.js`]]) })
    expect(element.name).toBe('memory-scape')
    expect(Object.fromEntries(element.attributes)).toEqual({
      src: `${lab}embed.html#x=A3`,
      controls: 'alpha play',
      locked: 'alpha',
      autoplay: '1',
      caption: 'Wells',
      height: '420',
    })
  })

  test('no caption and no description breaks out of its attribute, and both come back', () => {
    fc.assert(
      fc.property(hostile, hostile, (caption, alt) => {
        const [frame] = readTags(frameSnippet(lab, { x: 'A3', caption, alt }, usual))
        const [, hash] = frame.attributes.get('src')?.split('#') ?? []
        const { options } = parseEmbedFragment(hash)
        // Unpaired surrogates are no characters, and encodeURIComponent refuses them.
        const expected = parseEmbedWords([
          ['caption', caption],
          ['alt', alt],
        ]).options
        expect([options.caption, options.alt]).toEqual([expected.caption, expected.alt])
        const [, element] = readTags(elementSnippet(lab, { x: 'A3', caption, alt }, usual))
        expect(element.attributes.get('caption') ?? '').toBe(plain(caption))
        expect(element.attributes.get('alt') ?? '').toBe(plain(alt))
      }),
      { numRuns: 1000, seed: 1982 },
    )
  })

  test('an address that is typed cannot break out either', () => {
    fc.assert(
      fc.property(hostile, (address) => void readTags(elementSnippet(address, { x: 'A3' }, usual))),
      { numRuns: 300 },
    )
  })
})

test('text in an attribute', () => {
  expect(escapeAttribute('a & b < "c" > \'d\'\n')).toBe('a &amp; b &lt; &quot;c&quot; &gt; &#39;d&#39; ')
})

test('where the lab is', () => {
  expect(labAddress('https://example.org/lab/index.html#/landscape')).toBe('https://example.org/lab/')
  expect(labAddress('http://localhost:8080/')).toBe('http://localhost:8080/')
  expect(labAddress('file:///home/me/memoryscape.html')).toBeNull()
  expect(addressProblem('https://example.org/lab/')).toBeNull()
  expect(addressProblem('example.org')).toContain('https://')
  expect(addressProblem('https://')).not.toBeNull()
})

describe('the description', () => {
  test('of the first screen', () => {
    expect(altText(defaultExperiment)).toBe(
      'Energy landscape of two neurons with two memories. Both memories are stable, and memory 2 lies deeper: it is the more ' +
        'salient one. It has 4 stable points, 4 saddles and 1 source.',
    )
  })

  test.each(presets)('of $id has no advice and no typeset symbol without sense', ({ experiment }) => {
    expect(altText(experiment)).not.toMatch(/raise|undefined|NaN|\.\./)
    expect(altText(experiment).length).toBeLessThan(400)
  })
})
