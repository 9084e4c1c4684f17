import { describe, expect, test } from 'vitest'
import { parseEmbedFragment } from '../experiment/embed/embedFragment.ts'
import { frameAddress } from './frameAddress.ts'

const base = 'https://lab.example/memoryscape/memory-scape.js'
const address = (attributes: Record<string, string>, from: string | undefined = base) =>
  frameAddress((name) => attributes[name] ?? null, from, 'light')
const options = (attributes: Record<string, string>) => {
  const url = address(attributes)
  if (typeof url === 'string') throw new Error(url)
  const { options: read, problems } = parseEmbedFragment(url.hash)
  expect(problems).toEqual([])
  return read
}

describe('frameAddress', () => {
  test.each([
    [{}, 'https://lab.example/memoryscape/embed.html'],
    [{ src: '#x=Abc' }, 'https://lab.example/memoryscape/embed.html'],
    [{ src: 'embed.html#x=Abc' }, 'https://lab.example/memoryscape/embed.html'],
    [{ src: 'https://other.example/lab/embed.html' }, 'https://other.example/lab/embed.html'],
    [{ src: 'https://other.example/lab/#/landscape?x=Abc' }, 'https://other.example/lab/embed.html'],
    [{ src: 'https://other.example/index.html?utm=1#/landscape?x=Abc' }, 'https://other.example/embed.html'],
  ])('%o is the embed page %s', (attributes, page) => {
    const url = address(attributes)
    expect(String(url).replace(/#.*/s, '')).toBe(page)
    if ('src' in attributes && attributes.src.includes('x=')) expect(String(url)).toContain('#x=Abc')
  })

  test('hands every attribute on, and what stands in the address where there is none', () => {
    const read = options({
      src: 'https://lab.example/#/landscape?x=Abc_-1&controls=gain&theme=dark&caption=old',
      controls: 'alpha play',
      locked: 'alpha',
      layers: 'flow labels',
      picture: 'map',
      autoplay: '',
      caption: 'Two memories & more? 100 %',
      alt: 'A “valley”',
      height: '500',
      allow: 'https://host.example',
      open: '0',
    })
    expect(read).toMatchObject({
      x: 'Abc_-1',
      controls: ['play', 'alpha'],
      locked: ['alpha'],
      layers: ['labels', 'flow'],
      picture: 'map',
      autoplay: true,
      caption: 'Two memories & more? 100 %',
      alt: 'A “valley”',
      allow: ['https://host.example'],
      open: false,
      theme: 'dark',
    })
  })

  test('a preset takes the place of the document in src', () => {
    expect(options({ src: '#x=Abc', preset: 'fig2a' })).toMatchObject({ x: null, preset: 'fig2a' })
  })

  test('an address of the Recall view is the landscape of its document, which says so', () => {
    const url = address({ src: 'https://other.example/lab/#/recall?x=Abc' }) as URL
    const { options: read, problems } = parseEmbedFragment(url.hash)
    expect(read.x).toBe('Abc')
    expect(problems).toEqual([expect.stringContaining('Recall view')])
  })

  test('the theme of the page around stands for auto', () => {
    expect(options({})).toMatchObject({ theme: 'light' })
    expect(options({ theme: 'auto', src: '#theme=dark' })).toMatchObject({ theme: 'light' })
    expect(options({ theme: 'transparent' })).toMatchObject({ theme: 'transparent' })
  })

  test('where the embed is to say how high it is, it gets a shape and no height', () => {
    expect(options({ height: 'auto' })).toMatchObject({ aspect: [8, 5] })
    expect(options({ aspect: '16:9' })).toMatchObject({ aspect: [16, 9] })
    expect(options({ height: '100%', aspect: '16:9' })).toMatchObject({ aspect: null })
  })

  test.each([
    [{ src: 'javascript:alert(1)' }, base],
    [{ src: 'data:text/html,<script>alert(1)</script>' }, base],
    [{ src: 'embed.html' }, 'about:blank'],
    [{ src: 'http://' }, base],
    [{}, 'about:blank'],
  ])('%o is refused with a sentence', (attributes, from) => {
    expect(address(attributes, from)).toMatch(/src.*\S$/)
    expect(typeof address(attributes, from)).toBe('string')
  })
})
