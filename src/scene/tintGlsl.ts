/**
 * What the colours of the ground say: tones of heights and of the density, the tints, and how light the ground is at a place, so that
 * lines on it can be dark on light ground and pale on dark ground. Needs `fieldGlsl`, and of `tintDefines` what the heights are and what the
 * colours say: programs of their own, because a software renderer pays for every branch in every pixel.
 */
export const tintGlsl = /* glsl */ `
uniform float uTintShare; // less than 1 while a tint is of an older network
uniform highp sampler2D uDensity;
uniform vec3 uDensityGrid; // columns, extent, 1 / peak
uniform float uDark;

// More of the colours near the bottom, so that wells read as wells. Monotone: log(1 + 2.2 t), scaled to 0..1.
float toneOf(float t) { return log(1.0 + 2.2 * clamp(t, 0.0, 1.0)) / log(3.2); }

// A density is peaked, and its flanks matter.
float densityToneOf(float t) { return sqrt(clamp(t, 0.0, 1.0)); }

// L* / 100 of the colours of densities: away from the ground of the theme.
float densityLightness(float share) {
  float tone = densityToneOf(share);
  return mix(0.95 - 0.79 * tone, 0.16 + 0.76 * tone, uDark);
}

// Cells of a square of another extent; a state in the centre of cell (i, j) is at (i, j).
vec2 cellsAt(vec2 state, float columns, float extent) {
  return clamp((state / extent * 0.5 + 0.5) * columns - 0.5, 0.0, columns - 1.0);
}

float densityShareAt(vec2 state) {
  vec2 position = cellsAt(state, uDensityGrid.x, uDensityGrid.y);
  vec2 corner = min(floor(position), uDensityGrid.x - 2.0);
  vec2 part = position - corner;
  ivec2 at = ivec2(corner);
  float low = mix(texelFetch(uDensity, at, 0).r, texelFetch(uDensity, at + ivec2(1, 0), 0).r, part.x);
  float high = mix(texelFetch(uDensity, at + ivec2(0, 1), 0).r, texelFetch(uDensity, at + ivec2(1, 1), 0).r, part.x);
  return mix(low, high, part.y) * uDensityGrid.z;
}

// Basins keep the depth: the lower the darker.
float basinDepth(float t) { return mix(0.62, 1.0, toneOf(t)); }

// L* / 100 of the ground without light and shadow, to a few hundredths.
float groundLightness(vec2 state, float height) {
  float t = (height - uRange.x) * uRange.y;
#if TINT == TINT_DENSITY
  return densityLightness(densityShareAt(state));
#elif TINT == TINT_BASINS
  return mix(0.72, 0.45, uDark) * basinDepth(t);
#elif defined(IS_DENSITY)
  return densityLightness(t);
#else
  return t > 1.02 ? mix(0.92, 0.25, uDark) : 0.18 + 0.77 * toneOf(t);
#endif
}

// 1 where marks on the ground should be pale.
float paleness(float lightness) { return smoothstep(0.50, 0.44, lightness); }
`

/** Memories' colours for the basins: only the surface needs them. `MOST_BASINS` entries, the first for what is undecided. */
export const MOST_BASINS = 12

export const basinGlsl = /* glsl */ `
uniform highp sampler2D uLabels;
uniform vec2 uLabelGrid; // columns, extent
uniform vec4 uBasins[${MOST_BASINS}]; // colour, and 1 where it is hatched

int labelAt(ivec2 at) { return min(int(texelFetch(uLabels, at, 0).r * 255.0 + 0.5), ${MOST_BASINS - 1}); }

vec3 basinColour(int label, float hatch) {
  vec4 basin = uBasins[label];
  return mix(basin.rgb, mix(basin.rgb, uInk, 0.34), hatch * basin.w);
}

// The label with the most weight among the four cells around: borders are smooth lines rather than stairs, and sharp to a pixel.
vec3 basinsAt(vec2 state, float hatch) {
  vec2 position = cellsAt(state, uLabelGrid.x, uLabelGrid.y);
  vec2 perPixel = fwidth(position);
  vec2 corner = min(floor(position), uLabelGrid.x - 2.0);
  vec2 part = position - corner;
  ivec2 at = ivec2(corner);
  ivec4 labels = ivec4(labelAt(at), labelAt(at + ivec2(1, 0)), labelAt(at + ivec2(0, 1)), labelAt(at + ivec2(1, 1)));
  vec4 weights = vec4((1.0 - part.x) * (1.0 - part.y), part.x * (1.0 - part.y), (1.0 - part.x) * part.y, part.x * part.y);
  int best = 0;
  int second = 0;
  float most = -1.0;
  float next = -1.0;
  for (int k = 0; k < 4; k++) {
    int label = labels[k];
    float weight = dot(weights, vec4(equal(labels, ivec4(label))));
    if (weight > most) {
      if (label != best) { second = best; next = most; }
      best = label;
      most = weight;
    } else if (label != best && weight > next) {
      second = label;
      next = weight;
    }
  }
  vec3 colour = basinColour(best, hatch);
  if (next <= 0.0) return colour;
  float inside = (most - next) / max(1e-4, 2.0 * max(perPixel.x, perPixel.y));
  return mix(basinColour(second, hatch), colour, clamp(0.5 + 0.5 * inside, 0.0, 1.0));
}
`
