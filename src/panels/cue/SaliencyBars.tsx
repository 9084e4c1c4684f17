import { useMemo } from 'react'
import { thresholdsOf } from '../../model/thresholds.ts'
import type { RecallCell } from '../../store/recall/recall.ts'
import { useRecallCell } from '../../store/recall/useRecall.ts'
import { useLabState } from '../../store/useLab.ts'
import { formatNumber } from '../../ui/formatNumber.ts'
import { Symbol } from '../../ui/Symbol.tsx'
import { useThresholdTrust } from '../bank/useThresholdTrust.ts'
import { useValleyOwners } from '../bank/useValleyOwners.ts'
import { memoryNames } from '../race/memoryWords.ts'
import { longList, saliencyOrder } from './saliencyOrder.ts'
import { placeOn, saliencyAxis, standingOf } from './saliencyStanding.ts'
import { SaliencyTable } from './SaliencyTable.tsx'
import { leaderSentence, marksHoldFor, saliencyText } from './saliencyWords.ts'

interface Reading {
  readonly ids: readonly number[]
  readonly saliency: readonly number[]
}

/** Finer than a bar shows; numbers that move less than this render nothing. */
const finest = 1000
const readSaliency = (cell: RecallCell): Reading => ({
  ids: cell.memoryIds,
  saliency: Array.from(cell.saliency, (alpha) => Math.round(alpha * finest) / finest),
})
const isSameReading = (a: Reading, b: Reading) =>
  a.saliency.length === b.saliency.length &&
  a.saliency.every((alpha, mu) => alpha === b.saliency[mu]) &&
  a.ids.every((id, mu) => id === b.ids[mu])

/** The saliencies that the network computes from its input, as bars over the thresholds; the same as a table for those who listen. */
export function SaliencyBars() {
  const { gain, hasZeroDiagonal } = useLabState((state) => state.experiment.recall.network)
  const { columns, rows } = useLabState((state) => state.experiment.recall.size)
  const memories = useLabState((state) => state.experiment.recall.memories)
  const names = useMemo(() => memoryNames(memories), [memories])
  const { ids, saliency } = useRecallCell(readSaliency, 10, isSameReading)
  const trust = useThresholdTrust()
  const thresholds = thresholdsOf({ saliency, neuronCount: columns * rows, gain, hasZeroDiagonal })
  const ownersOf = useValleyOwners()
  const owners = trust === null || trust === 'close' ? null : ownersOf(saliency, thresholds)
  const axis = saliencyAxis(saliency, thresholds)
  const nameOf = (mu: number) => names.get(ids[mu] ?? 0) ?? ''

  return (
    <div className="panel-section saliencies">
      <h2 className="panel-title">
        How salient each memory is <Symbol base="α" sub="μ" label="alpha" />
      </h2>
      <p className="saliency-leader">
        {leaderSentence({ names: ids.map((_, mu) => nameOf(mu)), saliency, thresholds, trust, owners })}
      </p>
      <SaliencyTable
        isLong={saliency.length > longList}
        isConditional={trust !== null && trust !== 'close'}
        marks={{
          zero: placeOn(axis, 0),
          exists: placeOn(axis, thresholds.existence),
          stable: placeOn(axis, thresholds.stability),
        }}
        entries={saliencyOrder(saliency).map((mu) => ({
          id: ids[mu] ?? 0,
          name: nameOf(mu),
          text: saliencyText(saliency[mu]),
          zero: placeOn(axis, 0),
          end: placeOn(axis, saliency[mu]),
          standing: standingOf(saliency[mu], thresholds),
        }))}
      />
      <p className="saliency-legend">
        <span data-mark="exists">
          exists above 1/
          <Symbol base="g" />
          {thresholds.diagonal !== 0 && ' + Σα/N'} = {formatNumber(thresholds.existence, 3)}
        </span>
        <span data-mark="stable">
          stable above <Symbol base="α" sup="*" /> = {formatNumber(thresholds.stability, 3)}
        </span>
        <span>{marksHoldFor(trust)}</span>
      </p>
    </div>
  )
}
