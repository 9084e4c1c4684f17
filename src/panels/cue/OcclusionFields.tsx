import type { LibraryPart } from '../../experiment/recall/library/libraryItem.ts'
import type { Occlusion } from '../../experiment/recall/recallSettings.ts'
import { Segmented, type SegmentedOption } from '../../ui/Segmented.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import { choiceOf, chosenOcclusion, partShown, type OcclusionChoice } from './corruption.ts'

interface OcclusionFieldsProps {
  readonly occlusion: Occlusion
  /** What the library knows of this memory; none for other memories. */
  readonly parts: readonly LibraryPart[]
  readonly onChange: (occlusion: Occlusion) => void
}

type Half = Extract<Occlusion, { kind: 'half' }>['hides']
type Shows = Extract<Occlusion, { kind: 'window' }>['shows']

const halves: readonly SelectOption<Half>[] = [
  { value: 'left', label: 'the left half' },
  { value: 'right', label: 'the right half' },
  { value: 'top', label: 'the upper half' },
  { value: 'bottom', label: 'the lower half' },
]
const sides: readonly SegmentedOption<Shows>[] = [
  { value: 'inside', label: 'Shows inside' },
  { value: 'outside', label: 'Hides inside' },
]
const choices: readonly SegmentedOption<OcclusionChoice>[] = [
  { value: 'none', label: 'All' },
  { value: 'half', label: 'Half' },
  { value: 'window', label: 'Window' },
]
const partChoice: SegmentedOption<OcclusionChoice> = { value: 'part', label: 'Part' }

/** Which part of a picture the network is not told. */
export function OcclusionFields({ occlusion, parts, onChange }: OcclusionFieldsProps) {
  const choice = choiceOf(occlusion, parts)
  return (
    <div className="cue-occlusion">
      <Segmented
        label="Shown"
        isLabelShown
        options={parts.length > 0 ? [...choices, partChoice] : choices}
        value={choice}
        onChange={(next) => onChange(chosenOcclusion(next, occlusion, parts))}
      />
      {occlusion.kind === 'half' && (
        <Select
          label="Hide"
          options={halves}
          value={occlusion.hides}
          onChange={(hides) => onChange({ kind: 'half', hides })}
        />
      )}
      {choice === 'part' && (
        <Select
          label="Show only"
          options={parts.map(({ id, title }) => ({ value: id, label: title }))}
          value={partShown(parts, occlusion)?.id ?? ''}
          onChange={(id) => {
            const part = parts.find((candidate) => candidate.id === id)
            if (part) onChange({ kind: 'window', shows: 'inside', window: part.window })
          }}
        />
      )}
      {choice === 'window' && occlusion.kind === 'window' && (
        <Segmented
          label="What the window does"
          options={sides}
          value={occlusion.shows}
          onChange={(shows) => onChange({ ...occlusion, shows })}
        />
      )}
    </div>
  )
}
