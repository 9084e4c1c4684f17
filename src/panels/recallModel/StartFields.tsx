import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { RecallStart } from '../../experiment/recall/recallSettings.ts'
import { useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { Select } from '../../ui/Select.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { nextSeed, seedRefusal } from '../numerics.ts'
import { startWords } from './networkWords.ts'
import { useModelEdits, type ModelEdits } from './useModelEdits.ts'

const kinds: readonly SegmentedOption<RecallStart['kind']>[] = [
  { value: 'random', label: 'Random' },
  { value: 'input', label: 'At the input' },
  { value: 'memory', label: 'In a memory' },
]

/** Where the models begin, and the seed of start and noise. */
export function StartFields() {
  const start = useLabState((state) => state.experiment.recall.start)
  const lanes = useLabState((state) => state.experiment.recall.lanes)
  const memories = useLabState((state) => state.experiment.recall.memories)
  const edits = useModelEdits()
  const choose = (kind: RecallStart['kind']) =>
    edits.start('Change the start', kind === 'memory' ? { kind, memory: memories[0].id, isInverted: false } : { kind })
  return (
    <div className="recall-fields">
      <Segmented label="The state begins" isLabelShown options={kinds} value={start.kind} onChange={choose} />
      {start.kind === 'memory' && <StartMemory start={start} edits={edits} />}
      <p className="panel-words">{startWords(start.kind, lanes)}</p>
      <SeedField edits={edits} />
    </div>
  )
}

interface StartMemoryProps {
  readonly start: RecallStart & { readonly kind: 'memory' }
  readonly edits: ModelEdits
}

function StartMemory({ start, edits }: StartMemoryProps) {
  const memories = useLabState((state) => state.experiment.recall.memories)
  return (
    <>
      <Select
        label="Memory"
        options={memories.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={String(start.memory)}
        onChange={(id) => edits.start('Change the start', { ...start, memory: Number(id) })}
      />
      <Switch
        label="Its negative"
        isOn={start.isInverted}
        tooltip="The twin −ξ: ink and paper change places."
        onChange={(isInverted) => edits.start('Change the start', { ...start, isInverted })}
      />
    </>
  )
}

function SeedField({ edits }: { readonly edits: ModelEdits }) {
  const seed = useLabState((state) => state.experiment.recall.noise.seed)
  return (
    <div className="panel-row">
      <NumberField
        label="Seed of start and noise"
        symbol="Seed"
        value={seed}
        min={recallRanges.seed.low}
        max={recallRanges.seed.high}
        step={1}
        widthInDigits={10}
        refuse={seedRefusal}
        tooltip="The same seed gives the same start and the same kicks, on every machine."
        onChange={edits.seed}
      />
      <IconButton
        icon="dice"
        label="New seed"
        tooltip="Another start and other kicks; everything else stays."
        onClick={() => edits.seed(nextSeed(seed))}
      />
    </div>
  )
}
