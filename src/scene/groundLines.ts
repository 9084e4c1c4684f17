import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  InterleavedBuffer,
  InterleavedBufferAttribute,
  ShaderMaterial,
  Sphere,
  Vector2,
  Vector3,
  Vector4,
} from 'three'
import type { Field } from './field.ts'
import { heightAt, type Landscape } from '../model/landscape.ts'
import { fieldGlsl, segmentGlsl } from './fieldGlsl.ts'
import { makeStrip, STRIP_STRIDE, type GroundStrip } from './groundStrip.ts'
import { lineStyles } from './lineStyles.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'
import type { Tint } from './tint.ts'
import { tintGlsl } from './tintGlsl.ts'

/** Corners of a segment, and numbers of each: x1, x2, energy and way of its two ends, and its look (see `STRIP_STRIDE`). */
const CORNERS = 4
const CORNER_STRIDE = 9

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
attribute vec4 from; // x1, x2, energy, way
attribute vec4 to;
attribute float look;
varying float vAcross;
varying float vHalf;
varying float vWay;
varying vec2 vDash;
varying float vOpacity;
varying float vPale;

// Towards the eye, which moves nothing on the screen: a line of some width must not sink into the slope beside it.
vec3 raised(vec3 end, float reach) {
  vec3 point = vec3(end.x / uExtent, worldHeight(end.z), -end.y / uExtent);
  vec3 toEye = cameraPosition - point;
  float away = length(toEye);
  float perPixel = 2.0 * away / (projectionMatrix[1][1] * uViewport.y);
  return point + toEye / away * (0.004 + 2.2 * reach * perPixel);
}

void main() {
  if (max(max(abs(from.x), abs(from.y)), max(abs(to.x), abs(to.y))) > uExtent * 1.001) {
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    return;
  }
  // Along the segment (0..1) and across it (-1..1).
  vec2 corner = vec2(float((gl_VertexID >> 1) & 1), float(gl_VertexID & 1) * 2.0 - 1.0);
  int style = int(look);
  bool isHead = fract(look) > 0.25;
  vec4 shape = uStyles[style];
  float unit = uPixelRatio * uThickness;
  float widest = (isHead ? shape.y : shape.x) * unit;
  float casing = uCasings[style].x * unit * uIsCasing;
  float reach = widest + casing + 1.0;
  vHalf = (isHead ? widest * (1.0 - corner.x) : widest) + casing;
  vAcross = corner.y * reach;
  vWay = mix(from.w, to.w, corner.x);
  vDash = isHead ? vec2(1.0, 0.0) : shape.zw;
  vOpacity = mix(uOpacities[style], uCasings[style].y, uIsCasing);
  vec4 end = corner.x < 0.5 ? from : to;
  vPale = paleness(groundLightness(end.xy, end.z));
  gl_Position = segmentCorner(raised(from.xyz, reach), raised(to.xyz, reach), corner, reach, 0.0);
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
 * Lines that lie on the ground: dark on light ground, pale on dark ground, with an edge in the other tone under them; drawn once for the edges
 * and once for the ink. Each segment has four corners of its own, with the energy looked up here: instances, and texels read in the shader,
 * took a software renderer a third of each frame.
 */
export function createGroundLines(field: Field, tint: Tint, capacity: number) {
  const strip = makeStrip(capacity)
  const data = new Float32Array(capacity * CORNERS * CORNER_STRIDE)
  const buffer = new InterleavedBuffer(data, CORNER_STRIDE)
  buffer.setUsage(DynamicDrawUsage)
  const geometry = new BufferGeometry()
  geometry.setAttribute('from', new InterleavedBufferAttribute(buffer, 4, 0))
  geometry.setAttribute('to', new InterleavedBufferAttribute(buffer, 4, 4))
  geometry.setAttribute('look', new InterleavedBufferAttribute(buffer, 1, 8))
  // three counts vertices by `position`, and measures what has one.
  geometry.setAttribute('position', new InterleavedBufferAttribute(buffer, 3, 0))
  geometry.boundingSphere = new Sphere(new Vector3(), 2)
  geometry.setIndex(new BufferAttribute(cornerIndices(capacity), 1))
  geometry.setDrawRange(0, 0)
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
    tint.compile(
      new ShaderMaterial({
        uniforms: { ...shared, uIsCasing: { value: isCasing } },
        vertexShader,
        fragmentShader,
        transparent: true,
        depthWrite: false,
      }),
    )
  const casing = pass(1)
  const ink = pass(0)
  return {
    geometry,
    casing,
    ink,
    uniforms: shared,
    /** To be written to; then call `lay`. */
    strip,
    /** The points have changed, or the ground under them. */
    lay(landscape: Landscape) {
      const segments = cornersInto(data, strip, landscape)
      geometry.setDrawRange(0, 6 * segments)
      buffer.clearUpdateRanges()
      buffer.addUpdateRange(0, segments * CORNERS * CORNER_STRIDE)
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

/** Two triangles for each four corners. */
function cornerIndices(capacity: number): Uint32Array {
  const indices = new Uint32Array(6 * capacity)
  for (let k = 0; k < capacity; k++)
    indices.set(
      [0, 2, 3, 0, 3, 1].map((corner) => CORNERS * k + corner),
      6 * k,
    )
  return indices
}

/** Writes the corners of all segments of a strip. Returns how many segments there are. */
function cornersInto(data: Float32Array, { data: points, count }: GroundStrip, landscape: Landscape): number {
  let segments = 0
  let at = 0
  for (let k = 0; k + 1 < count; k++) {
    const from = k * STRIP_STRIDE
    const look = points[from + 3]
    if (look < 0) continue
    const start = at
    for (const end of [from, from + STRIP_STRIDE]) {
      data[at] = points[end]
      data[at + 1] = points[end + 1]
      data[at + 2] = heightAt(landscape, points[end], points[end + 1])
      data[at + 3] = points[end + 2]
      at += 4
    }
    data[at++] = look
    for (; at < start + CORNERS * CORNER_STRIDE; at += CORNER_STRIDE) data.copyWithin(at, start, start + CORNER_STRIDE)
    segments++
  }
  return segments
}
