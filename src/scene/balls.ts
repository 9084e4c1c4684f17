import {
  BufferAttribute,
  BufferGeometry,
  CustomBlending,
  DynamicDrawUsage,
  OneFactor,
  OneMinusSrcAlphaFactor,
  Vector3,
} from 'three'
import { createTwoPass } from './twoPass.ts'
import type { Field } from './field.ts'
import { fieldGlsl } from './fieldGlsl.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'

const MOST_BALLS = 32

/** Radius of the halo (glow or shadow) in radii of the ball. */
const HALO = 2.6

const vertexShader = /* glsl */ `
${fieldGlsl}
uniform float uPixelRatio;
uniform float uBallSize; // radius in CSS pixels
uniform vec2 uViewport;
attribute vec2 state;
varying float vRadius;
varying float vWorldRadius;
varying float vViewZ;
varying float vInside;

void main() {
  vRadius = uBallSize * uPixelRatio;
  gl_PointSize = 2.0 * ${HALO.toFixed(1)} * vRadius;
  vInside = max(abs(state.x), abs(state.y)) <= uExtent * 1.001 ? 1.0 : 0.4;
  vec2 shown = clamp(state, -uExtent, uExtent);
  vec3 ground = surfacePoint(shown);
  vec4 view = viewMatrix * vec4(ground, 1.0);
  vWorldRadius = -view.z * 2.0 * vRadius / (projectionMatrix[1][1] * uViewport.y);
  view = viewMatrix * vec4(ground + normalFrom(gradientAt(shown), energyAt(shown)) * vWorldRadius, 1.0);
  vViewZ = view.z;
  gl_Position = projectionMatrix * view;
}
`

const fragmentShader = /* glsl */ `
uniform mat4 projectionMatrix;
uniform vec3 uBall;
uniform vec3 uShadow;
uniform float uDark;
uniform float uFaint;
varying float vRadius;
varying float vWorldRadius;
varying float vViewZ;
varying float vInside;

void main() {
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0) * ${HALO.toFixed(1)};
  float r = length(p);
  float cover = 1.0 - smoothstep(1.0 - 0.7 / vRadius, 1.0 + 0.7 / vRadius, r);
  vec3 normal = vec3(p, sqrt(max(0.0, 1.0 - r * r)));
  float light = dot(normal, normalize(vec3(-0.55, 0.70, 0.62)));
  vec3 body = uBall * mix(0.62, 1.06, smoothstep(-0.5, 0.8, light));
  body = mix(body, vec3(1.0), smoothstep(0.90, 0.99, light) * 0.85);
  body = mix(body, uShadow, smoothstep(0.86, 1.0, r) * mix(0.45, 0.12, uDark));
  // Outside the sphere: light that adds (dark theme), or a soft shadow to the lower right (light theme).
  float glow = pow(max(0.0, 1.0 - r / ${HALO.toFixed(1)}), 2.2) * 0.55;
  float shadow = pow(max(0.0, 1.0 - length(p - vec2(0.35, -0.45)) / 1.75), 1.4) * 0.5;
  vec4 halo = mix(vec4(uShadow * shadow, shadow), vec4(uBall * glow, glow * 0.25), uDark);
  vec4 colour = mix(halo, vec4(body, 1.0), cover);
  gl_FragColor = colour * uFaint * vInside;
  // The depth of a true sphere, so that it rests in the ground and hides behind hills pixel by pixel.
  float z = vViewZ + vWorldRadius * (r < 1.0 ? normal.z : 0.9);
  float ndc = (projectionMatrix[2][2] * z + projectionMatrix[3][2]) / -z;
  gl_FragDepth = ndc * 0.5 + 0.5;
}
`

/** The states as bright spheres of constant size, resting on the surface. */
export function createBalls(field: Field) {
  const states = new BufferAttribute(new Float32Array(MOST_BALLS * 2), 2).setUsage(DynamicDrawUsage)
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(MOST_BALLS * 3), 3))
  geometry.setAttribute('state', states)
  geometry.setDrawRange(0, 0)
  const shared = {
    ...field.uniforms,
    uBallSize: { value: 8 },
    uBall: { value: new Vector3() },
    uShadow: { value: new Vector3() },
    uDark: { value: 0 },
  }
  const pass = createTwoPass(
    {
      uniforms: shared,
      vertexShader,
      fragmentShader,
      blending: CustomBlending,
      blendSrc: OneFactor,
      blendDst: OneMinusSrcAlphaFactor,
    },
    0.28,
  )
  return {
    geometry,
    seen: pass.seen,
    hidden: pass.hidden,
    uniforms: shared,
    clear: () => geometry.setDrawRange(0, 0),
    add(x1: number, x2: number) {
      const at = geometry.drawRange.count
      if (at >= MOST_BALLS) return
      states.setXY(at, x1, x2)
      states.needsUpdate = true
      geometry.setDrawRange(0, at + 1)
    },
    setPalette(palette: ScenePalette) {
      displayColourInto(shared.uBall.value, palette.ball)
      displayColourInto(shared.uShadow.value, palette.isDark ? palette.paper : palette.ink)
      shared.uDark.value = palette.isDark ? 1 : 0
    },
    dispose() {
      geometry.dispose()
      pass.dispose()
    },
  }
}
