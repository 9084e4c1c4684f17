import { describe, expect, it } from 'vitest'
import { editorKeyOf, firstToolSettings, outlineWidth, strokeToolOf, toolButtons, toolsFor } from './editorTools.ts'
import { clearPixel, colourPixelsInto, makePixelColours } from './pixelColours.ts'

describe('pixel colours', () => {
  const colours = makePixelColours([1, 0.5, 0], [0, 0, 0.2])

  it('end at paper and ink, red in the lowest byte', () => {
    expect(colours[0]).toBe(0xff0080ff)
    expect(colours[255]).toBe(0xff330000)
  })

  it('leave unknown pixels clear in signs, and between the two in bytes', () => {
    const out = new Uint32Array(4).fill(7)
    expect(Array.from(colourPixelsInto(out, Int8Array.of(-1, 0, 1), 'sign', colours))).toEqual([
      colours[0],
      clearPixel,
      colours[255],
      7,
    ])
    expect(Array.from(colourPixelsInto(out, Uint8Array.of(0, 128, 255), 'byte', colours).subarray(0, 3))).toEqual([
      colours[0],
      colours[128],
      colours[255],
    ])
  })

  it('grow evenly lighter from ink to paper', () => {
    const grey = makePixelColours([1, 1, 1], [0, 0, 0])
    const red = Array.from(grey, (colour) => colour & 255)
    expect(red.every((value, i) => i === 0 || value <= (red[i - 1] ?? 255))).toBe(true)
  })
})

describe('editor tools', () => {
  const press = (key: string, more = {}) => ({
    key,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...more,
  })

  it('have different keys, and each does something', () => {
    expect(new Set(toolButtons.map(({ key }) => key)).size).toBe(toolButtons.length)
    for (const { kind, key } of toolButtons) {
      expect(editorKeyOf(press(key.toLowerCase()), firstToolSettings, 3)).toMatchObject({ settings: { tool: kind } })
      expect(outlineWidth({ tool: kind, width: 3, paint: 'ink' })).toBe(kind === 'fill' || kind === 'shift' ? 1 : 3)
    }
  })

  it('know unknown pixels only with three levels', () => {
    expect(toolsFor(2).some(({ kind }) => kind === 'unknown')).toBe(false)
    expect(editorKeyOf(press('u'), firstToolSettings, 2)).toBeNull()
  })

  it('take ink away with the other button', () => {
    expect(strokeToolOf(firstToolSettings, false)).toEqual({ kind: 'pen', value: 1, width: 1 })
    expect(strokeToolOf(firstToolSettings, true)).toEqual({ kind: 'pen', value: -1, width: 1 })
    expect(strokeToolOf({ tool: 'fill', width: 1, paint: 'unknown' }, false)).toEqual({ kind: 'fill', value: 0 })
    expect(strokeToolOf({ tool: 'unknown', width: 4, paint: 'ink' }, false)).toEqual({
      kind: 'pen',
      value: 0,
      width: 4,
    })
  })

  it('leave the keys of the page to the page', () => {
    expect(editorKeyOf(press('z', { ctrlKey: true }), firstToolSettings, 3)).toBeNull()
    expect(editorKeyOf(press('Tab'), firstToolSettings, 3)).toBeNull()
    expect(editorKeyOf(press('ArrowUp', { shiftKey: true }), firstToolSettings, 3)).toEqual({
      kind: 'move',
      right: 0,
      down: -1,
      isDrawing: true,
    })
    expect(editorKeyOf(press('['), firstToolSettings, 3)).toMatchObject({ settings: { width: 1 } })
    expect(editorKeyOf(press(']'), firstToolSettings, 3)).toMatchObject({ settings: { width: 2 } })
  })
})
