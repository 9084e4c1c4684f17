import type { PhaseCurves } from '../../model/phase/phaseCurves.ts'
import type { Event } from '../protocol.ts'

/** The buffers of an event that go over to the page without a copy. */
export function transferList(event: Event): ArrayBuffer[] {
  switch (event.kind) {
    case 'landscape': {
      const { heights, gradients } = event.landscape
      const contours = event.contours ?? []
      const arrays = [heights, gradients, ...contours.map((line) => line.segments), ...curvePoints(event.curves)]
      // All curves share one buffer, which must not be named twice.
      return [...new Set(arrays.map((array) => array.buffer as ArrayBuffer))]
    }
    case 'frame':
      return [event.sampleTimes, event.samples, ...(event.cloud === null ? [] : [event.cloud.positions])].map(
        (array) => array.buffer,
      )
    case 'failed':
      return []
    default:
      return event satisfies never
  }
}

function curvePoints(curves: PhaseCurves | null): Float32Array<ArrayBuffer>[] {
  if (curves === null) return []
  const { nullclines, separatrices, flow, descent } = curves
  return [nullclines, separatrices, flow, descent].flatMap((layer) => (layer ?? []).map(({ points }) => points))
}
