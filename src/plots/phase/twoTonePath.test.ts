import { expect, it } from 'vitest'
import { addCurve, tonePieces } from './twoTonePath.ts'

const line = Float32Array.from({ length: 40 }, (_, k) => (k % 2 ? 1 : k / 2))

it('a curve changes its tone where the ground does', () => {
  expect(tonePieces(line, (x1) => x1 >= 12)).toEqual([
    { first: 0, isDark: false },
    { first: 12, isDark: true },
  ])
  expect(tonePieces(line, () => true)).toEqual([{ first: 0, isDark: true }])
})

it('ground in between does not make it flicker', () => {
  expect(tonePieces(line, (x1) => x1 === 8 || x1 === 9)).toEqual([{ first: 0, isDark: false }])
})

it('the pieces meet: nothing of the curve is left out or drawn twice', () => {
  const steps: string[] = []
  const pen = (tone: string) => ({
    moveTo: (x: number, y: number) => void steps.push(`${tone} move ${x} ${y}`),
    lineTo: (x: number) => void steps.push(`${tone} line ${x}`),
  })
  addCurve({ onLight: pen('light'), onDark: pen('dark') }, line.slice(0, 20), 10, (x1) => x1 >= 5)
  expect(steps).toEqual([
    'light move 0 -10',
    ...[10, 20, 30, 40, 50].map((x) => `light line ${x}`),
    'dark move 50 -10',
    ...[60, 70, 80, 90].map((x) => `dark line ${x}`),
  ])
})
