import { expect, test } from 'vitest'
import { gatesOf } from './figures.ts'
import { sharedFiguresOf } from './sharedFigures.ts'
import { type Place, timeInBoth } from './sharedRounds.ts'

const subject = 'landscape 129²'
const settled = (ms: number) => new Promise<number>((resolve) => setImmediate(resolve, ms))

/** A place whose probes take what the list says, round by round, and its samples as long as they are told to. */
function makePlace(place: string, probes: readonly number[], ms: number, log: string[], names = [subject]): Place {
  let round = 0
  const answer = async (what: string, value: number): Promise<number> => {
    log.push(`${place} begins`)
    await settled(0)
    log.push(`${place} ends`, what)
    return value
  }
  const probe = () => answer('probe', probes[round++] ?? probes[0] ?? 1)
  return { names, skipped: [], probe, sample: (name) => answer(name, ms * round) }
}

const options = { rounds: 4, seed: 1982 }
const figureOf = (timings: Parameters<typeof sharedFiguresOf>[0]) =>
  sharedFiguresOf(timings).find(({ name }) => name === `${subject}, worker over Node`)

test('the worker is compared within rounds that are steady in both places, each by its own best probe', async () => {
  const node = makePlace('node', [1, 1, 1.2, 1], 3, [])
  const worker = makePlace('worker', [7, 9, 7, 7.5], 4, [])
  const timings = await timeInBoth(node, worker, options)
  // Rounds 1, 4 and two more: every round is slower than the one before, in both places, and the ratio is the same.
  expect([...timings.ms]).toEqual([
    [`${subject}, Node`, [3, 12, 15, 18]],
    [`${subject}, worker`, [4, 16, 20, 24]],
  ])
  expect([timings.probeMs, timings.droppedRounds]).toEqual([[1, 1, 1, 1], 2])
  expect(figureOf(timings)).toMatchObject({ goal: 0.95, unit: 'x', spread: { median: 0.75, low: 0.75, high: 0.75 } })
})

test('the two places never work at once, and either may be first', async () => {
  const log: string[] = []
  await timeInBoth(makePlace('node', [], 1, log), makePlace('worker', [], 1, log), { rounds: 20, seed: 1 })
  const begun = log.filter((entry) => entry.endsWith('begins'))
  expect(log.length).toBe(20 * 4 * 3)
  for (let k = 0; k < log.length; k += 3) expect(log[k + 1]).toBe(log[k]?.replace('begins', 'ends'))
  const firsts = begun.filter((_, k) => k % 2 === 0)
  expect(new Set(firsts)).toEqual(new Set(['node begins', 'worker begins']))
})

test('a subject that is wrong in one place has no figure, and fails', async () => {
  const worker = { ...makePlace('worker', [], 1, [], []), skipped: [`${subject}: off by one`] }
  const timings = await timeInBoth(makePlace('node', [], 1, []), worker, options)
  expect([timings.ms.size, timings.skipped]).toEqual([0, [`worker: ${subject}: off by one`]])
  expect(figureOf(timings)?.spread.median).toBeNaN()
  expect(gatesOf(sharedFiguresOf(timings), timings.skipped).some(({ isOk }) => isOk)).toBe(false)
})
