import { useMemo } from 'react'
import { generateMemories, type GenerateWish } from '../../experiment/recall/generate.ts'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import { useLabState } from '../../store/useLab.ts'
import { DialogActions } from '../../ui/Dialog.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { nextSeed, seedRefusal } from '../numerics.ts'
import type { BankActions } from './bankActions.ts'
import { MemoryThumbnail } from './MemoryThumbnail.tsx'
import { mostOfKind, setExplained, type SetKind } from './setWish.ts'
import './GeneratedSets.css'

const kinds: readonly SegmentedOption<SetKind>[] = [
  { value: 'random', label: 'Random' },
  { value: 'orthogonal', label: 'Orthogonal' },
  { value: 'correlated', label: 'Alike' },
]

/** So many are shown before they are added. */
const previewCount = 24

export interface GeneratedSetsFormProps {
  readonly wish: GenerateWish
  readonly onWish: (wish: GenerateWish) => void
  readonly onClose: () => void
  readonly actions: BankActions
}

/** Which set, what it looks like, and where it goes. */
export function GeneratedSetsForm({ wish, onWish, onClose, actions }: GeneratedSetsFormProps) {
  const size = useLabState((state) => state.experiment.recall.size)
  const most = mostOfKind(wish.kind, size)
  const count = Math.min(wish.count, most)
  const make = () => generateMemories({ ...wish, count }, size)
  const finish = (take: (drawings: ReturnType<typeof make>) => void) => {
    take(make())
    onClose()
  }
  return (
    <>
      <div className="sets">
        <Segmented label="Kind" options={kinds} value={wish.kind} onChange={(kind) => onWish({ ...wish, kind })} />
        <p className="panel-words">{setExplained(wish.kind, size)}</p>
        {wish.kind === 'correlated' && (
          <Slider
            label="Overlap of any two"
            value={wish.correlation}
            min={recallRanges.correlation.low}
            max={recallRanges.correlation.high}
            step={0.05}
            onChange={(correlation) => onWish({ ...wish, correlation })}
          />
        )}
        {most > 1 && (
          <Slider
            label="How many"
            value={count}
            min={1}
            max={most}
            step={1}
            refuse={(value) => (Number.isInteger(value) ? null : 'Memories are counted in whole numbers.')}
            onChange={(next) => onWish({ ...wish, count: next })}
          />
        )}
        {wish.kind !== 'orthogonal' && <SeedFields seed={wish.seed} onSeed={(seed) => onWish({ ...wish, seed })} />}
        <Preview wish={wish} count={Math.min(count, previewCount)} />
        {count > previewCount && <p className="panel-words">And {count - previewCount} more.</p>}
      </div>
      <DialogActions>
        <IconButton
          label="Replace all"
          hasText
          tooltip="These instead of all memories there are. Undo brings the old ones back."
          onClick={() => finish(actions.replaceAll)}
        />
        <IconButton label={`Add ${count}`} hasText tone="main" onClick={() => finish(actions.add)} />
      </DialogActions>
    </>
  )
}

function SeedFields({ seed, onSeed }: { readonly seed: number; readonly onSeed: (seed: number) => void }) {
  return (
    <div className="panel-row">
      <NumberField
        label="Seed of the set"
        symbol="Seed"
        value={seed}
        min={recallRanges.seed.low}
        max={recallRanges.seed.high}
        step={1}
        widthInDigits={10}
        refuse={seedRefusal}
        tooltip="The same seed gives the same set."
        onChange={onSeed}
      />
      <IconButton
        icon="dice"
        label="New seed"
        tooltip="Another set of the kind."
        onClick={() => onSeed(nextSeed(seed))}
      />
    </div>
  )
}

function Preview({ wish, count }: { readonly wish: GenerateWish; readonly count: number }) {
  const size = useLabState((state) => state.experiment.recall.size)
  const drawings = useMemo(() => generateMemories({ ...wish, count }, size), [wish, count, size])
  return (
    <div className="sets-preview" role="img" aria-label={`The first ${count} of the set`}>
      {drawings.map(({ name, bits }, place) => (
        <MemoryThumbnail key={name} bits={bits} columns={size.columns} rows={size.rows} place={place} />
      ))}
    </div>
  )
}
