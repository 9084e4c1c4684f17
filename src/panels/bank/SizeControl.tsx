import { useState } from 'react'
import { recallRanges } from '../../experiment/recall/recallRanges.ts'
import type { PictureSize } from '../../experiment/recall/recallSettings.ts'
import { useLabState } from '../../store/useLab.ts'
import { IconButton } from '../../ui/IconButton.tsx'
import { NumberField } from '../../ui/NumberField.tsx'
import { Select, type SelectOption } from '../../ui/Select.tsx'
import type { BankActions } from './bankActions.ts'
import { presetSides, sizeChoice, sizeOfChoice, type SizeChoice } from './sizeChoice.ts'
import { undoKeys } from './undoKeys.ts'
import './SizeControl.css'

const options: readonly SelectOption<SizeChoice>[] = [
  ...presetSides.map((side) => ({ value: `${side}` as const, label: `${side} × ${side}` })),
  { value: 'other', label: 'Another size' },
]

/** How many pixels the pictures have, and so how many neurons the network. */
export function SizeControl({ actions }: { readonly actions: BankActions }) {
  const size = useLabState((state) => state.experiment.recall.size)
  const [isFree, setFree] = useState(false)
  const choice = isFree ? 'other' : sizeChoice(size)
  const choose = (next: SizeChoice) => {
    const chosen = sizeOfChoice(next)
    setFree(chosen === null)
    if (chosen) actions.resize(chosen)
  }
  const resample = (next: PictureSize) => {
    // What was refused stays to be corrected.
    if (actions.resize(next)) setFree(false)
  }
  return (
    <div className="bank-size">
      <Select
        label="Pixels"
        options={options}
        value={choice}
        tooltip={`One neuron a pixel. Another size resamples every drawing; ${undoKeys(navigator.userAgent)} brings the old ones back.`}
        onChange={choose}
      />
      {choice === 'other' && <FreeSize key={`${size.columns} ${size.rows}`} size={size} onSize={resample} />}
    </div>
  )
}

interface FreeSizeProps {
  readonly size: PictureSize
  readonly onSize: (size: PictureSize) => void
}

/** Both numbers first, then the drawings change once. A number out of range is refused by the edit, with the memory that it would need. */
function FreeSize({ size, onSize }: FreeSizeProps) {
  const [draft, setDraft] = useState(size)
  const isSame = draft.columns === size.columns && draft.rows === size.rows
  const field = (side: 'columns' | 'rows') => (
    <NumberField
      label={side === 'columns' ? 'Columns' : 'Rows'}
      isLabelHidden
      value={draft[side]}
      min={1}
      max={99_999}
      step={1}
      widthInDigits={4}
      refuse={(value) => (Number.isInteger(value) ? null : 'Pixels are whole numbers.')}
      tooltip={`${side === 'columns' ? 'Columns' : 'Rows'}, from ${recallRanges.side.low} to ${recallRanges.side.high}.`}
      onChange={(value) => setDraft({ ...draft, [side]: value })}
    />
  )
  return (
    <div className="bank-free-size" role="group" aria-label="Another size">
      {field('columns')}
      <span aria-hidden="true">×</span>
      {field('rows')}
      <IconButton
        label="Resample"
        hasText
        tooltip="Takes every drawing to this size."
        isDisabled={isSame}
        onClick={() => onSize(draft)}
      />
    </div>
  )
}
