import { Color, SRGBColorSpace, type Vector3 } from 'three'
import type { SceneColour } from './sceneColour.ts'

/** Everything the picture takes from the theme. */
export interface ScenePalette {
  readonly isDark: boolean
  readonly paper: SceneColour
  readonly ink: SceneColour
  readonly inkSoft: SceneColour
  readonly hairline: SceneColour
  readonly memory1: SceneColour
  readonly memory2: SceneColour
  readonly stable: SceneColour
  readonly unstable: SceneColour
  readonly ball: SceneColour
  readonly accent: SceneColour
  /** RGB bytes from low to high energy, in display (sRGB) values, any number of entries. */
  readonly energyColours: Uint8Array
  /** The same from no density to the most, away from the ground of the theme. */
  readonly densityColours: Uint8Array
}

const scratch = new Color()

/**
 * The display values of a colour, 0 to 1, for shaders that write to the screen as they are. All shaders here compute
 * in display space and skip the renderer's conversion, so that the surface matches the colour table exactly.
 */
export function displayColourInto(out: Vector3, colour: SceneColour): Vector3 {
  scratch.set(colour)
  scratch.getRGB(scratch, SRGBColorSpace)
  return out.set(scratch.r, scratch.g, scratch.b)
}
