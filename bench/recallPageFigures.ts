import { atLeast, atMost, type Figure } from './figures.ts'
import { quantile, type Timings } from './harness.ts'
import type { RecallPageFigures } from './recallPage.ts'
import { flavoursOf, responseName, type ResponsePart } from './recallResponse.ts'
import { type ResponseCase, responseCases } from './responseCases.ts'

/** A figure whose 95th percentile counts. */
function lateAtMost(name: string, goal: number, values: readonly number[]): Figure {
  const figure = atMost(`${name}, p95`, goal, 'ms', values)
  return { ...figure, spread: { ...figure.spread, median: quantile(values, 0.95) } }
}

const drawn: Readonly<Record<ResponseCase['drawsOn'], string>> = {
  input: 'drawn pixel',
  memory: 'drawn pixel of a memory',
}

/** How soon the engine answers what is drawn while it works, with three models: until it takes effect, and until its landscape is there; and a pause. */
function ofResponse(place: 'Node' | 'worker', timings: Timings): Figure[] {
  return responseCases.flatMap(({ title, drawsOn, isDense }) =>
    flavoursOf({ isDense }).flatMap((flavour) => {
      const times = (part: ResponsePart): readonly number[] =>
        timings.ms.get(responseName({ title, drawsOn }, part, flavour)) ?? []
      const figure = (what: string): string => `${title}, ${what}, ${flavour}, ${place}`
      const name = figure(`${drawn[drawsOn]} to effect`)
      return [
        atMost(`${name}, p50`, 20, 'ms', times('pixel')),
        lateAtMost(name, 20, times('pixel')),
        atMost(figure(`${drawn[drawsOn]} to landscape`), null, 'ms', times('landscape')),
        lateAtMost(figure(`pause after a ${drawn[drawsOn]}`), 20, times('pause')),
      ]
    }),
  )
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
    atMost('128 x 128, script time a frame, drawing', 4, 'ms', page.drawingScriptMs),
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
