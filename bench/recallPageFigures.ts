import { atLeast, atMost, type Figure } from './figures.ts'
import { quantile, type Timings } from './harness.ts'
import type { RecallPageFigures } from './recallPage.ts'
import { responseFlavours, responseName } from './recallResponse.ts'

/** A figure whose 95th percentile counts. */
function lateAtMost(name: string, goal: number, values: readonly number[]): Figure {
  const figure = atMost(`${name}, p95`, goal, 'ms', values)
  return { ...figure, spread: { ...figure.spread, median: quantile(values, 0.95) } }
}

/** How soon the engine answers a drawn pixel at N = 16,384, P = 100 with three models: until it takes effect, and until its landscape is there. */
function ofResponse(place: 'Node' | 'worker', timings: Timings): Figure[] {
  return responseFlavours.flatMap((flavour) => {
    const pixel = timings.ms.get(responseName(flavour, 'pixel')) ?? []
    const landscape = timings.ms.get(responseName(flavour, 'landscape')) ?? []
    const name = `128 x 128, drawn pixel to effect, ${flavour}, ${place}`
    return [
      atMost(`${name}, p50`, 20, 'ms', pixel),
      lateAtMost(name, 20, pixel),
      atMost(`128 x 128, drawn pixel to landscape, ${flavour}, ${place}`, null, 'ms', landscape),
    ]
  })
}

function ofPage(page: RecallPageFigures): Figure[] {
  return [
    atMost('32 x 32, pen to surface, p50', 60, 'ms', page.latencyMs),
    lateAtMost('32 x 32, pen to surface', 90, page.latencyMs),
    atLeast('64 x 64, 100 memories, steps a second of each of 3 models', 60, '/s', page.steps),
    atMost('64 x 64, part dropped of 1000 steps a second', null, '', page.droppedShare),
    atMost('64 x 64, script time a frame', 4, 'ms', page.scriptMs),
    atLeast('128 x 128, 100 memories, frames a second of the model, drawing', 20, '/s', page.modelFps),
    atLeast('128 x 128, frames a second of the slice, drawing', 20, '/s', page.landscapeFps),
    atMost('128 x 128, script time a frame, drawing', null, 'ms', page.drawingScriptMs),
  ]
}

/** Figures of the Recall view: its engine by itself, and the page. None is a ratio, so none is a gate. */
export function recallFiguresOf(inNode: Timings, inWorker: Timings | null, page: RecallPageFigures | null): Figure[] {
  return [
    ...ofResponse('Node', inNode),
    ...(inWorker ? ofResponse('worker', inWorker) : []),
    ...(page ? ofPage(page) : []),
  ]
}
