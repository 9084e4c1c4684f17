import { useId, useState } from 'react'
import type { ChangeEvent, InputHTMLAttributes, KeyboardEvent } from 'react'
import { readField, stepsOfKey, stepValue } from './fieldValue.ts'
import type { FieldRange } from './fieldValue.ts'
import { formatField } from './formatNumber.ts'

interface NumberFieldOptions extends FieldRange {
  readonly value: number
  readonly onChange: (value: number) => void
  readonly format?: ((value: number) => string) | undefined
}

interface NumberFieldState {
  readonly inputProps: InputHTMLAttributes<HTMLInputElement>
  /** Why the last entry was not taken; null when there is nothing to say. */
  readonly sentence: string | null
  readonly sentenceId: string
}

/** What was typed and not taken yet, and the answer to what could not be taken (for as long as the value stays the same). */
interface Draft {
  readonly text: string | null
  readonly sentence: string | null
  readonly forValue: number
}

/**
 * The behaviour of a number field, for NumberField and Slider: Enter or leaving the field takes the number, arrows step
 * at once, Escape gives the last good value back. A refused entry changes nothing but the sentence under the field.
 */
export function useNumberField(options: NumberFieldOptions): NumberFieldState {
  const { value, onChange, format = (number: number) => formatField(number, options.step) } = options
  const sentenceId = useId()
  const [draft, setDraft] = useState<Draft>({ text: null, sentence: null, forValue: value })
  // When the value moves by another hand (the slider, a preset), an old draft or sentence is no longer about it.
  const isFresh = draft.forValue === value
  const text = isFresh ? draft.text : null
  const sentence = isFresh ? draft.sentence : null

  const settle = (next: number) => {
    setDraft({ text: null, sentence: null, forValue: next })
    if (next !== value) onChange(next)
  }

  const commit = (isLeaving: boolean) => {
    if (text === null) return
    const reading = readField(text, options)
    if (reading.ok) return settle(reading.value)
    // On Enter the text stays to be corrected; on leaving, the field shows again the value that is in force.
    const kept = `${reading.sentence} Kept ${format(value)}.`
    setDraft({ text: isLeaving ? null : text, sentence: kept, forValue: value })
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') return commit(false)
    if (event.key === 'Escape' && (text !== null || sentence !== null)) {
      event.stopPropagation()
      return setDraft({ text: null, sentence: null, forValue: value })
    }
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') return
    const steps = stepsOfKey(event.key, event.shiftKey)
    if (steps === null) return
    event.preventDefault()
    const typed = text === null ? null : readField(text, options)
    const next = stepValue(typed?.ok ? typed.value : value, steps, options)
    const refusal = options.refuse?.(next) ?? null
    if (refusal === null) settle(next)
    else setDraft({ text: null, sentence: refusal, forValue: value })
  }

  return {
    sentence,
    sentenceId,
    inputProps: {
      type: 'text',
      inputMode: 'decimal',
      autoComplete: 'off',
      autoCorrect: 'off',
      spellCheck: false,
      enterKeyHint: 'done',
      value: text ?? format(value),
      'aria-invalid': sentence !== null || undefined,
      'aria-describedby': sentence === null ? undefined : sentenceId,
      onChange: (event: ChangeEvent<HTMLInputElement>) =>
        setDraft({ text: event.target.value, sentence: null, forValue: value }),
      onBlur: () => commit(true),
      onFocus: (event) => event.target.select(),
      onKeyDown,
    },
  }
}
