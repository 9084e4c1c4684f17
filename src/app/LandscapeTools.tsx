import { CameraMenu } from '../panels/CameraMenu.tsx'
import { withView } from '../panels/edits.ts'
import { PresetPicker } from '../panels/PresetPicker.tsx'
import { useLab, useLabState } from '../store/useLab.ts'
import { PictureSwitch } from './PictureSwitch.tsx'

/** What the landscape of two neurons has in the top bar. */
export function LandscapeTools() {
  const { store } = useLab()
  const kind = useLabState((state) => state.experiment.view.picture)
  return (
    <>
      <PresetPicker />
      <span className="top-bar-gap" />
      <PictureSwitch kind={kind} onChange={(picture) => store.getState().edit(withView({ picture }))} />
      <CameraMenu />
    </>
  )
}
