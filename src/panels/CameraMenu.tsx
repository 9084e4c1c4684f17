import { cameraPresets, type CameraPresetName } from '../experiment/cameraPresets.ts'
import type { LayerSettings } from '../experiment/experiment.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Switch } from '../ui/Switch.tsx'
import { withLayer, withView } from './edits.ts'
import { MenuButton } from './MenuButton.tsx'
import { PhaseLayerSwitches } from './phase/PhaseLayerSwitches.tsx'
import './CameraMenu.css'

const places: Record<CameraPresetName, { readonly title: string; readonly key: string }> = {
  oblique: { title: 'Oblique', key: '2' },
  top: { title: 'From the top', key: '1' },
  alongMemory1: { title: 'Along memory 1', key: '3' },
  alongMemory2: { title: 'Along memory 2', key: '4' },
}

const layers: Record<keyof LayerSettings, { readonly title: string; readonly tip: string }> = {
  contours: { title: 'Contour lines', tip: 'Lines of equal energy on the landscape.' },
  equilibria: { title: 'Equilibria', tip: 'Stars where the ground is stable, dots where it is not.' },
  labels: { title: 'Names and numbers', tip: 'The names of the equilibria and the scales.' },
  trails: { title: 'Trails', tip: 'Where each ball has been.' },
}

/** Where to look from, and what to show. */
export function CameraMenu() {
  const { store } = useLab()
  const view = useLabState((state) => state.experiment.view)
  const edit = store.getState().edit
  return (
    <MenuButton icon="layers" label="View" tooltip="Standard places to look from, and what is drawn on the landscape.">
      {(menuId) => (
        <>
          {view.picture === 'surface' && (
            <>
              <p className="menu-heading">Look from</p>
              <div className="camera-places">
                {Object.entries(places).map(([name, { title, key }]) => (
                  <button
                    key={name}
                    type="button"
                    className="menu-item"
                    popoverTarget={menuId}
                    popoverTargetAction="hide"
                    onClick={() => edit(withView({ camera: cameraPresets[name as CameraPresetName] }))}
                  >
                    <span>
                      {title} <small>({key})</small>
                    </span>
                  </button>
                ))}
              </div>
            </>
          )}
          <p className="menu-heading">Show</p>
          <div className="menu-switches camera-layers">
            {Object.entries(layers).map(([name, { title, tip }]) => (
              <Switch
                key={name}
                label={title}
                tooltip={tip}
                isOn={view.layers[name as keyof LayerSettings]}
                onChange={(isOn) => edit(withLayer(name as keyof LayerSettings, isOn))}
              />
            ))}
          </div>
          <p className="menu-heading">Phase portrait</p>
          <PhaseLayerSwitches />
        </>
      )}
    </MenuButton>
  )
}
