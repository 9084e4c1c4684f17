import type { StoreApi } from 'zustand/vanilla'
import type { CameraSettings, LayerSettings } from '../experiment/experiment.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { SliceEquilibrium } from '../model/sliceEquilibria.ts'
import type { PhaseSettings } from '../experiment/phaseSettings.ts'
import type { AnalysisCell } from './analysis/analysis.ts'
import type { FrameCell } from './frameCell.ts'
import type { WebglState } from './labState.ts'

/** What a picture of a landscape (the 3-D scene, the map) reads and does, whoever's landscape it is: that of the two neurons, or a slice. */
export interface PictureLab {
  readonly store: Pick<StoreApi<PictureState>, 'getState' | 'getInitialState' | 'subscribe'>
  /** The ground and what stands on it: with the density as ground, `landscape`, `contours` and `view` are those of the density. */
  readonly cell: FrameCell
  /** Basins and density, to tint the ground with; null for a slice. */
  readonly analysis: AnalysisCell | null
  /** Contour lines are needed in the cell. Call what it returns when they are not any more. */
  readonly wantContours: () => () => void
  /** Who can draw it as a file. All pictures of a lab share one: of several views only one is shown. */
  readonly capture: CaptureSlot
}

/** Lengths in CSS pixels. */
export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** A picture of a landscape as a file needs it. */
export interface PictureWish {
  /** Null: what no panel covers of the picture on the screen, as it is there. */
  readonly size: PictureSize | null
  /** Pixels of the picture to a CSS pixel. */
  readonly scale: number
  /** Nothing is drawn behind the landscape. */
  readonly isTransparent: boolean
  readonly hasLabels: boolean
}

/** Where one picture of a landscape after another is drawn, unseen. */
export interface PictureStudio {
  /** The same canvas every time, drawn from the newest frame. `nowMs`: a clock for what fades. Fails with a sentence. */
  readonly draw: (camera: CameraSettings, nowMs: number) => Promise<HTMLCanvasElement>
  readonly dispose: () => void
}

/** What draws a landscape as files: the scene while it is shown. */
export interface PictureCapture {
  /** The one on the screen. */
  readonly picture: PictureLab
  /** Of what no panel covers now. */
  readonly screenSize: () => PictureSize
  /** Why there can be no such picture, in a sentence; null where there can. */
  readonly refusal: (wish: PictureWish) => string | null
  /** For a picture that may be another than the one on the screen. Throws the refusal. */
  readonly openStudio: (picture: PictureLab, wish: PictureWish) => PictureStudio
}

/** The capture of now, and how to hear of another. */
export interface CaptureSlot {
  readonly current: PictureCapture | null
  /** Call what it returns when the capture ends. */
  readonly provide: (capture: PictureCapture) => () => void
  readonly subscribe: (listener: () => void) => () => void
}

/** What a picture of the two neurons shows beyond the ground. */
export interface PictureAnalysis {
  readonly settings: PhaseSettings
  /** Key of the equilibrium whose directions are drawn. */
  readonly selectedKey: string | null
  /** What the heights of the ground are now: the density only once it has come. */
  readonly quantity: 'energy' | 'density'
}

export interface PictureState {
  readonly camera: CameraSettings
  readonly layers: LayerSettings
  /** Key of the equilibrium under the pointer or the focus. */
  readonly highlightedKey: string | null
  /** Names for the two directions in labels; null: ξ¹ and ξ². */
  readonly memoryNames: readonly [string, string] | null
  /** Null for slices. */
  readonly phase: PictureAnalysis | null
  readonly setCamera: (camera: CameraSettings) => void
  readonly highlight: (key: string | null) => void
  /** Chooses an equilibrium. Null where there is nothing to choose for. */
  readonly select: ((key: string | null) => void) | null
  readonly setWebgl: (webgl: WebglState) => void
  /** Null where balls cannot be dropped. */
  readonly dropBall: ((state: readonly [number, number]) => void) | null
}

/** How the two coordinates of a picture are written: x₁ and x₂ of two neurons; y₊ and y₋ on a slice, whose directions have names. */
export interface CoordinateNames {
  readonly letter: 'x' | 'y'
  readonly subscripts: readonly [string, string]
}

const neuronCoordinates: CoordinateNames = { letter: 'x', subscripts: ['1', '2'] }
const sliceCoordinates: CoordinateNames = { letter: 'y', subscripts: ['+', '−'] }

export function coordinateNames(memoryNames: PictureState['memoryNames']): CoordinateNames {
  return memoryNames === null ? neuronCoordinates : sliceCoordinates
}

/** A label on the picture has room for so many letters of a name. */
const longestName = 18

/** A name that a person gave, cut to the room of a label. */
export function shownName(name: string): string {
  const letters = Array.from(name)
  return letters.length <= longestName
    ? name
    : `${letters
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`
}

/** A star on a slice that is none in the whole network: the state is drawn out of the plane there, or can leave it. */
export function isStableOnSliceOnly(point: NamedEquilibrium | SliceEquilibrium): boolean {
  if (point.stability !== 'stable' || !('isEquilibrium' in point)) return false
  return !point.isEquilibrium || point.largestEigenvalue >= 0
}
