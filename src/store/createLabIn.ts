import { defaultExperiment } from '../experiment/defaultExperiment.ts'
import type { Experiment } from '../experiment/experiment.ts'
import { createAnalysis } from './analysis/createAnalysis.ts'
import { createConductor, type ConductorListener } from './conductor.ts'
import type { Environment } from './environment.ts'
import { createFrameCell } from './frameCell.ts'
import type { Lab } from './lab.ts'
import type { LabStore } from './labState.ts'
import { createLabStore } from './labStore.ts'
import { createLandscapePicture } from './landscapePicture.ts'
import { readSettings } from './settings.ts'

/** What a lab begins with. */
export interface LabBeginning {
  readonly experiment?: Experiment
  /** The preset that `experiment` is, if any. */
  readonly presetId?: string | null
  readonly isPlaying?: boolean
  readonly columns?: number
}

/** Grid points along a side: a cell is then a few pixels, and the grid has a point at the origin. */
const defaultColumns = 129

const brokenSettingsSentence = 'Your saved settings could not be read, so the defaults are used.'

/** Makes a lab in an environment and starts its engine at once, before anything is drawn. */
export function createLabIn(
  environment: Environment,
  { experiment = defaultExperiment, presetId = null, isPlaying = true, columns = defaultColumns }: LabBeginning = {},
): Lab {
  const cell = createFrameCell()
  let announceReady: () => void = () => {}
  const ready = new Promise<void>((resolve) => (announceReady = resolve))
  const { settings, isBroken } = readSettings(environment.storage)

  const listener: ConductorListener = {
    onSettled: (isSettled) => store.setState({ isSettled }),
    onFailed: (text, isRunOver) =>
      store.setState(
        isRunOver
          ? { isPlaying: false, notice: { tone: 'failure', text, action: 'reset' } }
          : { notice: { tone: 'failure', text } },
      ),
    onRestarted: (text, isFallback) =>
      store.setState({ isSettled: false, notice: { tone: isFallback ? 'info' : 'warning', text } }),
    onFirstLandscape: () => announceReady(),
  }
  const conductor = createConductor({ environment, cell, columns, playState: () => store.getState(), listener })
  const store: LabStore = createLabStore({
    experiment,
    presetId,
    isPlaying,
    settings,
    storage: environment.storage,
    nowMs: environment.timers.now,
    conductor,
  })
  if (isBroken) store.getState().notify({ tone: 'info', text: brokenSettingsSentence })
  conductor.load(experiment)

  const { wantContours, aimedExtent } = conductor
  const analysis = createAnalysis({
    ports: environment.analysis,
    timers: environment.timers,
    frameCell: cell,
    experiment: () => store.getState().experiment,
    subscribeExperiment: (tell) =>
      store.subscribe((state, before) => {
        if (state.experiment !== before.experiment) tell()
      }),
    aimedExtent,
    onRestarted: (text, isFallback) => store.getState().notify({ tone: isFallback ? 'info' : 'warning', text }),
  })
  const picture = createLandscapePicture({ store, cell, analysis: analysis.cell, wantContours })
  return {
    store,
    cell,
    analysis,
    picture,
    ready,
    wantContours,
    setOnScreen(isOnScreen) {
      conductor.setOnScreen(isOnScreen)
      analysis.setOnScreen(isOnScreen)
    },
    dispose() {
      analysis.dispose()
      conductor.dispose()
    },
  }
}
