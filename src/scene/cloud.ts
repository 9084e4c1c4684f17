import { BufferAttribute, BufferGeometry, DynamicDrawUsage, ShaderMaterial, Sphere, Vector3 } from 'three'
import type { Field } from './field.ts'
import { fieldGlsl } from './fieldGlsl.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import type { Tint } from './tint.ts'
import { tintGlsl } from './tintGlsl.ts'

const MOST_PARTICLES = 10_000

const vertexShader = /* glsl */ `
${fieldGlsl}
${tintGlsl}
uniform float uPixelRatio;
uniform float uThickness;
attribute vec2 state;
varying float vPale;
varying float vRadius;

void main() {
  if (max(abs(state.x), abs(state.y)) > uExtent) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 1.0;
    return;
  }
  vRadius = 1.5 * uPixelRatio * uThickness;
  gl_PointSize = 2.0 * (vRadius + 1.0);
  float height = energyAt(state);
  vPale = paleness(groundLightness(state, height));
  vec3 point = vec3(state.x / uExtent, worldHeight(height), -state.y / uExtent);
  vec3 toEye = cameraPosition - point;
  gl_Position = projectionMatrix * viewMatrix * vec4(point + normalize(toEye) * 0.012, 1.0);
}
`

const fragmentShader = /* glsl */ `
uniform vec3 uDeepTone;
uniform vec3 uPaleTone;
varying float vPale;
varying float vRadius;

void main() {
  float away = length(gl_PointCoord * 2.0 - 1.0) * (vRadius + 1.0);
  float alpha = 1.0 - smoothstep(vRadius - 1.0, vRadius + 0.8, away);
  gl_FragColor = vec4(mix(uDeepTone, uPaleTone, vPale), alpha * 0.5);
}
`

/** The particles of the noise as small translucent points on the ground, dark where it is light and pale where it is dark. */
export function createCloud(field: Field, tint: Tint) {
  const states = new BufferAttribute(new Float32Array(MOST_PARTICLES * 2), 2).setUsage(DynamicDrawUsage)
  const geometry = new BufferGeometry()
  // three counts vertices by `position`; the shader reads `state` only.
  geometry.setAttribute('position', states)
  geometry.setAttribute('state', states)
  geometry.setDrawRange(0, 0)
  // It would be measured in three dimensions.
  geometry.boundingSphere = new Sphere(new Vector3(), 2)
  const uniforms = {
    ...field.uniforms,
    ...tint.uniforms,
    uThickness: { value: 1 },
    uDeepTone: { value: new Vector3() },
    uPaleTone: { value: new Vector3() },
  }
  const material = tint.compile(
    new ShaderMaterial({ uniforms, vertexShader, fragmentShader, transparent: true, depthWrite: false }),
  )
  return {
    geometry,
    material,
    uniforms,
    /** `positions`: x1, x2 of each particle; null for no cloud. They are copied: the cell's arrays are written again. */
    show(positions: Float32Array | null) {
      const count = Math.min(MOST_PARTICLES, (positions?.length ?? 0) / 2)
      geometry.setDrawRange(0, count)
      if (!positions) return
      states.array.set(positions.length > 2 * count ? positions.subarray(0, 2 * count) : positions)
      states.clearUpdateRanges()
      states.addUpdateRange(0, 2 * count)
      states.needsUpdate = true
    },
    // Not in the colour of the balls: among the cloud their trails must stand out.
    setPalette({ isDark, ink, paper }: ScenePalette) {
      displayColourInto(uniforms.uDeepTone.value, isDark ? paper : ink)
      displayColourInto(uniforms.uPaleTone.value, isDark ? ink : paper)
    },
    dispose() {
      geometry.dispose()
      material.dispose()
    },
  }
}
