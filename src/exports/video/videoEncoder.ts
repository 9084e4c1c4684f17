import {
  BufferTarget,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  Quality,
  VideoSample,
  VideoSampleSource,
  WebMOutputFormat,
} from 'mediabunny'
import type { FilmEncoder } from './filmEncoder.ts'
import { videoBitrate, type FilmShape } from './filmFormat.ts'

const kinds = {
  webm: { name: 'WebM', codec: 'vp9', type: 'video/webm', makeFormat: () => new WebMOutputFormat() },
  mp4: { name: 'MP4', codec: 'avc', type: 'video/mp4', makeFormat: () => new Mp4OutputFormat() },
} as const

/** Seconds between frames that a player can jump to. */
const keyFrameInterval = 2

/** A video by the browser's own encoder, which has to know the codec at this size. */
export async function createVideoEncoder(
  shape: FilmShape & { readonly format: keyof typeof kinds },
): Promise<FilmEncoder> {
  const { name, codec, type, makeFormat } = kinds[shape.format]
  const { width, height, fps } = shape
  const quality = new Quality({ bitrate: videoBitrate(shape) })
  if (!(await canEncodeVideo(codec, { width, height, quality, frameRate: fps }))) {
    throw new Error(
      `This browser cannot make ${name} at ${width} × ${height}. Choose another kind; a GIF is always possible.`,
    )
  }
  const target = new BufferTarget()
  const output = new Output({ format: makeFormat(), target })
  const source = new VideoSampleSource({ codec, quality, keyFrameInterval })
  output.addVideoTrack(source, { frameRate: fps })
  await output.start()
  return {
    studied: 0,
    study() {},
    async addFrame(canvas, { clockSeconds, lengthSeconds }) {
      const sample = new VideoSample(canvas, { timestamp: clockSeconds, duration: lengthSeconds })
      try {
        await source.add(sample)
      } finally {
        sample.close()
      }
    },
    async finish() {
      await output.finalize()
      if (target.buffer === null) throw new Error(`The ${name} could not be finished.`)
      return new Blob([target.buffer], { type })
    },
    cancel: () => output.cancel(),
  }
}
