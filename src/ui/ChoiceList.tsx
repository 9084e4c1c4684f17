import { useId } from 'react'
import './VisuallyHidden.css'
import './ChoiceList.css'

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  /** A few words below it, where there is room. */
  readonly about?: string
}

interface ChoiceListProps<Value extends string> {
  /** What is being chosen, in words. Spoken, not shown. */
  readonly label: string
  readonly choices: readonly Choice<Value>[]
  readonly value: Value
  readonly onChange: (value: Value) => void
}

/** One of several, each with a few words: native radio buttons, as a list; in a narrow window as rows of three. */
export function ChoiceList<Value extends string>({ label, choices, value, onChange }: ChoiceListProps<Value>) {
  const id = useId()
  return (
    <div className="choice-list" role="radiogroup" aria-labelledby={id}>
      <span className="visually-hidden" id={id}>
        {label}
      </span>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={id}
            value={choice.value}
            checked={choice.value === value}
            aria-label={choice.label}
            aria-describedby={choice.about === undefined ? undefined : `${id}-${choice.value}`}
            onChange={() => onChange(choice.value)}
          />
          <span className="choice-face">
            <span>{choice.label}</span>
            {choice.about !== undefined && (
              <span className="choice-about" id={`${id}-${choice.value}`}>
                {choice.about}
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  )
}
