import type { StoreApi } from 'zustand/vanilla'
import type { LaneKind } from '../../experiment/recall/recallSettings.ts'
import type { NeuronUpdate } from '../../engine/recall/protocol.ts'
import type { KernelFlavour } from '../../kernel/networkKernel.ts'
import type { SliceEquilibrium } from '../../model/sliceEquilibria.ts'
import type { Verdict } from '../../model/verdict.ts'
import type { PictureLab } from '../pictureLab.ts'

/** The running side of the Recall view. The document is the lab's: `lab.store.getState().experiment.recall`, changed by `edit`. */
export interface Recall {
  readonly store: StoreApi<RecallState>
  readonly cell: RecallCell
  /** The slice as a landscape, for the scene and the map. */
  readonly picture: PictureLab
  /** Fulfilled with the first frame. */
  readonly ready: Promise<void>
  /** The view is shown: the engine starts with the first call, and runs only between it and the call of what it returns. */
  readonly show: () => () => void
  readonly dispose: () => void
}

/** What a person does to the run; not part of the document. */
export interface RecallState {
  readonly isPlaying: boolean
  readonly isSettled: boolean
  /** Where a person holds the timeline; null: it runs. */
  readonly scrubTime: number | null
  /** The memory open in the editor; null: none. */
  readonly editedMemory: number | null
  /** The models run on, and with them the timeline, from where it was held. */
  readonly play: () => void
  readonly pause: () => void
  /** Pauses, and moves on. */
  readonly step: (unit: 'neuron' | 'step' | 'unit') => void
  /** From time 0, the timeline too. */
  readonly reset: () => void
  /** Holds the timeline there; null lets it run on from there. */
  readonly scrub: (time: number | null) => void
  readonly openMemory: (id: number | null) => void
}

/** The newest of everything that the recall engine said. Read once per animation frame; never React state. */
export interface RecallCell {
  readonly time: number
  readonly inputTime: number
  /** Order of everything with P entries. */
  readonly memoryIds: readonly number[]
  readonly saliency: Float32Array
  /** `round(127.5 (1 + u / inputScale))`, N; empty before the first frame. */
  readonly inputPixels: Uint8Array
  readonly lanes: ReadonlyMap<LaneKind, LaneView>
  readonly isBehind: boolean
  /** The memories of the slice (ids), what its second direction is, and its critical points; null before the first slice. */
  readonly slice: {
    readonly memories: readonly [number, number]
    /** The second direction is the first memory with every other pixel turned. */
    readonly hasAuxiliaryDirection: boolean
    readonly equilibria: readonly SliceEquilibrium[]
  } | null
  /** Distance of the slice's lane from the plane, over √N; null without a ball. */
  readonly distanceFromSlice: number | null
  readonly frameVersion: number
  readonly inputVersion: number
  readonly subscribe: (listener: () => void) => () => void
}

export interface LaneView {
  readonly kind: LaneKind
  /** `round(127.5 (1 + ψ))`, N. */
  readonly pixels: Uint8Array
  readonly trace: LaneTrace
  readonly verdict: Verdict
  /** Model time that the recalled memory took; null for other verdicts. */
  readonly recalledAfter: number | null
  /** How much a binary network has learned, 0 to 1, before it runs; null while it runs. */
  readonly learnedShare: number | null
  readonly settledTime: number | null
  readonly energyRose: boolean
  readonly isInTwoCycle: boolean
  readonly lastUpdate: NeuronUpdate | null
  readonly signalToNoise: number | null
  readonly flavour: KernelFlavour | 'wasm' | null
  readonly refusal: string | null
}

/** Samples over time, oldest first; old ones are thinned or dropped. */
export interface LaneTrace {
  readonly length: number
  readonly patternCount: number
  readonly timeAt: (k: number) => number
  readonly energyAt: (k: number) => number
  readonly overlapAt: (k: number, mu: number) => number
}
