import { atLeast, type Figure, RATIO } from './figures.ts'
import { ratios, type Timings } from './harness.ts'
import { sizeName } from './kernelCases.ts'
import { inNode, inWorker } from './sharedRounds.ts'

/** Least speed in a worker of Chromium over that in Node. */
const GOAL = 0.95

/** What is timed in Node and in a worker side by side: a subject of each kernel that people wait for. */
export const sharedNames: readonly string[] = [
  'landscape 129²',
  `step ${sizeName(1024, 10)}`,
  `noisy step ${sizeName(1024, 10)}`,
  `step ${sizeName(4096, 50)}`,
  'binary training',
  'binary recall, wasm',
]

/**
 * Figures of the rounds that Node and a worker share. A subject that has no times is a gate that fails.
 *
 * The landscape in Node is slower here than in a run of the mathematics alone: once a buffer of a program was detached, by a memory that
 * grew or an array that was transferred, V8 11 takes 30 % longer over every typed array. The page's worker has detached some from the start.
 */
export function sharedFiguresOf(timings: Timings): Figure[] {
  return sharedNames.map((name) =>
    atLeast(`${name}, worker over Node`, GOAL, RATIO, ratios(timings, inNode(name), inWorker(name))),
  )
}
