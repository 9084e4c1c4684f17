import { describe, expect, it } from 'vitest'
import { mapLayout, noInsets, screenToState, stateToScreen } from './mapLayout.ts'

describe('mapLayout', () => {
  it('keeps a square inside the free area on a desktop', () => {
    const insets = { top: 48, right: 340, bottom: 180, left: 320 }
    const { left, top, size, legend } = mapLayout(1440, 900, insets, 16)
    expect(left).toBeGreaterThan(insets.left)
    expect(top).toBeGreaterThan(insets.top)
    expect(left + size).toBeLessThan(1440 - insets.right)
    expect(top + size).toBeLessThan(900 - insets.bottom)
    expect(size).toBeGreaterThan(600)
    expect(legend.side).toBe('right')
  })
  it('puts the legend below on a tall picture', () => {
    const { legend, size } = mapLayout(375, 520, noInsets, 16)
    expect(legend.side).toBe('below')
    expect(size).toBeGreaterThan(300)
  })
  it('never gives a size that cannot be drawn', () => expect(mapLayout(10, 10, noInsets, 16).size).toBeGreaterThan(0))

  it('goes from state to screen and back', () => {
    const layout = mapLayout(800, 700, noInsets, 16)
    const [x, y] = stateToScreen(layout, 3, [1.2, -0.7])
    const back = screenToState(layout, 3, x, y)!
    expect(back[0]).toBeCloseTo(1.2, 9)
    expect(back[1]).toBeCloseTo(-0.7, 9)
    expect(screenToState(layout, 3, 0, 0)).toBeNull()
  })
})
