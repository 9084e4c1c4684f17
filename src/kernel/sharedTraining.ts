import type { BinarySpec } from './binaryKernel.ts'
import type { Training } from './binaryTraining.ts'

/** What networks of one kind learn together: whichever is asked goes on with it. */
export interface SharedTraining<T> {
  /** Half made until all is learned. */
  readonly learned: T
  /** One piece; true once all is learned. What it has thrown it throws again, to each network that asks. */
  readonly train: () => boolean
  /** How much is learned, 0 to 1. */
  readonly share: () => number
  /** This network is no more. */
  readonly release: () => void
}

/** The trainings of a kernel. */
export interface Trainings<T> {
  /** The training of such a network: the one that is under way or done, or a new one. */
  readonly join: (spec: BinarySpec) => SharedTraining<T>
  /** Forgets what no network uses any more. */
  readonly drop: () => void
}

interface Held<T> {
  readonly spec: BinarySpec
  readonly learned: T
  readonly training: Training
  users: number
  share: number
  failure: { readonly error: unknown } | null
}

/**
 * Networks of the same memories and rule have one training in common. That which the last network has left is kept: it goes on where it was when such
 * a network comes again, and otherwise what it has learned is written over.
 *
 * `begin`: a new training. `before`: what nobody uses any more, null where there is none.
 */
export function createTrainings<T>(
  begin: (spec: BinarySpec, before: T | null) => { readonly learned: T; readonly training: Training },
): Trainings<T> {
  const used = new Set<Held<T>>()
  let spare: Held<T> | null = null

  function drop(): T | null {
    const dropped = spare
    spare = null
    // One that was under way gives back what it had.
    dropped?.training.return()
    return dropped?.learned ?? null
  }

  function hold(spec: BinarySpec): Held<T> {
    for (const held of used) if (learnsAlike(held.spec, spec)) return held
    if (spare === null || !learnsAlike(spare.spec, spec)) {
      return { spec, ...begin(spec, drop()), users: 0, share: 0, failure: null }
    }
    const found = spare
    spare = null
    return found
  }

  function leave(held: Held<T>) {
    held.users--
    if (held.users > 0) return
    used.delete(held)
    if (held.failure !== null) return
    drop()
    spare = held
  }

  return {
    join(spec) {
      const held = hold(spec)
      held.users++
      used.add(held)
      let isReleased = false
      return {
        learned: held.learned,
        train: () => trainOn(held),
        share: () => held.share,
        release() {
          if (!isReleased) leave(held)
          isReleased = true
        },
      }
    },
    drop: () => void drop(),
  }
}

function trainOn(held: Held<unknown>): boolean {
  if (held.failure !== null) throw held.failure.error
  try {
    const piece = held.training.next()
    held.share = piece.value ?? 1
    return piece.done === true
  } catch (error) {
    held.failure = { error }
    throw error
  }
}

function learnsAlike(a: BinarySpec, b: BinarySpec): boolean {
  return (
    a.values === b.values &&
    a.patternCount === b.patternCount &&
    a.neuronCount === b.neuronCount &&
    a.rule === b.rule &&
    a.hasZeroDiagonal === b.hasZeroDiagonal &&
    a.unlearning.steps === b.unlearning.steps &&
    (a.unlearning.steps === 0 || (a.unlearning.rate === b.unlearning.rate && a.unlearning.seed === b.unlearning.seed))
  )
}
