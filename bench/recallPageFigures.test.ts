import { expect, test } from 'vitest'
import { gatesOf, reaches } from './figures.ts'
import { recallFiguresOf } from './recallPageFigures.ts'

const page = {
  steps: [70],
  droppedShare: [0],
  scriptMs: [1],
  modelFps: [50],
  landscapeFps: [25],
  drawingScriptMs: [4.6],
  latencyMs: [40],
}
const pixelOf = 'pixel, wasm'
const timings = {
  ms: new Map([
    [`128 x 128, memory, ${pixelOf}`, [12, 12, 24]],
    [`64 x 64, Storkey, input, ${pixelOf}`, [30, 30, 30]],
    ['64 x 64, Storkey, input, pause, wasm', [8, 9, 10]],
  ]),
  probeMs: [],
  droppedRounds: 0,
  skipped: [],
}
const figures = recallFiguresOf(timings, timings, page)
const named = (name: string) => figures.find((figure) => figure.name === name)

test('everything drawn and every pause has 20 ms, in both places', () => {
  const ofEffect = figures.filter(({ name }) => name.includes('to effect') || name.includes('pause after'))
  expect(new Set(ofEffect.map(({ goal }) => goal))).toEqual(new Set([20]))
  expect(ofEffect.filter(({ name }) => name.includes(', worker'))).toHaveLength(ofEffect.length / 2)
  const ofMemory = named('128 x 128, drawn pixel of a memory to effect, wasm, Node, p50')
  expect(ofMemory && reaches(ofMemory)).toBe(true)
  const late = named('128 x 128, drawn pixel of a memory to effect, wasm, Node, p95')
  expect(late && [late.spread.median > 20, reaches(late)]).toEqual([true, false])
  expect(named('64 x 64, Storkey, pause after a drawn pixel, wasm, worker, p95')?.spread.median).toBeCloseTo(9.9, 9)
})

test('dense weights are timed in one flavour, since both run the same code', () => {
  const dense = figures.filter(({ name }) => name.startsWith('64 x 64, Storkey'))
  expect(dense.some(({ name }) => name.includes('javascript'))).toBe(false)
})

test('the script time while one draws has the budget of a frame', () => {
  const figure = named('128 x 128, script time a frame, drawing')
  expect(figure && [figure.goal, reaches(figure)]).toEqual([4, false])
})

test('none is a ratio, and so none is a gate', () => {
  expect(gatesOf(figures, [])).toEqual([])
})
