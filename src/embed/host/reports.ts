import type { Experiment } from '../../experiment/experiment.ts'
import { newArrivals, type KnownPlaces } from '../../store/arrivals.ts'
import type { Lab } from '../../store/lab.ts'
import type { EventDetails, EventName, HostEvent, HostParameters } from './messages.ts'
import { parameterNames, parameters } from './parameters.ts'
import { equilibriaOf, equilibriumDetails, regimeDetail } from './readings.ts'

/** At most ten looks a second, whatever happens. */
const restMs = 100

/** What is told as it is now when somebody subscribes, and then whenever it is different. */
type LastingName = 'regime' | 'equilibria' | 'play' | 'change'

/** Tells a host what it has subscribed to. */
export interface Reports {
  readonly follow: (names: readonly EventName[]) => void
  readonly leave: (names: readonly EventName[]) => void
  readonly close: () => void
}

/** Watches a lab for a host. A lab at rest starts no timer; one that nobody follows is not looked at. */
export function createReports(lab: Lab, send: (event: HostEvent) => void): Reports {
  const { store, cell } = lab
  const followed = new Set<EventName>()
  const told = new Map<LastingName, string>()
  let parametersTold: Record<string, string> = {}
  let documentTold: Experiment | null = null
  let noticeTold = store.getState().notice
  let places: KnownPlaces = new Map()
  let run = cell.runVersion
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell<Name extends EventName>(event: Name, detail: EventDetails[Name]) {
    send({ type: 'event', event, detail } as unknown as HostEvent)
  }
  function tellNews(name: LastingName & keyof typeof details) {
    const detail = details[name]()
    const text = JSON.stringify(detail)
    if (told.get(name) === text) return
    told.set(name, text)
    tell(name, detail)
  }
  const details = {
    regime: () => regimeDetail(store.getState()),
    equilibria: () => ({ equilibria: equilibriumDetails(store.getState()) }),
    play: () => ({ playing: store.getState().isPlaying, settled: store.getState().isSettled }),
  }

  function tellChange() {
    const { experiment } = store.getState()
    if (experiment === documentTold) return
    documentTold = experiment
    const next = parameterNames.map((name) => [name, parameters[name].read(experiment)] as const)
    const changed = next.filter(([name, value]) => JSON.stringify(value) !== parametersTold[name])
    parametersTold = Object.fromEntries(next.map(([name, value]) => [name, JSON.stringify(value)]))
    tell('change', Object.fromEntries(changed) as Partial<HostParameters>)
  }

  function tellRecalled() {
    const state = store.getState()
    if (cell.runVersion !== run) places = new Map()
    run = cell.runVersion
    // With noise no ball ever rests.
    if (state.experiment.noise.strength > 0) return
    const found = newArrivals(cell.traces, equilibriaOf(state), places)
    ;({ places } = found)
    for (const { id, place, time } of found.arrivals) {
      const { name, stability, state: at } = place
      if (name.kind !== 'memory' || stability !== 'stable') continue
      const memory = name.mu === 0 ? 1 : 2
      tell('recalled', { ball: id, memory, sign: name.sign, state: [at[0], at[1]], time })
    }
  }

  function tellError() {
    const { notice } = store.getState()
    if (notice !== noticeTold && notice !== null && notice.tone !== 'info') tell('error', { sentence: notice.text })
    noticeTold = notice
  }

  function look() {
    timer = undefined
    for (const name of ['regime', 'equilibria', 'play'] as const) if (followed.has(name)) tellNews(name)
    if (followed.has('change')) tellChange()
    if (followed.has('recalled')) tellRecalled()
    if (followed.has('error')) tellError()
  }
  const lookSoon = () => {
    if (followed.size > 0) timer ??= setTimeout(look, restMs)
  }
  const stops = [store.subscribe(lookSoon), cell.subscribe(lookSoon)]

  return {
    follow(names) {
      for (const name of names) {
        // Whoever asks again gets the present state again.
        told.delete(name as LastingName)
        if (name === 'change') documentTold = null
        if (name === 'change') parametersTold = {}
        if (name === 'recalled') places = new Map()
        if (name === 'error') noticeTold = store.getState().notice
        followed.add(name)
        if (name === 'regime' || name === 'equilibria' || name === 'play') tellNews(name)
        if (name === 'change') tellChange()
        if (name === 'recalled') lookSoon()
      }
    },
    leave(names) {
      for (const name of names) followed.delete(name)
    },
    close() {
      for (const stop of stops) stop()
      clearTimeout(timer)
      timer = undefined
      followed.clear()
    },
  }
}
