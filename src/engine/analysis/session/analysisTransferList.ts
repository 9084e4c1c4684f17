import type { AnalysisEvent } from '../protocol.ts'

/** The buffers of an event that go over to the page without a copy, each once. */
export function analysisTransferList(event: AnalysisEvent): ArrayBuffer[] {
  switch (event.kind) {
    case 'basins':
      return [event.basins.labels.buffer]
    case 'density':
      return [event.density.values.buffer]
    case 'diagram': {
      const arrays = event.diagram.branches.flatMap(({ s, states, energies, overlaps }) => [
        s,
        states,
        energies,
        overlaps,
      ])
      return [...new Set(arrays.map((array) => array.buffer))]
    }
    case 'escape':
    case 'escape-curve':
    case 'audit':
    case 'failed':
    case 'working':
    case 'done':
      return []
    default:
      return event satisfies never
  }
}
