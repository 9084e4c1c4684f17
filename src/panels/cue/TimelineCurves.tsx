import { useDeferredValue, useMemo } from 'react'
import { patternsInForce } from '../../experiment/recall/deriveRecall.ts'
import type { RecallSettings } from '../../experiment/recall/recallSettings.ts'
import { memoryMark } from '../memoryMark.tsx'
import { pictureSaliency } from './leadingIn.ts'
import { saliencyCurves } from './timelineLayout.ts'

interface TimelineCurvesProps {
  readonly recall: Pick<RecallSettings, 'timeline' | 'memories' | 'size' | 'network'>
  readonly span: number
}

/**
 * How the leading saliencies go along the timeline, as thin lines behind its keyframes.
 * A decoration: the numbers are in the panel of the input. Left out under the pseudo-inverse rule, which has saliencies of its own.
 */
export function TimelineCurves({ recall, span }: TimelineCurvesProps) {
  // All patterns times all keyframes: a stroke in the editor of a memory must not wait for it.
  const { timeline, memories, size, network } = useDeferredValue(recall)
  const { keyframes } = timeline
  const curves = useMemo(
    () =>
      saliencyCurves(
        keyframes,
        network.rule === 'pseudo-inverse'
          ? []
          : keyframes.map(({ input }) => pictureSaliency({ memories, size }, input)),
      ),
    [keyframes, memories, size, network.rule],
  )
  const { memoryIds } = patternsInForce({ memories, size })
  const alphas = curves.flatMap(({ corners }) => corners.map(({ alpha }) => alpha))
  const [low, high] = [Math.min(0, ...alphas), Math.max(1e-9, ...alphas)]
  const place = ({ time, alpha }: { readonly time: number; readonly alpha: number }) =>
    `${(1000 * time) / span},${95 - (90 * (alpha - low)) / (high - low)}`
  return (
    <svg className="timeline-curves" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">
      {curves.map(({ mu, corners }) => (
        <polyline
          key={mu}
          points={corners.map(place).join(' ')}
          style={{ stroke: memoryMark(memoryIds[mu] ?? 1).colour }}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  )
}
