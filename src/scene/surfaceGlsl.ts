import { fieldGlsl } from './fieldGlsl.ts'
import { basinGlsl, tintGlsl } from './tintGlsl.ts'
import { WORLD_BASE, WORLD_HEIGHT } from './worldFrame.ts'

const number = (value: number) => value.toFixed(5)

/** Isolines from the interpolated energy: distance to the nearest level in pixels, by screen-space derivatives. */
const contourGlsl = /* glsl */ `
uniform float uSpacing; // 0: no contours
uniform float uPixelRatio;

float isoline(float levels, float halfWidth) {
  float perPixel = max(fwidth(levels), 1e-5);
  float distanceInPixels = abs(fract(levels - 0.5) - 0.5) / perPixel;
  float line = 1.0 - smoothstep(halfWidth - 0.5, halfWidth + 0.6, distanceInPixels);
  return line * (1.0 - smoothstep(0.16, 0.42, perPixel)); // too dense to be told apart: fade, no moire
}

float contours(float energy) {
  if (uSpacing <= 0.0) return 0.0;
  float minor = isoline(energy / uSpacing, 0.5 * uPixelRatio) * 0.5;
  float major = isoline(energy / (5.0 * uSpacing), 0.85 * uPixelRatio);
  return max(minor, major);
}
`

export const surfaceVertex = /* glsl */ `
${fieldGlsl}
varying vec2 vState;
varying vec2 vGradient;
varying float vEnergy;
varying vec3 vWorld;

void main() {
  ivec2 at = ivec2(position.xy * uCells + 0.5);
  vEnergy = texelFetch(uHeights, at, 0).r;
  vGradient = texelFetch(uGradients, at, 0).rg;
  vState = (position.xy * 2.0 - 1.0) * uExtent;
  vWorld = vec3(position.x * 2.0 - 1.0, worldHeight(vEnergy), 1.0 - position.y * 2.0);
  gl_Position = projectionMatrix * viewMatrix * vec4(vWorld, 1.0);
}
`

export const surfaceFragment = /* glsl */ `
${fieldGlsl}
${contourGlsl}
${tintGlsl}
uniform sampler2D uColours;
uniform sampler2D uDensityColours;
uniform vec3 uPaper;
uniform vec3 uInk;
uniform vec3 uAccent;
uniform vec3 uKeyLight;
#if TINT == TINT_BASINS
${basinGlsl}
#endif
uniform vec3 uCursor; // state, and 1 when there is one
varying vec2 vState;
varying vec2 vGradient;
varying float vEnergy;
varying vec3 vWorld;

vec2 entryOf(float tone) { return vec2(tone * (255.0 / 256.0) + 0.5 / 256.0, 0.5); }

// Hatching along one diagonal of the ground, faded where it is too dense to be told apart.
float hatching(float pitches, float halfWidth) {
  float perPixel = fwidth(pitches);
  float line = 1.0 - smoothstep(halfWidth, halfWidth + 1.4 * perPixel, abs(fract(pitches) - 0.5));
  return line * (1.0 - smoothstep(0.10, 0.32, perPixel));
}

void main() {
  float t = (vEnergy - uRange.x) * uRange.y;
#ifdef IS_DENSITY
  vec3 colour = texture2D(uDensityColours, entryOf(densityToneOf(t))).rgb;
  float above = 0.0;
#else
  vec3 colour = texture2D(uColours, entryOf(toneOf(t))).rgb;
  // Above the top of the scale: paler, with fine hatching, so that nobody takes the rim for a plateau of E.
  float above = smoothstep(1.0, 1.03, t);
  float hatch = hatching((vWorld.x + vWorld.z) * 20.0, 0.02) * above * 0.16;
  vec3 pale = mix(uPaper * vec3(0.955, 0.95, 0.94), mix(uPaper, uInk, 0.17) * vec3(0.92, 1.0, 1.12), uDark);
  colour = mix(colour, pale, above * mix(0.82, 0.90, uDark));
  colour = mix(colour, uInk, hatch);
#endif

#if TINT == TINT_DENSITY
  vec3 tint = texture2D(uDensityColours, entryOf(densityToneOf(densityShareAt(vState)))).rgb;
  colour = mix(colour, tint, 0.92 * uTintShare);
#elif TINT == TINT_BASINS
  colour = mix(colour, basinsAt(vState, hatching((vWorld.x - vWorld.z) * 26.0, 0.05)) * basinDepth(t), uTintShare);
#endif
  float lightness = dot(colour, vec3(0.30, 0.59, 0.11));

  vec3 normal = normalFrom(vGradient, vEnergy);
  vec3 toEye = normalize(cameraPosition - vWorld);
  // Flat ground has shade 0 and so the colour of the table; slopes turn warm and pale, or cool and deep.
  float shade = dot(normal, uKeyLight) - uKeyLight.y;
  float lit = smoothstep(0.0, 0.34, shade);
  float deep = smoothstep(0.0, 0.95, -shade);
  vec3 shadowTint = mix(vec3(0.55, 0.53, 0.62), vec3(0.30, 0.36, 0.58), uDark);
#ifdef SHOWS_DENSITY
  // A luminous peak keeps its light on the side of the shadow too: more is lighter.
  deep *= mix(1.0, 0.65, uDark);
#endif
  colour = mix(colour, colour * shadowTint, deep * 0.85);
  colour = mix(colour, vec3(1.0, 0.985, 0.94), lit * mix(0.26, 0.12, uDark));
  float rim = pow(1.0 - clamp(dot(normal, toEye), 0.0, 1.0), 3.0);
  colour += uDark * rim * vec3(0.05, 0.09, 0.14);

  float line = contours(vEnergy) * (1.0 - above);
#ifdef IS_DENSITY
  // A density is flat at zero: there its lowest contour would fill the ground.
  line *= smoothstep(0.3, 0.6, vEnergy / max(uSpacing, 1e-9));
#endif
  // Dark lines on light ground, light lines in the deep: they are seen on every colour of the table.
  vec3 inkLine = mix(mix(colour, vec3(0.85, 0.93, 1.0), 0.55), uInk, smoothstep(0.19, 0.27, lightness));
  vec3 lineColour = mix(inkLine, mix(colour, vec3(1.0), 0.72), uDark);
#ifdef SHOWS_DENSITY
  // In the dark theme the peaks of a density are luminous: lines on them are dark.
  float luminous = uDark * smoothstep(0.52, 0.62, dot(colour, vec3(0.30, 0.59, 0.11)));
  lineColour = mix(lineColour, mix(colour, uPaper, 0.75), luminous);
#endif
  colour = mix(colour, lineColour, line * mix(0.62, 0.60, uDark));

  // Section lines through the cursor, along both axes.
  if (uCursor.z > 0.5) {
    vec2 away = abs(vState - uCursor.xy) / max(fwidth(vState), vec2(1e-6));
    float section = 1.0 - smoothstep(0.1, 1.1, min(away.x, away.y) / uPixelRatio);
    colour = mix(colour, uAccent, section * 0.55);
  }

  // The rim of the map as a firm line, so that the far edges stand out against the background.
  vec2 toRim = (uExtent - abs(vState)) / max(fwidth(vState), vec2(1e-6));
  float rimLine = 1.0 - smoothstep(0.7, 1.7, min(toRim.x, toRim.y) / uPixelRatio);
  colour = mix(colour, uInk, rimLine * mix(0.70, 0.35, uDark));

  gl_FragColor = vec4(colour, 1.0);
}
`

export const skirtVertex = /* glsl */ `
${fieldGlsl}
attribute vec3 outward;
varying float vY;
varying float vTop;
varying vec3 vOutward;

void main() {
  // position: grid coordinates 0..1 and, in z, 1 on the surface or 0 on the base.
  float energy = texelFetch(uHeights, ivec2(position.xy * uCells + 0.5), 0).r;
  vTop = worldHeight(energy);
  vY = mix(${number(WORLD_BASE)}, vTop, position.z);
  vOutward = outward;
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x * 2.0 - 1.0, vY, 1.0 - position.y * 2.0, 1.0);
}
`

export const skirtFragment = /* glsl */ `
${fieldGlsl}
${contourGlsl}
uniform vec3 uPaper;
uniform vec3 uInk;
uniform vec3 uKeyLight;
uniform float uDark;
varying float vY;
varying float vTop;
varying vec3 vOutward;

void main() {
  float facing = 0.5 + 0.5 * dot(vOutward, normalize(vec3(uKeyLight.x, 0.0, uKeyLight.z)));
  vec3 card = mix(uPaper * vec3(1.0, 0.985, 0.955) * mix(0.80, 0.91, facing), mix(uPaper, uInk, mix(0.09, 0.16, facing)), uDark);
  float down = (vTop - vY) / (vTop - ${number(WORLD_BASE)});
  card = mix(card, mix(card, uInk, 0.10), (1.0 - uDark) * down);
  card = mix(card, uPaper, uDark * down * 0.6);
  // Strata: the levels of the contours, seen from the side.
  float energy = uRange.x + vY / (${number(WORLD_HEIGHT)} * uRange.y);
  float inside = step(0.0, vY) * step(vY, ${number(WORLD_HEIGHT)});
  card = mix(card, uInk, contours(energy) * inside * mix(0.22, 0.20, uDark));
  // The cut edge of the surface, drawn as a firm line.
  float edge = 1.0 - smoothstep(0.2, 1.2, (vTop - vY) / max(fwidth(vY), 1e-5) / uPixelRatio);
  card = mix(card, uInk, edge * mix(0.75, 0.55, uDark));
  gl_FragColor = vec4(card, 1.0);
}
`

export const groundVertex = /* glsl */ `
varying vec2 vPlane;
void main() {
  vPlane = position.xy;
  gl_Position = projectionMatrix * viewMatrix * vec4(position.x, ${number(WORLD_BASE)} - 0.004, -position.y, 1.0);
}
`

/** A soft contact shadow around the block in the light theme, a faint glow in the dark one. */
export const groundFragment = /* glsl */ `
uniform vec3 uInk;
uniform vec3 uGlow;
uniform float uDark;
uniform vec3 uKeyLight;
varying vec2 vPlane;

float outside(vec2 p) {
  vec2 q = abs(p) - vec2(0.96);
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}

void main() {
  vec2 away = -normalize(vec2(uKeyLight.x, -uKeyLight.z)) * 0.10;
  float contact = exp(-max(outside(vPlane), 0.0) * 9.0);
  float thrown = exp(-max(outside(vPlane - away), 0.0) * 5.0);
  float edge = 1.0 - smoothstep(0.25, 0.98, outside(vPlane));
  float strength = (contact * 0.20 + thrown * 0.20) * edge;
  float glow = exp(-max(outside(vPlane), 0.0) * 3.2) * 0.20 * edge;
  gl_FragColor = mix(vec4(uInk, strength), vec4(uGlow, glow), uDark);
}
`
