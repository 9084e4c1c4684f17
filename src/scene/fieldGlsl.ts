import { SHOULDER, WORLD_HEIGHT } from './worldFrame.ts'

const number = (value: number) => value.toFixed(5)

/**
 * GLSL shared by everything that lies on the surface: the landscape as two float textures read texel by texel (float
 * textures need no filtering extension this way), and the same height formula as `worldHeight`.
 */
export const fieldGlsl = /* glsl */ `
uniform highp sampler2D uHeights;
uniform highp sampler2D uGradients;
uniform float uCells;
uniform float uExtent;
uniform vec2 uRange; // lowest energy, 1 / (highest - lowest)

float shownFraction(float energy) {
  float t = (energy - uRange.x) * uRange.y;
  if (t > 1.0) return 1.0 + ${number(SHOULDER)} * (1.0 - exp((1.0 - t) / ${number(SHOULDER)}));
  if (t < 0.0) return -${number(SHOULDER)} * (1.0 - exp(t / ${number(SHOULDER)}));
  return t;
}

float shownSlope(float energy) {
  float t = (energy - uRange.x) * uRange.y;
  if (t > 1.0) return exp((1.0 - t) / ${number(SHOULDER)});
  if (t < 0.0) return exp(t / ${number(SHOULDER)});
  return 1.0;
}

float worldHeight(float energy) { return ${number(WORLD_HEIGHT)} * shownFraction(energy); }

float energyAt(vec2 state) {
  vec2 position = clamp(state / uExtent * 0.5 + 0.5, 0.0, 1.0) * uCells;
  vec2 corner = min(floor(position), uCells - 1.0);
  vec2 part = position - corner;
  ivec2 at = ivec2(corner);
  float low = mix(texelFetch(uHeights, at, 0).r, texelFetch(uHeights, at + ivec2(1, 0), 0).r, part.x);
  float high = mix(texelFetch(uHeights, at + ivec2(0, 1), 0).r, texelFetch(uHeights, at + ivec2(1, 1), 0).r, part.x);
  return mix(low, high, part.y);
}

vec3 normalFrom(vec2 gradient, float energy) {
  float scale = ${number(WORLD_HEIGHT)} * uRange.y * uExtent * shownSlope(energy);
  return normalize(vec3(-gradient.x * scale, 1.0, gradient.y * scale));
}

vec2 gradientAt(vec2 state) {
  vec2 position = clamp(state / uExtent * 0.5 + 0.5, 0.0, 1.0) * uCells;
  return texelFetch(uGradients, ivec2(position + 0.5), 0).rg;
}

vec3 surfacePoint(vec2 state) {
  return vec3(state.x / uExtent, worldHeight(energyAt(state)), -state.y / uExtent);
}
`

/** A line of fixed width in pixels between two world points: one instance is one segment, a quad of six vertices. */
export const segmentGlsl = /* glsl */ `
uniform vec2 uViewport; // in device pixels

vec4 segmentCorner(vec3 from, vec3 to, vec2 corner, float halfWidth, float bias) {
  mat4 toClip = projectionMatrix * viewMatrix;
  vec4 a = toClip * vec4(from, 1.0);
  vec4 b = toClip * vec4(to, 1.0);
  vec2 along = (b.xy / b.w - a.xy / a.w) * uViewport;
  float size = length(along);
  along = size > 1e-4 ? along / size : vec2(1.0, 0.0);
  vec4 clip = corner.x < 0.5 ? a : b;
  clip.xy += vec2(-along.y, along.x) * corner.y * halfWidth * 2.0 / uViewport * clip.w;
  clip.z -= bias * clip.w;
  return clip;
}
`
