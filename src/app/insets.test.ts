import { describe, expect, it } from 'vitest'
import { insetsOf, sameInsets } from './insets.ts'

const picture = { top: 0, right: 1440, bottom: 900, left: 0 }

describe('insetsOf', () => {
  it('measures each panel from the edge that it is docked to', () => {
    const insets = insetsOf(picture, [
      { edge: 'top', box: { top: 0, right: 1440, bottom: 48, left: 0 } },
      { edge: 'left', box: { top: 48, right: 320, bottom: 900, left: 0 } },
      { edge: 'right', box: { top: 48, right: 1440, bottom: 900, left: 1100 } },
      { edge: 'bottom', box: { top: 720, right: 1100, bottom: 900, left: 320 } },
    ])
    expect(insets).toEqual({ top: 48, right: 340, bottom: 180, left: 320 })
  })

  it('ignores panels that leave nothing free', () => {
    const insets = insetsOf({ ...picture, right: 400 }, [
      { edge: 'left', box: { top: 48, right: 360, bottom: 900, left: 0 } },
    ])
    expect(insets.left).toBe(0)
  })

  it('counts no panel that is off the picture', () => {
    expect(insetsOf(picture, [{ edge: 'top', box: { top: -80, right: 1440, bottom: -32, left: 0 } }]).top).toBe(0)
  })
})

it('compares insets by value', () => {
  const insets = insetsOf(picture, [])
  expect(sameInsets(insets, { ...insets })).toBe(true)
  expect(sameInsets(insets, { ...insets, left: 1 })).toBe(false)
})
