import { cameraPresets, type CameraPresetName } from '../../experiment/cameraPresets.ts'
import type { LayerSettings } from '../../experiment/experiment.ts'
import { withLayer } from '../../panels/edits.ts'
import { MenuButton } from '../../panels/MenuButton.tsx'
import { useRecall } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { usePictureState } from '../../store/usePictureState.ts'
import { Switch } from '../../ui/Switch.tsx'

const layers: Record<keyof LayerSettings, { readonly title: string; readonly tip: string }> = {
  contours: { title: 'Contour lines', tip: 'Lines of equal energy on the landscape.' },
  equilibria: { title: 'Equilibria', tip: 'Stars where the slice is stable, hollow where the whole network is not.' },
  labels: { title: 'Names and numbers', tip: 'The names of the memories and the scales.' },
  trails: { title: 'Trail', tip: 'Where the state has been, seen on this plane.' },
}

/** Where to look at the slice from, and what to show. */
export function SliceMenu() {
  const { store } = useLab()
  const { picture } = useRecall()
  const kind = useLabState((state) => state.experiment.recall.slice.picture)
  const view = useLabState((state) => state.experiment.view)
  const names = usePictureState(picture, (state) => state.memoryNames)
  const places: Record<CameraPresetName, string> = {
    oblique: 'Oblique',
    top: 'From the top',
    alongMemory1: `Along ${names?.[0] ?? 'the first memory'}`,
    alongMemory2: `Along ${names?.[1] ?? 'the second memory'}`,
  }
  return (
    <MenuButton icon="layers" label="View" tooltip="Standard places to look from, and what is drawn on the landscape.">
      {(menuId) => (
        <>
          {kind === 'surface' && (
            <>
              <p className="menu-heading">Look from</p>
              {Object.entries(places).map(([name, title]) => (
                <button
                  key={name}
                  type="button"
                  className="menu-item"
                  popoverTarget={menuId}
                  popoverTargetAction="hide"
                  onClick={() => picture.store.getState().setCamera(cameraPresets[name as CameraPresetName])}
                >
                  <span>{title}</span>
                </button>
              ))}
            </>
          )}
          <p className="menu-heading">Show</p>
          <div className="menu-switches">
            {Object.entries(layers).map(([name, { title, tip }]) => (
              <Switch
                key={name}
                label={title}
                tooltip={tip}
                isOn={view.layers[name as keyof LayerSettings]}
                onChange={(isOn) => store.getState().edit(withLayer(name as keyof LayerSettings, isOn))}
              />
            ))}
          </div>
        </>
      )}
    </MenuButton>
  )
}
