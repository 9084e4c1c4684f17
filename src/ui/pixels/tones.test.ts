import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pixelsOfTones } from './imagePixels.ts'
import { averageTonesInto, mostSummedPixels, sumTones } from './scaleImage.ts'
import { diffuseDitherInto, orderedDitherInto, otsuCut, stretchTones, thresholdInto } from './tones.ts'

/** Grey pixels as four bytes each. */
const rgbaOf = (greys: readonly number[], alpha = 255) =>
  Uint8ClampedArray.from(greys.flatMap((grey) => [grey, grey, grey, alpha]))
const inkShare = (pixels: Int8Array) => pixels.filter((value) => value === 1).length / pixels.length

describe('scaling', () => {
  it('averages areas, with fractions of pixels at their edges', () => {
    const tones = sumTones(rgbaOf([0, 90, 180, 30, 60, 240]), 3, 2)
    const whole = { left: 0, top: 0, width: 3, height: 2 }
    expect(averageTonesInto(new Float32Array(1), tones, whole, { columns: 1, rows: 1 })[0]).toBeCloseTo(100, 4)
    const halves = averageTonesInto(new Float32Array(2), tones, whole, { columns: 2, rows: 1 })
    expect(halves[0]).toBeCloseTo((0 + 45 + 30 + 30) / 3, 4)
    expect(halves[1]).toBeCloseTo((45 + 180 + 30 + 240) / 3, 4)
    const inside = { left: 0.5, top: 0, width: 1, height: 1 }
    expect(averageTonesInto(new Float32Array(1), tones, inside, { columns: 1, rows: 1 })[0]).toBeCloseTo(45, 4)
  })

  it('is the identity at the size of the image', () => {
    const greys = [3, 200, 77, 0, 255, 128]
    const tones = sumTones(rgbaOf(greys), 2, 3)
    const crop = { left: 0, top: 0, width: 2, height: 3 }
    expect(Array.from(averageTonesInto(new Float32Array(6), tones, crop, { columns: 2, rows: 3 }))).toEqual(greys)
  })

  it('keeps the mean, whatever the size', () => {
    const image = fc
      .integer({ min: 1, max: 8 })
      .chain((width) =>
        fc
          .integer({ min: 1, max: 8 })
          .chain((height) =>
            fc
              .array(fc.integer({ min: 0, max: 255 }), { minLength: width * height, maxLength: width * height })
              .map((greys) => ({ width, height, greys })),
          ),
      )
    const side = fc.integer({ min: 1, max: 9 })
    fc.assert(
      fc.property(image, side, side, ({ width, height, greys }, columns, rows) => {
        const tones = sumTones(rgbaOf(greys), width, height)
        const crop = { left: 0, top: 0, width, height }
        const out = averageTonesInto(new Float32Array(columns * rows), tones, crop, { columns, rows })
        const mean = (values: Iterable<number>, count: number) => Array.from(values).reduce((a, b) => a + b, 0) / count
        expect(mean(out, out.length)).toBeCloseTo(mean(greys, greys.length), 2)
      }),
    )
  })

  it('puts what is transparent on white, and weighs colours as eyes do', () => {
    const crop = { left: 0, top: 0, width: 1, height: 1 }
    const tone = (rgba: readonly number[]) =>
      averageTonesInto(new Float32Array(1), sumTones(Uint8ClampedArray.from(rgba), 1, 1), crop, {
        columns: 1,
        rows: 1,
      })[0]
    expect(tone([0, 0, 0, 0])).toBe(255)
    expect(tone([0, 0, 0, 51])).toBe(204)
    expect(tone([0, 255, 0, 255])).toBe(182)
    expect(tone([0, 0, 255, 255])).toBe(19)
  })

  it('refuses images whose sums would not fit', () => {
    expect(() => sumTones(new Uint8Array(0), mostSummedPixels, 2)).toThrow(RangeError)
  })
})

describe('stretchTones', () => {
  it('uses the whole range, but leaves a flat picture flat', () => {
    const stretched = stretchTones(Float32Array.of(100, 120, 140))
    expect(Array.from(stretched)).toEqual([0, 127.5, 255])
    expect(Array.from(stretchTones(Float32Array.of(100, 103)))).toEqual([100, 103])
  })
})

describe('otsuCut', () => {
  it('parts two groups in the middle of the valley between them', () => {
    expect(otsuCut(Float32Array.of(10, 10, 12, 200, 202, 202))).toBe(106)
    expect(otsuCut(Float32Array.of(0, 255))).toBe(127.5)
  })

  it('takes the first of two valleys that are as good, not the hill between them', () => {
    const cut = otsuCut(Float32Array.of(0, 100, 200))
    expect(cut).toBe(50)
  })

  it('has an answer for a single tone, and for none', () => {
    expect(otsuCut(new Float32Array(9).fill(40))).toBe(127.5)
    expect(otsuCut(new Float32Array(0))).toBe(127.5)
  })

  it('maximises the variance between the groups', () => {
    const values = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 2, maxLength: 40 })
    const between = (tones: readonly number[], cut: number) => {
      const dark = tones.filter((tone) => tone < cut)
      const light = tones.filter((tone) => tone >= cut)
      if (dark.length === 0 || light.length === 0) return 0
      const mean = (part: readonly number[]) => part.reduce((a, b) => a + b, 0) / part.length
      return dark.length * light.length * (mean(dark) - mean(light)) ** 2
    }
    fc.assert(
      fc.property(values, (tones) => {
        const best = Math.max(...Array.from({ length: 255 }, (_, bin) => between(tones, bin + 0.5)))
        expect(between(tones, otsuCut(Float32Array.from(tones)))).toBeGreaterThanOrEqual(best * (1 - 1e-9))
      }),
    )
  })
})

describe('ink and paper', () => {
  it('a threshold makes dark ink', () => {
    expect(Array.from(thresholdInto(new Int8Array(3), Float32Array.of(10, 100, 200), 100))).toEqual([1, -1, -1])
  })

  it.each(['dots', 'grain'] as const)('%s keep the grey as a share of ink', (method) => {
    const size = { columns: 64, rows: 64 }
    for (const tone of [0, 32, 100, 127.5, 200, 255]) {
      const pixels = pixelsOfTones(new Float32Array(64 * 64).fill(tone), size, {
        method,
        cut: 127.5,
        isInverted: false,
      })
      expect(inkShare(pixels)).toBeCloseTo(1 - tone / 255, 1.7)
    }
  })

  it('a tone at the cut becomes half ink', () => {
    const size = { columns: 32, rows: 32 }
    const flat = new Float32Array(1024).fill(80)
    expect(inkShare(orderedDitherInto(new Int8Array(1024), flat, size, 80))).toBe(0.5)
    expect(inkShare(diffuseDitherInto(new Int8Array(1024), flat, size, 80))).toBeCloseTo(0.5, 1.7)
  })

  it('the ranks of the ordered dots are all different', () => {
    const size = { columns: 8, rows: 8 }
    const counts = Array.from({ length: 65 }, (_, k) =>
      Math.round(
        64 * inkShare(orderedDitherInto(new Int8Array(64), new Float32Array(64).fill((255 * k) / 64), size, 127.5)),
      ),
    )
    expect(counts).toEqual(Array.from({ length: 65 }, (_, k) => 64 - k))
  })

  it('are swapped on wish', () => {
    const tones = Float32Array.of(0, 255)
    const options = { method: 'threshold', cut: 127.5, isInverted: true } as const
    expect(Array.from(pixelsOfTones(tones, { columns: 2, rows: 1 }, options))).toEqual([-1, 1])
  })
})
