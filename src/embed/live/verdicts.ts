import { verdictSentence } from '../../plots/phase/ballVerdict.ts'
import { newArrivals, type KnownPlaces } from '../../store/arrivals.ts'
import type { Lab } from '../../store/lab.ts'

/** A screen reader must come to the end of a sentence. */
const restMs = 1000

/** Says to those who listen where the balls come to rest. Returns what ends it. */
export function announceArrivals({ store, cell }: Lab, announce: (text: string) => void): () => void {
  let timer = 0
  let places: KnownPlaces = new Map()
  let run = cell.runVersion
  const look = () => {
    timer = 0
    if (cell.runVersion !== run) places = new Map()
    run = cell.runVersion
    // With noise no ball ever rests.
    if (cell.equilibria.length === 0 || store.getState().experiment.noise.strength > 0) return
    const found = newArrivals(cell.traces, cell.equilibria, places)
    places = found.places
    if (found.arrivals.length > 0) announce(found.arrivals.map(verdictSentence).join(' '))
  }
  const unsubscribe = cell.subscribe(() => {
    if (timer === 0) timer = window.setTimeout(look, restMs)
  })
  return () => {
    unsubscribe()
    window.clearTimeout(timer)
  }
}
