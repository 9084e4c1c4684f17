/** x' = a x + c y + e, y' = b x + d y + f, as in `DOMMatrix`. */
export interface SvgMatrix {
  readonly a: number
  readonly b: number
  readonly c: number
  readonly d: number
  readonly e: number
  readonly f: number
}

export const identity: SvgMatrix = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 }

/** First `inner`, then `outer`. */
export function times(outer: SvgMatrix, inner: SvgMatrix): SvgMatrix {
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: outer.a * inner.e + outer.c * inner.f + outer.e,
    f: outer.b * inner.e + outer.d * inner.f + outer.f,
  }
}

export function applied({ a, b, c, d, e, f }: SvgMatrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f]
}

/** By how much lengths grow. Exact for turns, reflections and even scales, which are all that drawings use. */
export function scaleOf({ a, b, c, d }: SvgMatrix): number {
  return Math.sqrt(Math.abs(a * d - b * c))
}

export function isReflected({ a, b, c, d }: SvgMatrix): boolean {
  return a * d - b * c < 0
}

/** The turn of the x-axis in degrees. */
export function turnOf({ a, b }: SvgMatrix): number {
  return (Math.atan2(b, a) * 180) / Math.PI
}

/** Axes stay axes: rectangles stay rectangles. */
export function isUpright({ b, c }: SvgMatrix): boolean {
  return Math.abs(b) < 1e-9 && Math.abs(c) < 1e-9
}
