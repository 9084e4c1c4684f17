import { createBalls } from './balls.ts'
import { createField } from './field.ts'
import { createMarkers } from './markers.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import { createSegments } from './segments.ts'
import { createBlock } from './surface.ts'
import { createTrails } from './trails.ts'

/** Everything of the picture that lives on the graphics card. */
export function createPictureParts() {
  const field = createField()
  const block = createBlock(field)
  const trails = createTrails(field)
  const markers = createMarkers(field)
  const balls = createBalls(field)
  const base = createSegments(field, 64, false)
  const scale = createSegments(field, 32, false)
  const plumb = createSegments(field, 48, true)
  const all = [field, block, trails, markers, balls, base, scale, plumb]
  base.uniforms.uWidth.value = 0.9
  scale.uniforms.uWidth.value = 1.1
  plumb.uniforms.uWidth.value = 1.3
  return {
    field,
    block,
    trails,
    markers,
    balls,
    base,
    scale,
    plumb,
    setPalette(palette: ScenePalette) {
      for (const part of [block, trails, markers, balls]) part.setPalette(palette)
      for (const lines of [base, scale]) displayColourInto(lines.uniforms.uColour.value, palette.inkSoft)
      displayColourInto(plumb.uniforms.uColour.value, palette.accent)
    },
    dispose() {
      for (const part of all) part.dispose()
    },
  }
}

export type PictureParts = ReturnType<typeof createPictureParts>
