import { useLab, useLabState } from '../../store/useLab.ts'
import { Formula } from '../../ui/Formula.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { withPhase } from '../edits.ts'
import { MetricPicture } from './MetricPicture.tsx'
import { downhill, fall, field, flowAndGradient, slope } from './phase.formulas.txt'

/** Why the state does not roll straight downhill, in a picture, a formula, and on the landscape itself. */
export function FlowAndDescent() {
  const { store } = useLab()
  const hasBoth = useLabState(({ experiment }) => experiment.view.phase.flow && experiment.view.phase.descent)
  const toggle = () => store.getState().edit(withPhase({ flow: !hasBoth, descent: !hasBoth }))
  return (
    <>
      <h2 className="panel-title">Why it does not roll straight downhill</h2>
      <p className="panel-words">
        A neuron near its limit answers a change of its state with little change of its response. The energy only counts
        responses, so the ground is nearly flat along that neuron, and yet its state moves on at its own pace. Each
        neuron divides its part of the slope by its own <Formula html={slope} />:
      </p>
      <Formula isBlock html={flowAndGradient} />
      <MetricPicture />
      <p className="panel-words">
        So the arrows of <Formula html={field} /> and of <Formula html={downhill} /> vanish at the same points, always
        go down together, and differ in between:
      </p>
      <Formula isBlock html={fall} />
      <div>
        <IconButton
          icon="layers"
          label={hasBoth ? 'Hide both arrows' : 'Show both on the landscape'}
          hasText
          isPressed={hasBoth}
          tooltip="Solid arrows: where the state goes. Dotted arrows: straight downhill."
          onClick={toggle}
        />
      </div>
    </>
  )
}
