import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Vector3 } from 'three'
import type { NamedEquilibrium } from '../model/index.ts'
import { createTwoPass } from './twoPass.ts'
import type { Field } from './field.ts'
import { fieldGlsl } from './fieldGlsl.ts'
import { isStableOnSliceOnly } from '../store/pictureLab.ts'
import { displayColourInto, type ScenePalette } from './palette.ts'

const MOST_MARKERS = 32
const KINDS = { stable: 0, saddle: 1, source: 2 } as const
/** A star whose inside is the ground: stable on the slice only. */
const HOLLOW_STAR = 3

const vertexShader = /* glsl */ `
${fieldGlsl}
uniform float uPixelRatio;
uniform float uMarkerSize; // radius in CSS pixels
uniform vec2 uViewport;
attribute vec2 state;
attribute float kind;
attribute float highlight;
attribute float chosen;
varying float vKind;
varying float vHighlight;
varying float vChosen;
varying float vRadius;

void main() {
  vKind = kind;
  vHighlight = highlight;
  vChosen = chosen;
  vRadius = uMarkerSize * (1.0 + 0.25 * highlight) * uPixelRatio;
  gl_PointSize = 2.0 * (vRadius * (1.0 + 0.6 * max(highlight, chosen)) + 4.0 * uPixelRatio);
  vec4 view = viewMatrix * vec4(surfacePoint(state), 1.0);
  gl_Position = projectionMatrix * view;
  // Depth as if the glyph stood in front of the surface by its own size: its lower half must not sink into the ground.
  float worldPerPixel = -view.z * 2.0 / (projectionMatrix[1][1] * uViewport.y);
  vec4 nearer = projectionMatrix * (view + vec4(0.0, 0.0, 2.2 * vRadius * worldPerPixel + 0.004, 0.0));
  gl_Position.z = nearer.z / nearer.w * gl_Position.w;
}
`

const fragmentShader = /* glsl */ `
uniform vec3 uStable;
uniform vec3 uUnstable;
uniform vec3 uOutline;
uniform vec3 uHalo;
uniform vec3 uAccent;
uniform float uPixelRatio;
uniform float uFaint;
varying float vKind;
varying float vHighlight;
varying float vChosen;
varying float vRadius;

// Signed distance to a five-pointed star, after I. Quilez.
float star(vec2 p, float r, float inner) {
  const vec2 k1 = vec2(0.809016994375, -0.587785252292);
  const vec2 k2 = vec2(-k1.x, k1.y);
  p.x = abs(p.x);
  p -= 2.0 * max(dot(k1, p), 0.0) * k1;
  p -= 2.0 * max(dot(k2, p), 0.0) * k2;
  p.x = abs(p.x);
  p.y -= r;
  vec2 ba = inner * vec2(-k1.y, k1.x) - vec2(0.0, 1.0);
  float h = clamp(dot(p, ba) / dot(ba, ba), 0.0, r);
  return length(p - ba * h) * sign(p.y * ba.x - p.x * ba.y);
}

float cover(float distance) { return 1.0 - smoothstep(-0.5, 0.5, distance); }

void main() {
  float reach = vRadius * (1.0 + 0.6 * max(vHighlight, vChosen)) + 4.0 * uPixelRatio;
  vec2 p = (gl_PointCoord * 2.0 - 1.0) * vec2(1.0, -1.0) * reach;
  float line = 1.15 * uPixelRatio;
  float shape;
  float hole = 1e3;
  vec3 fill = uUnstable;
  if (vKind < 0.5 || vKind > 2.5) {
    shape = star(p - vec2(0.0, -0.06 * vRadius), vRadius * 1.04, 0.46) - 0.6 * uPixelRatio;
    fill = uStable;
    if (vKind > 2.5) hole = shape + 2.4 * uPixelRatio;
  } else {
    shape = length(p) - 0.74 * vRadius;
    if (vKind < 1.5) {
      vec2 q = abs(vec2(p.x + p.y, p.x - p.y)) * 0.7071;
      hole = max(min(q.x, q.y) - 0.85 * uPixelRatio, max(q.x, q.y) - 0.48 * vRadius);
    } else {
      hole = length(p) - 0.40 * vRadius;
    }
  }
  vec4 ink = vec4(uHalo, cover(shape - line - 1.5 * uPixelRatio) * 0.55);
  ink = mix(ink, vec4(uOutline, 1.0), cover(shape - line));
  ink = mix(ink, vec4(fill, 1.0), cover(shape));
  ink = mix(ink, vec4(uHalo, 1.0), cover(hole));
  // A ring where the pointer is; the same with a firm edge, in two tones, around the one that was chosen.
  float ring = abs(length(p) - vRadius * 1.5) - 1.0 * uPixelRatio;
  ink = mix(ink, vec4(uHalo, 1.0), cover(ring - 1.3 * uPixelRatio) * vChosen * 0.8);
  ink = mix(ink, vec4(uAccent, 1.0), cover(ring) * max(vHighlight, vChosen));
  gl_FragColor = vec4(ink.rgb, ink.a * uFaint);
}
`

/** The equilibria as glyphs of constant size: star, dot with a cross, ring; faint where a hill is in the way. */
export function createMarkers(field: Field) {
  const states = new BufferAttribute(new Float32Array(MOST_MARKERS * 2), 2).setUsage(DynamicDrawUsage)
  const kinds = new BufferAttribute(new Float32Array(MOST_MARKERS), 1).setUsage(DynamicDrawUsage)
  const highlights = new BufferAttribute(new Float32Array(MOST_MARKERS), 1).setUsage(DynamicDrawUsage)
  const choices = new BufferAttribute(new Float32Array(MOST_MARKERS), 1).setUsage(DynamicDrawUsage)
  const geometry = new BufferGeometry()
  // three counts vertices by `position`, which the shader does not read.
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(MOST_MARKERS * 3), 3))
  geometry.setAttribute('state', states)
  geometry.setAttribute('kind', kinds)
  geometry.setAttribute('highlight', highlights)
  geometry.setAttribute('chosen', choices)
  geometry.setDrawRange(0, 0)
  const shared = {
    ...field.uniforms,
    uMarkerSize: { value: 10 },
    uStable: { value: new Vector3() },
    uUnstable: { value: new Vector3() },
    uOutline: { value: new Vector3() },
    uHalo: { value: new Vector3() },
    uAccent: { value: new Vector3() },
  }
  const pass = createTwoPass(
    {
      uniforms: shared,
      vertexShader,
      fragmentShader,
    },
    0.34,
  )
  return {
    geometry,
    seen: pass.seen,
    hidden: pass.hidden,
    uniforms: shared,
    update(equilibria: readonly NamedEquilibrium[], highlightedKey: string | null, selectedKey: string | null) {
      const count = Math.min(MOST_MARKERS, equilibria.length)
      for (let k = 0; k < count; k++) {
        const each = equilibria[k]
        if (!each) continue
        states.setXY(k, each.state[0], each.state[1])
        kinds.setX(k, isStableOnSliceOnly(each) ? HOLLOW_STAR : KINDS[each.stability])
        highlights.setX(k, each.key === highlightedKey ? 1 : 0)
        choices.setX(k, each.key === selectedKey ? 1 : 0)
      }
      states.needsUpdate = kinds.needsUpdate = highlights.needsUpdate = choices.needsUpdate = true
      geometry.setDrawRange(0, count)
    },
    setPalette(palette: ScenePalette) {
      displayColourInto(shared.uStable.value, palette.stable)
      displayColourInto(shared.uUnstable.value, palette.unstable)
      displayColourInto(shared.uOutline.value, palette.isDark ? palette.paper : palette.ink)
      displayColourInto(shared.uHalo.value, palette.isDark ? palette.ink : palette.paper)
      displayColourInto(shared.uAccent.value, palette.accent)
    },
    dispose() {
      geometry.dispose()
      pass.dispose()
    },
  }
}
