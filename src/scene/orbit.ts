import { WORLD_BASE, WORLD_HEIGHT, type WorldPoint } from './worldFrame.ts'

/** Where the camera stands: azimuth 0 is at negative x2, elevation pi/2 is above, distance 3 fits the landscape. */
export interface OrbitView {
  readonly azimuth: number
  readonly elevation: number
  readonly distance: number
}

/** Vertical field of view, in radians: a long lens, so that the relief is close to a parallel projection. */
const FIELD_OF_VIEW = (26 * Math.PI) / 180
/** From above the lens grows longer still, until the picture is nearly a map: high ground no longer hides the frame. */
const MAP_FIELD_OF_VIEW = (7 * Math.PI) / 180
/** Elevations between which the picture turns from a relief into a map. */
const MAP_ELEVATIONS = [1.05, 1.5] as const
const ELEVATION_RANGE = [0.05, Math.PI / 2] as const
const DISTANCE_RANGE = [1, 8] as const
/** The document's distance at which the landscape just fits the free area. */
export const FITTING_DISTANCE = 3
/** The point looked at: the middle of the block, a little below half its height so that the labels have room. */
export const TARGET: Readonly<WorldPoint> = { x: 0, y: 0.17, z: 0 }
/** Radius of the upright cylinder that must fit. A little less than sqrt 2: a corner may reach into the margin. */
const FITTING_RADIUS = 1.36

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

export function wrapAngle(angle: number): number {
  const turns = angle / (2 * Math.PI)
  return angle - 2 * Math.PI * Math.round(turns)
}

export function clampView(view: OrbitView): OrbitView {
  return {
    azimuth: wrapAngle(view.azimuth),
    elevation: clamp(view.elevation, ELEVATION_RANGE[0], ELEVATION_RANGE[1]),
    distance: clamp(view.distance, DISTANCE_RANGE[0], DISTANCE_RANGE[1]),
  }
}

export function isSameView(a: OrbitView, b: OrbitView, tolerance = 1e-6): boolean {
  return (
    Math.abs(wrapAngle(a.azimuth - b.azimuth)) < tolerance &&
    Math.abs(a.elevation - b.elevation) < tolerance &&
    Math.abs(a.distance - b.distance) < tolerance
  )
}

/** Between two views, the short way round; the distance changes by equal ratios. */
export function mixViews(from: OrbitView, to: OrbitView, t: number): OrbitView {
  return {
    azimuth: wrapAngle(from.azimuth + wrapAngle(to.azimuth - from.azimuth) * t),
    elevation: from.elevation + (to.elevation - from.elevation) * t,
    distance: from.distance * (to.distance / from.distance) ** t,
  }
}

/** What the panels cover at each edge of the canvas, in CSS pixels. */
export interface Insets {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** The rectangle of the canvas that no panel covers, in CSS pixels. */
export interface FreeArea {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** What the panels leave free, never less than a quarter of the canvas each way. */
export function freeAreaOf(width: number, height: number, insets: Insets): FreeArea {
  const freeWidth = Math.max(width / 4, width - insets.left - insets.right)
  const freeHeight = Math.max(height / 4, height - insets.top - insets.bottom)
  return {
    left: Math.min(insets.left, width - freeWidth),
    top: Math.min(insets.top, height - freeHeight),
    width: freeWidth,
    height: freeHeight,
  }
}

function mapShare(elevation: number): number {
  const t = clamp((elevation - MAP_ELEVATIONS[0]) / (MAP_ELEVATIONS[1] - MAP_ELEVATIONS[0]), 0, 1)
  return t * t * (3 - 2 * t)
}

export function fieldOfView(elevation: number): number {
  return FIELD_OF_VIEW + (MAP_FIELD_OF_VIEW - FIELD_OF_VIEW) * mapShare(elevation)
}

/** How the block is brought into the free area: how far away, and by how much the picture moves up, in pixels. */
export interface Fit {
  readonly distance: number
  readonly raise: number
}

/**
 * The world distance at which the block just fits the free area with room for its labels, and the shift that centres it.
 * Seen from the side it does not depend on the azimuth, so that turning the landscape does not change its size.
 */
export function fitBlock(free: FreeArea, canvasHeight: number, view: OrbitView): Fit {
  const focal = canvasHeight / 2 / Math.tan(fieldOfView(view.elevation) / 2)
  const halfWidth = Math.max(40, free.width / 2 - Math.min(54, 0.11 * free.width))
  const halfHeight = Math.max(40, free.height / 2 - Math.min(44, 0.09 * free.height))
  const sine = Math.sin(view.elevation)
  const cosine = Math.cos(view.elevation)
  const turned = Math.abs(Math.sin(view.azimuth)) + Math.abs(Math.cos(view.azimuth))
  const radius = FITTING_RADIUS + (1.05 * turned - FITTING_RADIUS) * mapShare(view.elevation)
  const above = WORLD_HEIGHT - TARGET.y
  const below = TARGET.y - WORLD_BASE
  // Pixels from the point looked at down to the near rim of the base, and up to the far rim of the top.
  const down = (distance: number) =>
    (focal * (radius * sine + below * cosine)) / (distance - radius * cosine + below * sine)
  const up = (distance: number) =>
    (focal * (radius * sine + above * cosine)) / (distance + radius * cosine - above * sine)
  let near = radius + 0.5
  let far = 200
  for (let halving = 0; halving < 24; halving++) {
    const middle = (near + far) / 2
    if (down(middle) + up(middle) > 2 * halfHeight) near = middle
    else far = middle
  }
  // The front rim is nearer than the point looked at, and so wider: 0.35 cos(elevation) of the way by trial.
  const distance = Math.max(far, (radius * focal) / halfWidth + 0.35 * cosine)
  return { distance, raise: (down(distance) - up(distance)) / 2 }
}

export function eyeInto(out: WorldPoint, view: OrbitView, worldDistance: number): WorldPoint {
  const horizontal = worldDistance * Math.cos(view.elevation)
  out.x = TARGET.x + horizontal * Math.sin(view.azimuth)
  out.y = TARGET.y + worldDistance * Math.sin(view.elevation)
  out.z = TARGET.z + horizontal * Math.cos(view.azimuth)
  return out
}

/** The upward direction of the picture. Defined at the zenith too, where "up" alone would not be. */
export function upInto(out: WorldPoint, view: OrbitView): WorldPoint {
  const sine = Math.sin(view.elevation)
  out.x = -sine * Math.sin(view.azimuth)
  out.y = Math.cos(view.elevation)
  out.z = -sine * Math.cos(view.azimuth)
  return out
}

/** World to canvas pixels by a column-major view-projection matrix. False when the point is behind the camera. */
export function projectInto(
  out: { x: number; y: number },
  matrix: ArrayLike<number>,
  point: Readonly<WorldPoint>,
  size: { readonly width: number; readonly height: number },
): boolean {
  const m = (index: number) => matrix[index] ?? 0
  const w = m(3) * point.x + m(7) * point.y + m(11) * point.z + m(15)
  if (w <= 1e-6) return false
  out.x = ((m(0) * point.x + m(4) * point.y + m(8) * point.z + m(12)) / w + 1) * 0.5 * size.width
  out.y = (1 - (m(1) * point.x + m(5) * point.y + m(9) * point.z + m(13)) / w) * 0.5 * size.height
  return true
}
