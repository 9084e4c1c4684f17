import { describe, expect, it } from 'vitest'
import { createDrawing } from './drawing.ts'
import { invertInto } from './raster.ts'
import type { StrokeTool } from './stroke.ts'

const size = { columns: 4, rows: 2 }
const pen: StrokeTool = { kind: 'pen', value: 1, width: 1 }
const at = (column: number, row: number) => ({ x: column + 0.5, y: row + 0.5 })
const text = (pixels: Int8Array) => Array.from(pixels, (value) => '.?#'[value + 1]).join('')

/** A drawing of blank paper, with frames that come when the test says so. */
function setUp() {
  const told: [string, string][] = []
  let painted = ''
  let waiting: (() => void) | null = null
  const drawing = createDrawing({
    name: 'g',
    atNextFrame: (callback) => {
      waiting = callback
      return () => {
        waiting = null
      }
    },
  })
  drawing.connect({
    paint: (pixels) => {
      painted = text(pixels)
    },
    emit: (next, gesture) => told.push([text(next), gesture]),
  })
  drawing.load(new Int8Array(8).fill(-1), size)
  const frame = () => {
    const callback = waiting
    waiting = null
    callback?.()
  }
  return { drawing, told, frame, painted: () => painted }
}

describe('a stroke', () => {
  it('is painted at once, and told once a frame and at its end under one name', () => {
    const { drawing, told, frame, painted } = setUp()
    drawing.begin(pen, at(0, 0))
    expect(painted()).toBe('#.......')
    expect(told).toEqual([])
    drawing.extend(at(1, 0))
    frame()
    expect(told).toEqual([['##......', 'g 1']])
    drawing.extend(at(2, 0))
    drawing.extend(at(3, 0))
    drawing.end()
    expect(told).toEqual([
      ['##......', 'g 1'],
      ['####....', 'g 1'],
    ])
    frame()
    expect(told).toHaveLength(2)
    drawing.begin(pen, at(0, 1))
    drawing.end()
    expect(told[2]).toEqual(['#####...', 'g 2'])
  })

  it('that changes nothing is not told', () => {
    const { drawing, told, frame } = setUp()
    drawing.begin({ ...pen, value: -1 }, at(0, 0))
    frame()
    drawing.extend(at(3, 1))
    drawing.end()
    expect(told).toEqual([])
  })

  it('that is held and called off leaves nothing behind', () => {
    const { drawing, told, frame, painted } = setUp()
    drawing.begin(pen, at(0, 0), true)
    drawing.extend(at(3, 0))
    frame()
    expect(painted()).toBe('####....')
    drawing.cancel()
    expect(painted()).toBe('........')
    expect(told).toEqual([])
  })

  it('that is held is told once it is confirmed, or at its end', () => {
    const { drawing, told, frame } = setUp()
    drawing.begin(pen, at(0, 0), true)
    drawing.confirm()
    frame()
    expect(told).toEqual([['#.......', 'g 1']])
    drawing.end()
    drawing.begin(pen, at(1, 0), true)
    drawing.end()
    expect(told[1]).toEqual(['##......', 'g 2'])
  })

  it('called off after it was told is taken back under its name', () => {
    const { drawing, told, frame } = setUp()
    drawing.begin(pen, at(0, 0))
    frame()
    drawing.cancel()
    expect(told).toEqual([
      ['#.......', 'g 1'],
      ['........', 'g 1'],
    ])
    expect(drawing.isStroking()).toBe(false)
  })

  it('wins over what the owner hands in meanwhile, but not over another size', () => {
    const { drawing, painted } = setUp()
    drawing.begin(pen, at(0, 0))
    drawing.load(new Int8Array(8).fill(-1), size)
    expect(painted()).toBe('#.......')
    drawing.load(new Int8Array(4), { columns: 2, rows: 2 })
    expect(painted()).toBe('????')
    expect(drawing.isStroking()).toBe(false)
  })
})

describe('tools', () => {
  it('a line is drawn anew from its start, a shift from the picture before', () => {
    const { drawing, told, painted } = setUp()
    drawing.begin({ kind: 'line', value: 1, width: 1 }, at(0, 0))
    drawing.extend(at(3, 1))
    drawing.extend(at(1, 0))
    drawing.end()
    expect(painted()).toBe('##......')
    drawing.begin({ kind: 'shift' }, at(0, 0))
    drawing.extend(at(3, 0))
    drawing.extend(at(2, 1))
    drawing.end()
    expect(told.at(-1)).toEqual(['......##', 'g 2'])
  })

  it('a fill fills once', () => {
    const { drawing, told } = setUp()
    drawing.begin({ kind: 'fill', value: 0 }, at(2, 1))
    drawing.extend(at(0, 0))
    drawing.end()
    expect(told).toEqual([['????????', 'g 1']])
  })

  it('a change of the whole picture has a name of its own, or the one given', () => {
    const { drawing, told } = setUp()
    expect(drawing.edit(invertInto)).toBe('g 1')
    expect(drawing.edit(invertInto, 'g 1')).toBe('g 1')
    drawing.edit((out) => out.fill(-1))
    expect(told).toEqual([
      ['########', 'g 1'],
      ['........', 'g 1'],
    ])
  })
})
