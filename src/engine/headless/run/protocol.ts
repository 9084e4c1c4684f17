import type { Experiment } from '../../../experiment/experiment.ts'
import type { RunProgress } from './headlessRun.ts'
import type { Results } from './results.ts'
import type { RunWish } from './wish.ts'

/** Page to engine. A port runs one document; to stop it, close the port. */
export interface HeadlessCommand {
  readonly kind: 'run'
  readonly experiment: Experiment
  readonly wish: RunWish
}

/** Engine to page: how far it is, now and then, and at the end one of the others. */
export type HeadlessEvent =
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'results'; readonly results: Results }
  | { readonly kind: 'failed'; readonly sentence: string }
