import { expect, test } from 'vitest'
import { hiddenStyle, hideStyles, showStyles } from './svgStyles.ts'

test('no attribute and no element is called style, and all of them get their names back', () => {
  for (const source of [
    '<svg style="fill:red"><style>g{}</style><style/><svg:style type="text/css">a</svg:style\n></svg>',
    "<rect\n\tstyle = 'fill: url(#a)'/><g style='stroke:blue' id=\"style\">a style = 1</g>",
    '<!ENTITY thick "<path style=\'stroke-width:4\'/>">',
  ]) {
    const hidden = hideStyles(source)
    expect(hidden).not.toMatch(/\sstyle\s*=|<\/?(?:\w+:)?style\b/)
    expect(hidden).toContain(hiddenStyle)
    expect(showStyles(hidden)).toBe(source)
  }
})

test('names that only contain the word stay', () => {
  const source = '<font-style my-style="a" style-of="b" sodipodi:style="c"><styles/></font-style>'
  expect(hideStyles(source)).toBe(source)
})

test('a text made to take long takes no longer than its length', () => {
  for (const piece of ['<', '<a.', ' style', ' style\t', 'style ', '<a:style', '</']) {
    const begin = performance.now()
    hideStyles(piece.repeat(1_000_000))
    hideStyles(`<${'a'.repeat(1_000_000)}`)
    hideStyles(` style${' '.repeat(1_000_000)}`)
    expect(performance.now() - begin).toBeLessThan(3000)
  }
})
