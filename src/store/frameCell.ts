import type { CloudFrame, FrameEvent, LandscapeEvent } from '../engine/protocol.ts'
import type { ContourLine } from '../model/contours.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { Landscape } from '../model/landscape.ts'
import type { PhaseCurves } from '../model/phase/phaseCurves.ts'
import type { TwoNeuronSystem } from '../model/twoNeurons.ts'
import type { ViewScale } from '../model/viewScale.ts'
import { createTrace, sampleWidth, type Trace, type WritableTrace } from './trace.ts'

/**
 * The newest of everything that the engine said, and where the pointer is. Pictures read it once per animation frame and never keep its
 * arrays: an older landscape's buffers are written again. It is not React state.
 */
export interface FrameCell {
  readonly landscape: Landscape | null
  readonly system: TwoNeuronSystem | null
  readonly equilibria: readonly NamedEquilibrium[]
  /** Null until someone asked for them (`Lab.wantContours`). */
  readonly contours: readonly ContourLine[] | null
  /** Curves of the layers that are on (`view.phase`); null without any, and on a slice. They come with the landscape. */
  readonly curves: PhaseCurves | null
  /** The particles; null without the layer or without noise. */
  readonly cloud: CloudFrame | null
  /** What of the states and energies is shown now. `extent` is always that of `landscape`. */
  readonly view: ViewScale
  readonly traces: ReadonlyMap<number, Trace>
  /** Model time. */
  readonly time: number
  /** The audit: a step without noise has raised an energy since the run began. */
  readonly energyRose: boolean
  /** True while the clock asks for more than the machine can compute. */
  readonly isBehind: boolean
  /** The state under the pointer or the keyboard's cross-hair. Who sets it calls `touch`. */
  cursor: readonly [number, number] | null
  /** One more with every landscape. */
  readonly landscapeVersion: number
  /** One more with every cloud, and when it goes. */
  readonly cloudVersion: number
  /** One more whenever time began again. */
  readonly runVersion: number
  /** Calls back after every change, in the thread of the change: do little, and draw in the next animation frame. */
  readonly subscribe: (listener: () => void) => () => void
  /** Tells the subscribers. */
  readonly touch: () => void
}

/** A landscape and what stands in it. */
export interface ArrivedLandscape extends Pick<LandscapeEvent, 'landscape' | 'equilibria' | 'contours'> {
  /** Null for a slice of a larger network. */
  readonly system: TwoNeuronSystem | null
  readonly curves?: PhaseCurves | null
}

/** What a frame tells of the balls. */
export type BallFrame = Omit<FrameEvent, 'kind' | 'answers' | 'isSettled'>

/** The cell as the lab sees it. */
export interface WritableFrameCell extends FrameCell {
  readonly takeLandscape: (event: ArrivedLandscape, view: ViewScale) => void
  readonly takeFrame: (event: BallFrame) => void
  readonly setView: (view: ViewScale) => void
}

/** Shown before the first landscape arrives; nothing is drawn from it. */
const initialView: ViewScale = { extent: 3, floor: -1, ceiling: 1 }

export function createFrameCell(): WritableFrameCell {
  const listeners = new Set<() => void>()
  const traces = new Map<number, WritableTrace>()
  const touch = () => {
    for (const listener of listeners) listener()
  }
  const cell = {
    landscape: null as Landscape | null,
    system: null as TwoNeuronSystem | null,
    equilibria: [] as readonly NamedEquilibrium[],
    contours: null as readonly ContourLine[] | null,
    curves: null as PhaseCurves | null,
    cloud: null as CloudFrame | null,
    view: initialView,
    traces,
    time: 0,
    energyRose: false,
    isBehind: false,
    cursor: null as readonly [number, number] | null,
    landscapeVersion: 0,
    cloudVersion: 0,
    runVersion: 0,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    touch,
    setView(view: ViewScale) {
      cell.view = view
      touch()
    },
    takeLandscape(event: ArrivedLandscape, view: ViewScale) {
      cell.landscape = event.landscape
      cell.system = event.system
      cell.equilibria = event.equilibria
      cell.contours = event.contours
      cell.curves = event.curves ?? null
      cell.view = view
      cell.landscapeVersion++
      touch()
    },
    takeFrame(event: BallFrame) {
      cell.time = event.time
      cell.energyRose = event.energyRose
      cell.isBehind = event.droppedTime > 0
      if (event.reset) cell.runVersion++
      if (event.cloud !== null || cell.cloud !== null) cell.cloudVersion++
      cell.cloud = event.cloud
      writeTraces(traces, event)
      touch()
    },
  }
  return cell
}

function writeTraces(traces: Map<number, WritableTrace>, event: BallFrame) {
  for (const id of traces.keys()) if (event.reset || !event.ballIds.includes(id)) traces.delete(id)
  for (const id of event.newBallIds) traces.get(id)?.clear()
  const count = event.sampleTimes.length
  event.ballIds.forEach((id, ball) => {
    const trace = traces.get(id) ?? createTrace(id)
    traces.set(id, trace)
    for (let k = 0; k < count; k++) {
      const isProvisional = event.endsBetweenSamples && k === count - 1
      trace.push(event.sampleTimes[k], event.samples, (ball * count + k) * sampleWidth, isProvisional)
    }
  })
}
