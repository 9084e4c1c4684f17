import { makeBinarySubjects } from './binarySubjects.ts'
import { createSampler, type Options, type Sampler } from './harness.ts'
import { makeKernelSubjects } from './kernelSubjects.ts'
import { sharedNames } from './sharedFigures.ts'
import { subjects } from './subjects.ts'

/** The sampler of the subjects that are timed side by side: made once in Node and once in a worker. */
export function createSharedSampler(options: Omit<Options, 'clock'>): Sampler {
  const all = [...subjects, ...makeKernelSubjects().subjects, ...makeBinarySubjects()]
  const shared = all.filter(({ name }) => sharedNames.includes(name))
  return createSampler(shared, { ...options, clock: () => performance.now() })
}
