import { embedControls, type EmbedControl, type EmbedOptions } from '../../../experiment/embed/embedOptions.ts'

const controlNames: Readonly<Record<EmbedControl, string>> = {
  play: 'Play and pause',
  step: 'One step',
  reset: 'Reset',
  balls: 'Drop balls',
  alpha: 'Saliencies α₁, α₂',
  gain: 'Gain g',
  noise: 'Noise σ',
  speed: 'Speed',
  model: 'Model',
  picture: 'Surface or map',
}

interface EmbedControlsProps {
  readonly options: Pick<EmbedOptions, 'controls' | 'locked'>
  readonly onChange: (next: Pick<EmbedOptions, 'controls' | 'locked'>) => void
}

/** Which controls a reader sees, and which of them only tell their value. */
export function EmbedControls({ options: { controls, locked }, onChange }: EmbedControlsProps) {
  const withControl = (list: readonly EmbedControl[], control: EmbedControl, isIn: boolean) =>
    embedControls.filter((each) => (each === control ? isIn : list.includes(each)))
  return (
    <table className="embed-controls">
      <thead>
        <tr>
          <th scope="col">Control</th>
          <th scope="col">Shown</th>
          <th scope="col">Locked</th>
        </tr>
      </thead>
      <tbody>
        {embedControls.map((control) => {
          const isShown = controls.includes(control)
          return (
            <tr key={control}>
              <th scope="row">{controlNames[control]}</th>
              <td>
                <label className="embed-check">
                  <input
                    type="checkbox"
                    aria-label={`Show ${controlNames[control]}`}
                    checked={isShown}
                    onChange={({ target: { checked } }) =>
                      onChange({
                        controls: withControl(controls, control, checked),
                        locked: checked ? locked : withControl(locked, control, false),
                      })
                    }
                  />
                </label>
              </td>
              <td>
                <label className="embed-check">
                  <input
                    type="checkbox"
                    aria-label={`Lock ${controlNames[control]}`}
                    checked={isShown && locked.includes(control)}
                    disabled={!isShown}
                    onChange={({ target: { checked } }) =>
                      onChange({ controls, locked: withControl(locked, control, checked) })
                    }
                  />
                </label>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
