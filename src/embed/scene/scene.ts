import { cameraPresets } from '../../experiment/cameraPresets.ts'
import { mountLandscape, type MountedLandscapeProps } from '../../scene/mountLandscape.ts'
import { embedParts, type SceneProps } from '../stage.ts'

/** Room around for the numbers of the axes, which stand out of the landscape. */
const insets = { top: 4, right: 8, bottom: 8, left: 8 }

function propsOf({ isActive, ...props }: SceneProps): MountedLandscapeProps {
  return { ...props, cameraPresets, insets, wheelZoom: isActive, fingerTurns: isActive }
}

embedParts().mountScene = (host, props) => {
  const { update, unmount } = mountLandscape(host, propsOf(props))
  return { update: (next) => update(propsOf(next)), unmount }
}
