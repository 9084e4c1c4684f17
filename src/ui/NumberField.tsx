import { useMemo, type ReactNode } from 'react'
import type { FieldRange } from './fieldValue.ts'
import { StillInput } from './StillInput.tsx'
import { Tooltip } from './Tooltip.tsx'
import { useNumberField } from './useNumberField.ts'
import './VisuallyHidden.css'
import './NumberField.css'

interface NumberFieldProps extends FieldRange {
  /** The name in words: `Time step`. */
  readonly label: string
  /** Typeset, shown instead of the words; the words are still spoken. */
  readonly symbol?: ReactNode
  /** Neither words nor symbol shown. */
  readonly isLabelHidden?: boolean | undefined
  readonly value: number
  readonly onChange: (value: number) => void
  readonly unit?: ReactNode
  readonly format?: ((value: number) => string) | undefined
  readonly tooltip?: ReactNode
  /** Width of the box in characters; 7 at first. */
  readonly widthInDigits?: number | undefined
}

export function NumberField(props: NumberFieldProps) {
  const { label, symbol, isLabelHidden, unit, tooltip, widthInDigits = 7 } = props
  const { inputProps, sentence, sentenceId } = useNumberField(props)
  const style = useMemo(() => ({ width: `calc(${widthInDigits}ch + 1rem)` }), [widthInDigits])
  return (
    <div className="number-field">
      <Tooltip text={tooltip}>
        {(describedBy) => (
          <label className="number-field-row">
            <span className={symbol || isLabelHidden ? 'visually-hidden' : 'number-field-label'}>{label}</span>
            {symbol && !isLabelHidden && (
              <span className="number-field-symbol" aria-hidden="true">
                {symbol}
              </span>
            )}
            <StillInput
              {...inputProps}
              className="number-field-input"
              style={style}
              aria-describedby={[inputProps['aria-describedby'], describedBy].filter(Boolean).join(' ') || undefined}
            />
            {unit && <span className="number-field-unit">{unit}</span>}
          </label>
        )}
      </Tooltip>
      <FieldSentence id={sentenceId} sentence={sentence} />
    </div>
  )
}

/** Under a field: why the last entry was not taken. The element stays, so that a change of its words is announced. */
export function FieldSentence({ id, sentence }: { readonly id: string; readonly sentence: string | null }) {
  return (
    <p className="number-field-sentence" id={id} aria-live="polite">
      {sentence}
    </p>
  )
}
