/** A colour as CSS writes it (hex or rgb()), or as 0xrrggbb. */
export type SceneColour = string | number

export function cssColour(colour: SceneColour): string {
  return typeof colour === 'string' ? colour : `#${colour.toString(16).padStart(6, '0')}`
}
