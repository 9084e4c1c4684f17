import type { Event } from '../protocol.ts'

/** The buffers of an event that go over to the page without a copy. */
export function transferList(event: Event): ArrayBuffer[] {
  switch (event.kind) {
    case 'landscape': {
      const { heights, gradients } = event.landscape
      const contours = event.contours ?? []
      return [heights, gradients, ...contours.map((line) => line.segments)].map((array) => array.buffer as ArrayBuffer)
    }
    case 'frame':
      return [event.sampleTimes.buffer, event.samples.buffer]
    case 'failed':
      return []
    default:
      return event satisfies never
  }
}
