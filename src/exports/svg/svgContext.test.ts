import fc from 'fast-check'
import { expect, it } from 'vitest'
import { simplified } from './simplified.ts'
import { svgColour } from './svgColour.ts'
import { createSvgContext, type SvgContext } from './svgContext.ts'
import { svgFile } from './svgFile.ts'
import { svgText } from './svgNode.ts'
import { svgNumber } from './svgNumber.ts'
import { createSvgPath } from './svgPath.ts'

function drawn(draw: (context: SvgContext) => void): string {
  const context = createSvgContext()
  draw(context)
  const { content, defs } = context.drawing()
  return [...defs, ...content.children].map((child) => (typeof child === 'string' ? child : svgText(child))).join('\n')
}

it('writes shapes as what they are', () => {
  const svg = drawn((context) => {
    context.fillStyle = '#abc'
    context.fillRect(1, 2, 30, 4)
    context.beginPath()
    context.arc(5, 6, 7.1234, 0, 2 * Math.PI)
    context.fill()
    context.strokeStyle = 'rgb(31 38 45 / 0.16)'
    context.lineWidth = 1.5
    context.setLineDash([2, 3])
    context.stroke()
  })
  expect(svg).toBe(
    [
      '<rect x="1" y="2" width="30" height="4" fill="#aabbcc"/>',
      '<circle cx="5" cy="6" r="7.12" fill="#aabbcc"/>',
      '<circle cx="5" cy="6" r="7.12" fill="none" stroke="#1f262d" stroke-opacity="0.16" stroke-width="1.5" stroke-dasharray="2 3"/>',
    ].join('\n'),
  )
})

it('puts what is moved, turned and scaled where a canvas puts it', () => {
  const svg = drawn((context) => {
    context.save()
    context.translate(100, 50)
    context.rotate(Math.PI / 2)
    context.scale(2, 2)
    context.beginPath()
    context.moveTo(10, 0)
    context.lineTo(10, 5)
    context.stroke()
    context.restore()
    context.beginPath()
    context.moveTo(0, 0)
    context.lineTo(1, 0)
    context.stroke()
  })
  expect(svg).toContain('d="M100 70L90 70" fill="none" stroke="#000000" stroke-width="2"')
  expect(svg).toContain('d="M0 0L1 0" fill="none" stroke="#000000" stroke-width="1"')
})

it('makes arcs of arcs, reflected ones too', () => {
  const quarter = (context: SvgContext) => {
    context.beginPath()
    context.arc(0, 0, 10, 0, Math.PI / 2)
    context.stroke()
  }
  expect(drawn(quarter)).toContain('d="M10 0A10 10 0 0 1 0 10"')
  const reflected = drawn((context) => {
    context.scale(-1, 1)
    quarter(context)
  })
  expect(reflected).toContain('d="M-10 0A10 10 0 0 0 0 10"')
})

it('joins pieces that follow on each other and drops points on a line', () => {
  const svg = drawn((context) => {
    context.beginPath()
    for (let k = 0; k < 4; k += 1) {
      context.moveTo(k, k)
      context.lineTo(k + 1, k + 1)
    }
    context.stroke()
  })
  expect(svg).toContain('d="M0 0L4 4"')
})

it('clips to the end of what was saved, and names a clip once', () => {
  const clipped = (context: SvgContext) => {
    context.save()
    context.beginPath()
    context.rect(0, 0, 10, 10)
    context.clip()
    context.fillRect(2, 2, 20, 20)
    context.restore()
  }
  const svg = drawn((context) => {
    clipped(context)
    clipped(context)
    context.fillRect(0, 0, 1, 1)
  })
  expect(svg.match(/<clipPath/g)).toHaveLength(1)
  expect(svg.match(/clip-path="url\(#clip\)"/g)).toHaveLength(2)
  expect(svg.trimEnd().endsWith('<rect x="0" y="0" width="1" height="1" fill="#000000"/>')).toBe(true)
})

it('writes names with scripts as one text', () => {
  const svg = drawn((context) =>
    context.drawPieces(
      [
        { text: 'x', font: 'italic 10px KaTeX_Math, serif' },
        { text: '1', font: '7px KaTeX_Main, serif', rise: -2 },
        { text: ' < 3', font: '10px sans-serif' },
      ],
      { x: 4, y: 5, colour: '#123456', align: 'end', halo: '#ffffff' },
    ),
  )
  expect(svg).toMatch(
    /^<text x="4" y="5" text-anchor="end" paint-order="stroke" stroke="#ffffff"[^>]* xml:space="preserve">/,
  )
  expect(svg).toContain('<tspan dy="2" font-size="7"')
  expect(svg).toContain('<tspan dy="-2" font-size="10"> &lt; 3</tspan>')
  expect(svg.replaceAll(/<[^>]*>/g, '')).toBe('x1 &lt; 3')
})

it('reads paths of their own, in place', () => {
  const mark = createSvgPath('M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z')
  const svg = drawn((context) => {
    context.translate(10, 10)
    context.scale(3, 3)
    context.fill(mark)
  })
  expect(svg).toContain('d="M13 10A3 3 0 1 1 7 10A3 3 0 1 1 13 10Z"')
})

it('groups parts, and leaves empty ones out', () => {
  const svg = drawn((context) => {
    context.part('contours', () => context.fillRect(0, 0, 1, 1))
    context.part('balls', () => {})
    context.part('equilibrium +1', () => context.fillRect(0, 0, 1, 1), 'ξ¹ & more')
  })
  expect(svg).toContain('<g class="contours">')
  expect(svg).not.toContain('balls')
  expect(svg).toContain('<g id="equilibrium-1" class="equilibrium">\n<title>ξ¹ &amp; more</title>')
})

it('makes a file that says its size, its words and its document', () => {
  const context = createSvgContext()
  context.fillRect(0, 0, 1, 1)
  const file = svgFile(context.drawing(), {
    width: 400,
    height: 300,
    widthMm: 120,
    title: 'A < B',
    description: 'words',
    background: '#ffffff',
    documentText: '{"a":"<"}',
  })
  expect(file).toContain('width="120mm" height="90mm" viewBox="0 0 400 300"')
  expect(file).toContain('<title id="title">A &lt; B</title>')
  expect(file).toContain('{&quot;a&quot;:&quot;&lt;&quot;}')
  expect(file).not.toMatch(/<script|href="http|url\(http/)
})

it('reads colours in every spelling of ours', () => {
  expect(svgColour('#abc')).toEqual({ colour: '#aabbcc', opacity: 1 })
  expect(svgColour('rgb(1 2 3 / 50%)')).toEqual({ colour: '#010203', opacity: 0.5 })
  expect(svgColour('rgba(1, 2, 3, 0.5)')).toEqual({ colour: '#010203', opacity: 0.5 })
  expect(svgColour('#11223380').opacity).toBeCloseTo(0.5, 2)
})

it('writes numbers shortly and never wrongly', () => {
  expect([0, -0.001, 1.005, 12.3, -4, Number.NaN, Infinity].map(svgNumber)).toEqual([
    '0',
    '0',
    '1',
    '12.3',
    '-4',
    '0',
    '0',
  ])
  fc.assert(
    fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (value) => {
      expect(Math.abs(Number(svgNumber(value)) - value)).toBeLessThanOrEqual(0.005 + 1e-9)
    }),
  )
})

it('keeps every point of a simplified line within a thirtieth of a pixel', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 3, maxLength: 40 }), (heights) => {
      const chain = heights.flatMap((height, k) => [k, height / 100])
      const kept = simplified(chain)
      expect(kept.slice(0, 2)).toEqual(chain.slice(0, 2))
      expect(kept.slice(-2)).toEqual(chain.slice(-2))
      for (let k = 0; k < chain.length; k += 2) {
        const right = kept.findIndex((x, at) => at % 2 === 0 && x >= chain[k])
        const left = Math.max(0, right - 2)
        const run = kept[right] - kept[left] || 1
        const line = kept[left + 1] + ((chain[k] - kept[left]) / run) * (kept[right + 1] - kept[left + 1])
        expect(Math.abs(line - chain[k + 1])).toBeLessThanOrEqual(0.0301 * Math.hypot(1, 0.5))
      }
    }),
  )
})
