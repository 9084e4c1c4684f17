/** Conversions between display colours (sRGB, 0 to 1) and CIE L*a*b* under D65, the space in which equal steps look equal. */

export type Triple = readonly [number, number, number]

/** D65, two-degree observer (IEC 61966-2-1). */
const whitePoint: Triple = [0.95047, 1, 1.08883]
/** CIE 15:2004: where the cube root of L* gives way to a line. */
const labEpsilon = 216 / 24389
const labKappa = 24389 / 27

export function linearFromDisplay(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

export function displayFromLinear(value: number): number {
  return value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055
}

/** Display colour of an L*a*b* colour, not clipped: a number outside 0 to 1 cannot be shown. */
export function displayFromLab([lightness, a, b]: Triple): Triple {
  const fy = (lightness + 16) / 116
  const cube = (f: number) => (f ** 3 > labEpsilon ? f ** 3 : (116 * f - 16) / labKappa)
  const x = whitePoint[0] * cube(fy + a / 500)
  const y = whitePoint[1] * cube(fy)
  const z = whitePoint[2] * cube(fy - b / 200)
  return [
    displayFromLinear(3.2404542 * x - 1.5371385 * y - 0.4985314 * z),
    displayFromLinear(-0.969266 * x + 1.8760108 * y + 0.041556 * z),
    displayFromLinear(0.0556434 * x - 0.2040259 * y + 1.0572252 * z),
  ]
}

export function labFromDisplay(colour: Triple): Triple {
  const [r, g, b] = colour.map(linearFromDisplay) as [number, number, number]
  const f = (t: number) => (t > labEpsilon ? Math.cbrt(t) : (labKappa * t + 16) / 116)
  const fx = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / whitePoint[0])
  const fy = f((0.2126729 * r + 0.7151522 * g + 0.072175 * b) / whitePoint[1])
  const fz = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / whitePoint[2])
  return [116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)]
}
