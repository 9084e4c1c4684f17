import { inputBallId } from '../../experiment/derive.ts'
import { attractorInWords } from '../../plots/phase/attractors.ts'
import { newArrivals, type Arrival, type KnownPlaces } from '../../store/arrivals.ts'
import type { Lab } from '../../store/lab.ts'
import { formatFixed } from '../../ui/formatNumber.ts'

/** A screen reader must come to the end of a sentence. */
const restMs = 1000

/** 'Ball 1 recalled memory 2 after 6.3 time units.' */
function arrivalSentence({ id, place, time }: Arrival): string {
  const ball = id === inputBallId ? 'The ball of the input' : `Ball ${id}`
  const where = attractorInWords(place.key)
  const after = `after ${formatFixed(time, 1)} time units`
  if (place.stability !== 'stable') return `${ball} rests at ${where}, where a nudge would set it rolling.`
  if (place.name.kind === 'memory') return `${ball} recalled ${where} ${after}.`
  return `${ball} came to rest at ${where} ${after}: it recalled no memory.`
}

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
    if (found.arrivals.length > 0) announce(found.arrivals.map(arrivalSentence).join(' '))
  }
  const unsubscribe = cell.subscribe(() => {
    if (timer === 0) timer = window.setTimeout(look, restMs)
  })
  return () => {
    unsubscribe()
    window.clearTimeout(timer)
  }
}
