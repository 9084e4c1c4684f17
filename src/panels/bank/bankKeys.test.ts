import { describe, expect, it } from 'vitest'
import { bankMove } from './bankKeys.ts'

const key = (name: string, altKey = false) => ({ key: name, altKey })

describe('bankMove', () => {
  it('goes through a list by up and down', () => {
    expect(bankMove(key('ArrowDown'), 0, 3, 1)).toEqual({ kind: 'focus', index: 1 })
    expect(bankMove(key('ArrowUp'), 2, 3, 1)).toEqual({ kind: 'focus', index: 1 })
    expect(bankMove(key('End'), 0, 3, 1)).toEqual({ kind: 'focus', index: 2 })
    expect(bankMove(key('ArrowRight'), 0, 3, 1)).toBeNull()
  })

  it('goes through a grid in four directions', () => {
    expect(bankMove(key('ArrowDown'), 1, 9, 4)).toEqual({ kind: 'focus', index: 5 })
    expect(bankMove(key('ArrowRight'), 3, 9, 4)).toEqual({ kind: 'focus', index: 4 })
    expect(bankMove(key('ArrowDown'), 6, 9, 4)).toBeNull()
  })

  it('carries the memory along with Alt', () => {
    expect(bankMove(key('ArrowUp', true), 2, 3, 1)).toEqual({ kind: 'carry', index: 1 })
    expect(bankMove(key('ArrowLeft', true), 2, 3, 1)).toEqual({ kind: 'carry', index: 1 })
    expect(bankMove(key('Home', true), 2, 3, 1)).toEqual({ kind: 'carry', index: 0 })
  })

  it('stops at the ends, and knows no other keys', () => {
    expect(bankMove(key('ArrowUp'), 0, 3, 1)).toBeNull()
    expect(bankMove(key('ArrowDown'), 2, 3, 1)).toBeNull()
    expect(bankMove(key('a'), 0, 3, 1)).toBeNull()
  })
})
