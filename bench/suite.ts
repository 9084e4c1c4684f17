// What is bundled for Node and for a worker: the subjects, and how their figures are read.
import type { Options, Subject, Timings } from './harness.ts'
import { timeSubjects } from './harness.ts'
import { makeKernelSubjects } from './kernelSubjects.ts'

export { binaryFiguresOf } from './binaryFigures.ts'
export { runBinarySuite } from './binarySubjects.ts'
export { embedPageFiguresOf } from './embedPageFigures.ts'
export { figuresOf, formatFigures, gateShare, gatesOf } from './figures.ts'
export { kernelFiguresOf } from './kernelFigures.ts'
export { phaseFiguresOf, runPhaseSuite } from './phaseSuite.ts'
export { recallFiguresOf } from './recallPageFigures.ts'
export { runResponse } from './recallResponse.ts'
export { sharedFiguresOf } from './sharedFigures.ts'
export { timeInBoth } from './sharedRounds.ts'
export { createSharedSampler } from './sharedSubjects.ts'
export { runSuite } from './subjects.ts'

/** The kernels, with more subjects where there are any (NumPy in Node), and which kernel was the fastest one. */
export function runKernelSuite(
  options: Omit<Options, 'clock'>,
  others: readonly Subject[] = [],
): Timings & { readonly flavour: string } {
  const { flavour, subjects } = makeKernelSubjects()
  return { ...timeSubjects([...subjects, ...others], { ...options, clock: () => performance.now() }), flavour }
}
