import { describe, expect, it } from 'vitest'
import { createGifEncoder } from './gifEncoder.ts'
import type { FilmShape } from './filmFormat.ts'
import { framePlan } from './framePlan.ts'
import { readGif } from './gifReader.laws.ts'

const [width, height] = [48, 20]

/** A gradient with a bright square that moves to the right. */
function pixelsOf(step: number): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(4 * width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const isSquare = x >= 2 * step && x < 2 * step + 4 && y >= 8 && y < 12
      rgba.set(isSquare ? [255, 220, 40, 255] : [30 + 3 * x, 60, 40 + 8 * y, 255], 4 * (y * width + x))
    }
  }
  return rgba
}

/** A canvas as far as the encoder reads one. */
function canvasOf(rgba: Uint8ClampedArray): HTMLCanvasElement {
  return { getContext: () => ({ getImageData: () => ({ data: rgba }) }) } as unknown as HTMLCanvasElement
}

async function makeGif(durationSeconds: number, fps: number): Promise<Uint8Array> {
  const shape: FilmShape = { format: 'gif', durationSeconds, fps, width, height }
  const encoder = createGifEncoder(shape, async () => {})
  for (let k = 0; k < encoder.studied; k++) encoder.study(canvasOf(pixelsOf(3 * k)))
  for (const frame of framePlan({ ...shape, speed: 1 })) await encoder.addFrame(canvasOf(pixelsOf(frame.index)), frame)
  return new Uint8Array(await (await encoder.finish()).arrayBuffer())
}

describe('a GIF read back', () => {
  it('has the size, every frame, and lasts as long as the film', async () => {
    for (const [seconds, fps] of [
      [1, 12],
      [0.7, 30],
      [0.4, 50],
    ] as const) {
      const gif = readGif(await makeGif(seconds, fps))
      expect([gif.width, gif.height]).toEqual([width, height])
      expect(gif.frames).toHaveLength(Math.round(seconds * fps))
      const delays = gif.frames.map(({ delayHundredths }) => delayHundredths)
      expect(Math.min(...delays)).toBeGreaterThanOrEqual(2)
      expect(delays.reduce((sum, delay) => sum + delay, 0)).toBe(Math.round((100 * Math.round(seconds * fps)) / fps))
    }
  })

  it('shows in each frame what was drawn, to the distance of two colours and the pattern between them', async () => {
    const gif = readGif(await makeGif(1, 12))
    for (const [k, { indices }] of gif.frames.entries()) {
      const drawn = pixelsOf(k)
      let worst = 0
      let sum = 0
      for (const [at, index] of indices.entries()) {
        const colour = gif.palette[index]
        const distance = Math.max(...colour.map((value, channel) => Math.abs(value - drawn[4 * at + channel])))
        worst = Math.max(worst, distance)
        sum += distance
      }
      expect(worst).toBeLessThan(24)
      expect(sum / indices.length).toBeLessThan(6)
    }
  })

  it('keeps the colour of what is small', async () => {
    const gif = readGif(await makeGif(1, 12))
    const inSquare = gif.frames[3].indices[10 * width + 7]
    expect(gif.palette[inSquare].map((value, channel) => Math.abs(value - [255, 220, 40][channel]) < 9)).toEqual([
      true,
      true,
      true,
    ])
  })

  it('is the same every time, and small where little moves', async () => {
    const [one, other] = [await makeGif(1, 12), await makeGif(1, 12)]
    expect(one).toEqual(other)
    expect(one.length).toBeLessThan(3 * (await makeGif(1 / 12, 12)).length)
  })
})
