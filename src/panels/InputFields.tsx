import { saliencyOfPair } from '../model/saliency.ts'
import { selectDerived } from '../store/selectors.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { NumberField } from '../ui/NumberField.tsx'
import { Symbol } from '../ui/Symbol.tsx'
import { withSaliency } from './edits.ts'
import { inputRanges, inputRefusal } from './inputLimits.ts'
import { Prose } from './Prose.tsx'
import './panels.css'

/** The input as the two neurons get it. Editing it moves the saliencies, and the other way round. */
export function InputFields() {
  const { store } = useLab()
  const { input } = useLabState(selectDerived)
  const fields = ([0, 1] as const).map((neuron) => {
    const withComponent = (value: number): [number, number] => (neuron === 0 ? [value, input[1]] : [input[0], value])
    return (
      <NumberField
        key={neuron}
        label={`Input to neuron ${neuron + 1}`}
        symbol={
          <>
            <Symbol base="u" sub={neuron + 1} /> =
          </>
        }
        value={input[neuron]}
        {...inputRanges[neuron]}
        step={0.01}
        widthInDigits={6}
        refuse={(value) => inputRefusal(withComponent(value))}
        tooltip={<Prose text="The same input, neuron by neuron. It sets α₁ and α₂, and so the whole landscape." />}
        onChange={(value) => store.getState().edit(withSaliency(saliencyOfPair(withComponent(value))))}
      />
    )
  })
  return (
    <div className="input-fields">
      <p className="panel-words">The same input, as each neuron gets it:</p>
      <div className="panel-row">{fields}</div>
    </div>
  )
}
