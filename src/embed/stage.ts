import type { EmbedOptions, EmbedTheme } from '../experiment/embed/embedOptions.ts'
import type { Experiment } from '../experiment/experiment.ts'
import type { NamedEquilibrium } from '../model/equilibriumNames.ts'
import type { Sheet } from '../plots/canvasSurface.ts'
import type { ScenePalette } from '../scene/palette.ts'
import type { PictureLab } from '../store/pictureLab.ts'
import type { BarState, EmbedAction } from './widget.ts'
import type { AnalysisPorts } from '../engine/analysis/analysisClient.ts'
import type { Port } from '../engine/port.ts'
import type { HostLine } from './host/hostLine.ts'

// The page of an embed comes in three scripts, none of which can import from another: they are classic scripts, because a sandboxed frame may not load
// modules. What they hand to each other stands here, in types.

/** Draws the map, and tells when it must be drawn again. */
export interface MapPainter {
  readonly draw: (sheet: Sheet) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** Whether the picture can be seen. */
export interface Sight {
  readonly isInView: () => boolean
  readonly subscribe: (listener: () => void) => () => void
}

/** What the first script lends to the lab. */
export interface EmbedStage {
  readonly options: () => EmbedOptions
  /** As it was drawn so far: of what is not drawn nothing is checked. */
  readonly document: () => Experiment
  /** Holds the map and the scene. */
  readonly picture: HTMLElement
  readonly mapPlace: HTMLElement
  readonly scenePlace: HTMLElement
  readonly paintMap: (painter: MapPainter) => void
  readonly sight: Sight
  readonly line: HostLine
  readonly showBar: (state: BarState) => void
  readonly showEquilibria: (equilibria: readonly NamedEquilibrium[]) => void
  /** A sentence over the picture; null: none. It stays, or goes by itself. */
  readonly say: (sentence: string | null, isBrief?: boolean) => void
  /** Reads out what can be seen. */
  readonly announce: (text: string) => void
  /** What the picture says about itself. */
  readonly label: () => string
  readonly setTheme: (theme: EmbedTheme) => void
  readonly title: () => string
}

/** What drives the picture and the controls: at first the page itself, then the lab. */
export interface EmbedDriver {
  readonly act: (action: EmbedAction) => void
  /** Puts another document in the place of the present one, with the options as they are now. */
  readonly open: (document: Experiment) => void
  readonly document: () => Experiment
}

export interface SceneProps {
  readonly picture: PictureLab
  readonly label: string
  readonly palette: ScenePalette
  readonly reducedMotion: boolean
  /** The picture takes the wheel and single fingers. */
  readonly isActive: boolean
  readonly isTransparent: boolean
  readonly hasOpening: boolean
  readonly onFirstSurface: () => void
}

export interface MountedScene {
  readonly update: (props: SceneProps) => void
  readonly unmount: () => void
}

export type MountScene = (host: HTMLElement, props: SceneProps) => MountedScene

/** Where the later scripts leave what they bring. */
interface EmbedParts {
  startLive?: (stage: EmbedStage) => EmbedDriver
  mountScene?: MountScene
  /** The engine in this thread, where there may be no worker. */
  createMainThreadPort?: () => Port
  analysis?: AnalysisPorts
}

export function embedParts(): EmbedParts {
  const home = globalThis as { memoryscapeParts?: EmbedParts }
  return (home.memoryscapeParts ??= {})
}
