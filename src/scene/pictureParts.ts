import { createBalls } from './balls.ts'
import { createCloud } from './cloud.ts'
import { createField } from './field.ts'
import { createGroundLines } from './groundLines.ts'
import { createMarkers } from './markers.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import { createSegments } from './segments.ts'
import { createBlock } from './surface.ts'
import { createTint } from './tint.ts'
import { createTrails } from './trails.ts'

/** Points of all curves: 512 arrows of a dozen, and lines around the square a few times. */
const CURVE_CAPACITY = 12_000
const DIRECTION_CAPACITY = 256

/** Everything of the picture that lives on the graphics card. */
export function createPictureParts() {
  const field = createField()
  const tint = createTint()
  const block = createBlock(field, tint)
  const curves = createGroundLines(field, tint, CURVE_CAPACITY)
  const directions = createGroundLines(field, tint, DIRECTION_CAPACITY)
  const cloud = createCloud(field, tint)
  const trails = createTrails(field)
  const markers = createMarkers(field)
  const balls = createBalls(field)
  const base = createSegments(field, 64, false)
  const scale = createSegments(field, 32, false)
  const plumb = createSegments(field, 48, true)
  const all = [field, tint, block, curves, directions, cloud, trails, markers, balls, base, scale, plumb]
  base.uniforms.uWidth.value = 0.9
  scale.uniforms.uWidth.value = 1.1
  plumb.uniforms.uWidth.value = 1.3
  return {
    field,
    tint,
    block,
    curves,
    directions,
    cloud,
    trails,
    markers,
    balls,
    base,
    scale,
    plumb,
    setPalette(palette: ScenePalette) {
      for (const part of [tint, block, curves, directions, cloud, trails, markers, balls]) part.setPalette(palette)
      for (const lines of [base, scale]) displayColourInto(lines.uniforms.uColour.value, palette.inkSoft)
      displayColourInto(plumb.uniforms.uColour.value, palette.accent)
    },
    dispose() {
      for (const part of all) part.dispose()
    },
  }
}

export type PictureParts = ReturnType<typeof createPictureParts>
