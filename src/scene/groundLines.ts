import {
  BufferAttribute,
  DynamicDrawUsage,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  ShaderMaterial,
  Vector2,
  Vector3,
  Vector4,
} from 'three'
import type { Field } from './field.ts'
import { fieldGlsl, segmentGlsl } from './fieldGlsl.ts'
import { makeStrip, STRIP_STRIDE } from './groundStrip.ts'
import { lineStyles } from './lineStyles.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import { segmentQuad } from './segments.ts'
import type { Tint } from './tint.ts'
import { tintGlsl } from './tintGlsl.ts'

const vertexShader = /* glsl */ `
${fieldGlsl}
${segmentGlsl}
${tintGlsl}
uniform float uPixelRatio;
uniform float uThickness; // 1, or more on a projector
uniform vec4 uStyles[${lineStyles.length}]; // half width of line and head in CSS pixels, dash, gap
uniform vec2 uCasings[${lineStyles.length}]; // reach beyond the ink, opacity
uniform float uOpacities[${lineStyles.length}];
uniform float uIsCasing;
attribute vec4 from;
attribute vec4 to;
varying float vAcross;
varying float vHalf;
varying float vWay;
varying vec2 vDash;
varying float vOpacity;
varying float vPale;

// Towards the eye, which moves nothing on the screen: a line of some width must not sink into the slope beside it.
vec3 raised(vec2 state, float reach) {
  vec3 point = surfacePoint(state);
  vec3 toEye = cameraPosition - point;
  float away = length(toEye);
  float perPixel = 2.0 * away / (projectionMatrix[1][1] * uViewport.y);
  return point + toEye / away * (0.004 + 2.2 * reach * perPixel);
}

void main() {
  bool isOutside = max(max(abs(from.x), abs(from.y)), max(abs(to.x), abs(to.y))) > uExtent * 1.001;
  if (from.w < 0.0 || isOutside) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  int style = int(from.w);
  bool isHead = fract(from.w) > 0.25;
  vec4 look = uStyles[style];
  float unit = uPixelRatio * uThickness;
  float widest = (isHead ? look.y : look.x) * unit;
  float casing = uCasings[style].x * unit * uIsCasing;
  float reach = widest + casing + 1.0;
  vHalf = (isHead ? widest * (1.0 - position.x) : widest) + casing;
  vAcross = position.y * reach;
  vWay = mix(from.z, to.z, position.x);
  vDash = isHead ? vec2(1.0, 0.0) : look.zw;
  vOpacity = mix(uOpacities[style], uCasings[style].y, uIsCasing);
  vec2 state = position.x < 0.5 ? from.xy : to.xy;
  vPale = paleness(groundLightness(state, energyAt(state)));
  gl_Position = segmentCorner(raised(from.xy, reach), raised(to.xy, reach), position.xy, reach, 0.0);
}
`

const fragmentShader = /* glsl */ `
uniform vec3 uDeepTone;
uniform vec3 uPaleTone;
uniform float uIsCasing;
uniform float uStrength;
varying float vAcross;
varying float vHalf;
varying float vWay;
varying vec2 vDash;
varying float vOpacity;
varying float vPale;

void main() {
  float alpha = 1.0 - smoothstep(vHalf - 0.5, vHalf + 0.5, abs(vAcross));
  if (vDash.y > 0.0) {
    // In units of the dash's period; where dashes are finer than a pixel, their mean.
    float period = vDash.x + vDash.y;
    float phase = vWay / period;
    float perPixel = max(fwidth(phase), 1e-5);
    float ink = vDash.x / period;
    float inside = (0.5 * ink - abs(fract(phase) - 0.5)) / perPixel;
    alpha *= mix(clamp(0.5 + inside, 0.0, 1.0), ink, smoothstep(0.35, 0.8, perPixel));
  }
  float pale = mix(vPale, 1.0 - vPale, uIsCasing);
  gl_FragColor = vec4(mix(uDeepTone, uPaleTone, smoothstep(0.35, 0.65, pale)), alpha * vOpacity * uStrength);
}
`

/**
 * Lines that lie on the ground: dark on light ground, pale on dark ground, with an edge in the other tone under them. One array, read twice and
 * shifted by one point, gives the segments; it is drawn once for the edges and once for the ink.
 */
export function createGroundLines(field: Field, tint: Tint, capacity: number) {
  const strip = makeStrip(capacity)
  const buffer = new InstancedInterleavedBuffer(strip.data, STRIP_STRIDE, 1)
  buffer.setUsage(DynamicDrawUsage)
  const geometry = new InstancedBufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(segmentQuad, 3))
  geometry.setAttribute('from', new InterleavedBufferAttribute(buffer, 4, 0))
  geometry.setAttribute('to', new InterleavedBufferAttribute(buffer, 4, STRIP_STRIDE))
  geometry.instanceCount = 0
  const shared = {
    ...field.uniforms,
    ...tint.uniforms,
    uThickness: { value: 1 },
    uStyles: { value: lineStyles.map((each) => new Vector4(each.halfWidth, each.headHalfWidth, ...each.dash)) },
    uCasings: { value: lineStyles.map(({ casing }) => new Vector2(...casing)) },
    uOpacities: { value: lineStyles.map(({ opacity }) => opacity) },
    uDeepTone: { value: new Vector3() },
    uPaleTone: { value: new Vector3() },
    uStrength: { value: 1 },
  }
  const pass = (isCasing: 0 | 1) =>
    new ShaderMaterial({
      uniforms: { ...shared, uIsCasing: { value: isCasing } },
      vertexShader,
      fragmentShader,
      transparent: true,
      depthWrite: false,
    })
  const casing = pass(1)
  const ink = pass(0)
  return {
    geometry,
    casing,
    ink,
    uniforms: shared,
    /** To be written to; then call `finish`. */
    strip,
    finish() {
      geometry.instanceCount = Math.max(0, strip.count - 1)
      buffer.clearUpdateRanges()
      buffer.addUpdateRange(0, strip.count * STRIP_STRIDE)
      buffer.needsUpdate = true
    },
    setPalette({ isDark, ink: text, paper }: ScenePalette) {
      displayColourInto(shared.uDeepTone.value, isDark ? paper : text)
      displayColourInto(shared.uPaleTone.value, isDark ? text : paper)
    },
    dispose() {
      geometry.dispose()
      casing.dispose()
      ink.dispose()
    },
  }
}
