import type { PictureState } from '../store/pictureLab.ts'
import type { ScenePalette } from './palette.ts'
import { cssColour } from './sceneColour.ts'

const keysText =
  'Arrow keys turn the landscape, plus and minus zoom, Home resets the view. 1 is the view from the top, 2 oblique, 3 along memory 1, ' +
  '4 along memory 2. Shift with arrow keys, or W, A, S and D, move a cross-hair; '
const dropText = 'Enter or the space bar drops a ball there; '
const chooseText = 'at an equilibrium Enter chooses it; '
const hideText = 'Escape hides it.'

/** How a scene is moved by keys, to those who cannot see it. */
export function keysTextFor({ dropBall, select }: PictureState): string {
  return keysText + (dropBall ? dropText : '') + (select ? chooseText : '') + hideText
}

/** The colours that the style sheet of the scene reads, by the names of its custom properties. */
export function sceneColours(palette: ScenePalette): Readonly<Record<string, string>> {
  const names = ['paper', 'ink', 'inkSoft', 'memory1', 'memory2', 'accent'] as const
  return Object.fromEntries(names.map((name) => [`--scene-${name}`, cssColour(palette[name])]))
}
