import type { LaneFrame, RecallEvent } from '../protocol.ts'

/** The buffers of an event that go over to the page without a copy. */
export function recallTransferList(event: RecallEvent): ArrayBuffer[] {
  switch (event.kind) {
    case 'slice': {
      const { heights, gradients } = event.landscape
      const contours = event.contours ?? []
      const arrays = [heights, gradients, ...contours.map((line) => line.segments)].map(
        (array) => array.buffer as ArrayBuffer,
      )
      return event.ball === null ? arrays : [...arrays, event.ball.buffer]
    }
    case 'frame':
      return [
        event.saliency.buffer,
        ...(event.inputPixels === null ? [] : [event.inputPixels.buffer]),
        ...event.lanes.flatMap(buffersOf),
      ]
    case 'failed':
      return []
    default:
      return event satisfies never
  }
}

function buffersOf({ pixels, sampleTimes, overlaps, energies, projections, lastUpdate }: LaneFrame): ArrayBuffer[] {
  const optional = [projections, lastUpdate?.contributions ?? null]
  return [pixels, sampleTimes, overlaps, energies, ...optional].flatMap((array) =>
    array === null ? [] : [array.buffer],
  )
}
