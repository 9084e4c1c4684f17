import { useSyncExternalStore } from 'react'
import type { Timeline } from '../../experiment/recall/recallSettings.ts'
import type { Recall } from '../../store/recall/recall.ts'
import { useRecall } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'

/** Which keyframe a person works on, shared by the panel of the input and the timeline. */
interface KeyframeSelection {
  readonly chosen: () => number | null
  readonly choose: (id: number) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** One for each run; it goes with it. */
const selections = new WeakMap<Recall, KeyframeSelection>()

function selectionOf(recall: Recall): KeyframeSelection {
  const known = selections.get(recall)
  if (known !== undefined) return known
  const listeners = new Set<() => void>()
  let chosen: number | null = null
  const made: KeyframeSelection = {
    chosen: () => chosen,
    choose(id) {
      if (id === chosen) return
      chosen = id
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
  selections.set(recall, made)
  return made
}

/** The keyframe that edits go to: the chosen one, else the first; null while the timeline is off. */
export function keyframeInHand({ isOn, keyframes }: Timeline, chosen: number | null): number | null {
  if (!isOn) return null
  return (keyframes.find(({ id }) => id === chosen) ?? keyframes[0])?.id ?? null
}

/** The id of the keyframe that edits go to (null: the timeline is off), and how to choose another. */
export function useKeyframeInHand(): readonly [number | null, (id: number) => void] {
  const { chosen, choose, subscribe } = selectionOf(useRecall())
  const id = useSyncExternalStore(subscribe, chosen)
  return [useLabState((state) => keyframeInHand(state.experiment.recall.timeline, id)), choose]
}
