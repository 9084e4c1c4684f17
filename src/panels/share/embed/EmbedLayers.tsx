import type { EmbedOptions } from '../../../experiment/embed/embedOptions.ts'
import { embedLayers, type EmbedLayer } from '../../../experiment/embed/layers.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import { Switch } from '../../../ui/Switch.tsx'

const layerNames: Readonly<Record<EmbedLayer, string>> = {
  contours: 'Contours',
  trails: 'Trails',
  labels: 'Labels',
  equilibria: 'Equilibria',
  flow: 'Flow',
  descent: 'Descent',
  nullclines: 'Nullclines',
  separatrices: 'Separatrices',
  directions: 'Eigenvectors',
  cloud: 'Particles',
}

interface EmbedLayersProps {
  readonly layers: EmbedOptions['layers']
  readonly view: Experiment['view']
  readonly onChange: (layers: EmbedOptions['layers']) => void
}

/** The layers of the embed: as they are here, or others. */
export function EmbedLayers({ layers, view, onChange }: EmbedLayersProps) {
  const here = embedLayers.filter((layer) => ({ ...view.phase, ...view.layers })[layer])
  const shown = layers ?? here
  return (
    <div className="embed-layers">
      <Switch
        label="As they are here"
        isOn={layers === null}
        onChange={(isAsHere) => onChange(isAsHere ? null : here)}
      />
      {layers !== null && (
        <div className="embed-layer-list" role="group" aria-label="Layers of the embed">
          {embedLayers.map((layer) => (
            <label key={layer} className="embed-check">
              <input
                type="checkbox"
                checked={shown.includes(layer)}
                onChange={({ target: { checked } }) =>
                  onChange(embedLayers.filter((each) => (each === layer ? checked : shown.includes(each))))
                }
              />
              {layerNames[layer]}
            </label>
          ))}
        </div>
      )}
    </div>
  )
}
