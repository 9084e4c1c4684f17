import { describe, expect, it } from 'vitest'
import { equilibriumAtCursor, keyCommand, movedCursor } from './keyCommands.ts'

const press = (key: string, shiftKey = false, ctrlKey = false) =>
  keyCommand({ key, shiftKey, ctrlKey, metaKey: false, altKey: false })

describe('keys', () => {
  it('turns with arrows and moves the cross-hair with Shift or letters', () => {
    expect(press('ArrowLeft')).toMatchObject({ kind: 'orbit' })
    expect(press('ArrowLeft', true)).toEqual({ kind: 'cursor', x: -1, y: 0 })
    expect(press('w')).toEqual({ kind: 'cursor', x: 0, y: 1 })
    expect(press('Home')).toEqual({ kind: 'preset', preset: 'oblique' })
    expect(press(' ')).toEqual({ kind: 'drop' })
    expect(press('Enter')).toEqual({ kind: 'enter' })
  })

  it('leaves other keys and all browser shortcuts alone', () => {
    expect(press('Tab')).toBeNull()
    expect(press('+', false, true)).toBeNull()
  })

  it('moves the cross-hair as it looks on the screen, and keeps it on the map', () => {
    const right = { x: 1, y: 0 }
    expect(movedCursor(null, right, 0, 3)).toEqual([0, 0])
    expect(movedCursor([0, 0], right, 0, 4)[0]).toBeCloseTo(0.1, 12)
    const turned = movedCursor([0, 0], right, Math.PI / 2, 4)
    expect(turned[0]).toBeCloseTo(0, 12)
    expect(turned[1]).toBeCloseTo(0.1, 12)
    expect(movedCursor([4, 0], right, 0, 4)[0]).toBe(4)
  })

  it('finds an equilibrium from some place of its steps, and lets go of it a step further', () => {
    const points = [{ key: 'memory-1+', state: [0.135, 0.135] as const }]
    const stepped = (count: number) => 0.1 * count
    expect(equilibriumAtCursor([stepped(1), stepped(1)], points, 4)).toBe('memory-1+')
    expect(equilibriumAtCursor([stepped(2), stepped(2)], points, 4)).toBeNull()
    expect(equilibriumAtCursor([0, 0], [], 4)).toBeNull()
  })
})
