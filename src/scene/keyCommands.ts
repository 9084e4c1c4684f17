/** What a key does to the picture. Directions are those of the screen: x to the right, y away from the viewer. */
export type KeyCommand =
  | { readonly kind: 'orbit'; readonly azimuth: number; readonly elevation: number }
  | { readonly kind: 'zoom'; readonly ratio: number }
  | { readonly kind: 'preset'; readonly preset: 'top' | 'oblique' | 'alongMemory1' | 'alongMemory2' }
  | { readonly kind: 'cursor'; readonly x: number; readonly y: number }
  /** What the cross-hair is at: choose the equilibrium, or else drop a ball. */
  | { readonly kind: 'enter' }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hide' }

/** Turn for one key press, in radians. */
const TURN = 0.09
const ZOOM = 1.12
/** One step of the cross-hair, in units of the extent. */
const CURSOR_STEP = 1 / 40
/** This near to an equilibrium the cross-hair is at it: some place of its steps always is. In steps. */
const AT_REACH = 0.75

const arrows: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
}
const letters: Readonly<Record<string, readonly [number, number]>> = { a: [-1, 0], d: [1, 0], w: [0, 1], s: [0, -1] }

export interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The command of a key, or null when the key is not ours (all combinations with Ctrl, Alt and Meta belong to the browser). */
export function keyCommand(pressed: PressedKey): KeyCommand | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const arrow = arrows[pressed.key]
  if (arrow) {
    if (pressed.shiftKey) return { kind: 'cursor', x: arrow[0], y: arrow[1] }
    return { kind: 'orbit', azimuth: -arrow[0] * TURN, elevation: arrow[1] * TURN }
  }
  const letter = letters[pressed.key.toLowerCase()]
  if (letter) return { kind: 'cursor', x: letter[0], y: letter[1] }
  switch (pressed.key) {
    case '+':
    case '=':
      return { kind: 'zoom', ratio: 1 / ZOOM }
    case '-':
    case '_':
      return { kind: 'zoom', ratio: ZOOM }
    case '1':
      return { kind: 'preset', preset: 'top' }
    case '2':
    case 'Home':
      return { kind: 'preset', preset: 'oblique' }
    case '3':
      return { kind: 'preset', preset: 'alongMemory1' }
    case '4':
      return { kind: 'preset', preset: 'alongMemory2' }
    case 'Enter':
      return { kind: 'enter' }
    case ' ':
      return { kind: 'drop' }
    case 'Escape':
      return { kind: 'hide' }
    default:
      return null
  }
}

/** One step of the cross-hair, turned so that "right" is right on the screen, and kept on the map. */
export function movedCursor(
  cursor: readonly [number, number] | null,
  command: { readonly x: number; readonly y: number },
  azimuth: number,
  extent: number,
): [number, number] {
  const step = extent * CURSOR_STEP
  const [x1, x2] = cursor ?? [0, 0]
  const keep = (value: number) => Math.min(extent, Math.max(-extent, value))
  if (cursor === null) return [0, 0]
  return [
    keep(x1 + step * (command.x * Math.cos(azimuth) - command.y * Math.sin(azimuth))),
    keep(x2 + step * (command.x * Math.sin(azimuth) + command.y * Math.cos(azimuth))),
  ]
}

/** The key of the equilibrium that the cross-hair is at. */
export function equilibriumAtCursor(
  cursor: readonly [number, number],
  equilibria: readonly { readonly key: string; readonly state: readonly [number, number] }[],
  extent: number,
): string | null {
  let nearest = AT_REACH * CURSOR_STEP * extent
  let found: string | null = null
  for (const { key, state } of equilibria) {
    const distance = Math.hypot(state[0] - cursor[0], state[1] - cursor[1])
    if (distance > nearest) continue
    nearest = distance
    found = key
  }
  return found
}
