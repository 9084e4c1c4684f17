import { expect, test } from 'vitest'
import { createTicker, tickerDecision } from './ticker.ts'

const running = { isPlaying: true, isSettled: false, isAwake: true, isViewMoving: false }

test.each([
  ['a run that moves', running, [true, false]],
  ['a run at rest', { ...running, isSettled: true }, [false, false]],
  ['a paused run', { ...running, isPlaying: false }, [false, false]],
  ['a paused run in a moving view', { ...running, isPlaying: false, isViewMoving: true }, [false, true]],
  ['everything moving', { ...running, isViewMoving: true }, [true, true]],
  ['everything moving, out of sight', { ...running, isViewMoving: true, isAwake: false }, [false, false]],
] as const)('%s', (_, state, [ticksEngine, easesView]) => {
  expect(tickerDecision(state)).toEqual({ ticksEngine, easesView, goesOn: ticksEngine || easesView })
})

test('one frame is asked for at a time, and after a rest the time in between does not count', () => {
  const asked: ((nowMs: number) => void)[] = []
  const elapsed: number[] = []
  let goesOn = true
  const ticker = createTicker({ request: (callback) => asked.push(callback), cancel: () => asked.pop() }, (_, ms) => {
    elapsed.push(ms)
    return goesOn
  })
  ticker.wake()
  ticker.wake()
  expect(asked).toHaveLength(1)
  asked.shift()?.(1000)
  goesOn = false
  asked.shift()?.(1016)
  expect(asked).toHaveLength(0)
  ticker.wake()
  asked.shift()?.(9000)
  expect(elapsed).toEqual([0, 16, 0])
})
