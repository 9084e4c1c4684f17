/** Bits of each channel that tell two kinds of colours apart. */
const bits = 5
const kinds = 1 << (3 * bits)
/** Colours handed on, about: what chooses the palette takes long with more. */
const sampleCount = 12_000

/** Counts the colours of pictures, and gives a small sample of them. */
export interface ColourCensus {
  /** RGBA. */
  readonly add: (rgba: Uint8ClampedArray) => void
  /** RGBA: the mean of each kind, as often as the root of its count says. A ball is a few hundred pixels on a ground of many thousands, and must keep its colour. */
  readonly samples: () => Uint8ClampedArray
}

export function createColourCensus(): ColourCensus {
  const counts = new Uint32Array(kinds)
  const sums = [0, 1, 2].map(() => new Float64Array(kinds))
  const shift = 8 - bits
  return {
    add(rgba) {
      const [reds, greens, blues] = sums
      for (let at = 0; at < rgba.length; at += 4) {
        const [r, g, b] = [rgba[at], rgba[at + 1], rgba[at + 2]]
        const kind = ((r >> shift) << (2 * bits)) | ((g >> shift) << bits) | (b >> shift)
        counts[kind]++
        reds[kind] += r
        greens[kind] += g
        blues[kind] += b
      }
    },
    samples() {
      const weightOf = (kind: number) => Math.sqrt(counts[kind])
      let total = 0
      for (let kind = 0; kind < kinds; kind++) total += weightOf(kind)
      const out: number[] = []
      for (let kind = 0; kind < kinds; kind++) {
        if (counts[kind] === 0) continue
        const times = Math.max(1, Math.round((sampleCount * weightOf(kind)) / total))
        const mean = sums.map((sum) => sum[kind] / counts[kind])
        for (let k = 0; k < times; k++) out.push(...mean, 255)
      }
      return Uint8ClampedArray.from(out)
    },
  }
}
