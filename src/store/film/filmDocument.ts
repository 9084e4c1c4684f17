import { inputBallId, startsAtInput } from '../../experiment/derive.ts'
import type { Ball, Experiment } from '../../experiment/experiment.ts'
import { clampToRange, maximumBalls, ranges } from '../../experiment/ranges.ts'
import type { ReadonlyPair } from '../../model/vector.ts'
import type { FrameCell } from '../frameCell.ts'

/** The newest state of every ball, by its id. */
export function presentStates({ traces }: Pick<FrameCell, 'traces'>): ReadonlyMap<number, ReadonlyPair> {
  const states = new Map<number, ReadonlyPair>()
  for (const { id, length, at, x1, x2 } of traces.values()) {
    if (length > 0) states.set(id, [x1[at(length - 1)], x2[at(length - 1)]])
  }
  return states
}

/**
 * The document of a run that goes on from where the balls are. A ball that starts at the input cannot be put elsewhere; but the input does
 * nothing more in such a network, so that no input and one more ball give the same run.
 */
export function documentFrom(experiment: Experiment, states: ReadonlyMap<number, ReadonlyPair>): Experiment {
  const moved = ({ id, start }: Ball): Ball => ({ id, start: inRange(states.get(id) ?? start) })
  const balls = experiment.balls.map(moved)
  const atInput = states.get(inputBallId)
  if (!startsAtInput(experiment) || atInput === undefined) return { ...experiment, balls }
  const id = 1 + Math.max(0, ...balls.map((ball) => ball.id))
  return {
    ...experiment,
    model: { ...experiment.model, inputAs: 'current' },
    input: { saliency: [0, 0] },
    balls: [...balls, { id, start: inRange(atInput) }].slice(-maximumBalls),
  }
}

function inRange([x1, x2]: ReadonlyPair): ReadonlyPair {
  return [clampToRange(x1, ranges.ballCoordinate), clampToRange(x2, ranges.ballCoordinate)]
}
