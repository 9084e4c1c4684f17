import { describe, expect, it } from 'vitest'
import { createAnalysisLocalPort } from '../../engine/analysis/analysisLocalPort.ts'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { effectiveTimeStep } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { documentFrom, presentStates } from './filmDocument.ts'
import { createFilmLab, type FilmLab } from './filmLab.ts'
import { onPath, pathEnds } from './filmPath.ts'

const port = () => createAnalysisLocalPort((task) => setTimeout(task))
const signal = new AbortController().signal
const open = (experiment: Experiment, stop: AbortSignal = signal) =>
  createFilmLab({
    experiment,
    selectedKey: null,
    analysis: { createPort: port, createFallbackPort: port },
    signal: stop,
    breathe: async () => {},
  })

const noisy: Experiment = {
  ...defaultExperiment,
  balls: [
    { id: 1, start: [0.3, -0.2] },
    { id: 2, start: [-1, 1.2] },
  ],
  noise: { ...defaultExperiment.noise, strength: 0.2, particles: 300 },
  view: { ...defaultExperiment.view, phase: { ...defaultExperiment.view.phase, cloud: true } },
}

function seen({ lab: { picture, cell } }: FilmLab) {
  return {
    time: cell.time,
    states: [...presentStates(cell)],
    particles: [...(picture.cell.cloud?.positions.slice(0, 20) ?? [])],
    view: picture.cell.view,
  }
}

describe('a lab for films', () => {
  it('has the run at the model time of each frame, however large the steps of the clock', async () => {
    const film = open({ ...noisy, playback: { speed: 3 } })
    const timeStep = effectiveTimeStep(noisy)
    for (const seconds of [0, 1 / 30, 2 / 30, 0.5, 1.7, 3]) {
      await film.advanceTo(seconds)
      expect(Math.abs(film.lab.cell.time - 3 * seconds)).toBeLessThanOrEqual(timeStep * 1.01)
      expect(film.lab.cell.isBehind).toBe(false)
    }
    film.dispose()
  })

  it('shows the same twice', async () => {
    const [one, other] = [open(noisy), open(noisy)]
    for (let k = 0; k < 30; k++) {
      await Promise.all([one.advanceTo(k / 10), other.advanceTo(k / 10)])
      expect(seen(one)).toEqual(seen(other))
    }
    one.dispose()
    other.dispose()
  })

  it('waits for the basins, also while the saliencies move', async () => {
    const { view } = defaultExperiment
    const experiment: Experiment = { ...defaultExperiment, view: { ...view, phase: { ...view.phase, tint: 'basins' } } }
    const ends = pathEnds(experiment, 'diagram')
    const film = open(onPath(experiment, ends, 0))
    for (const share of [0, 0.5, 1]) {
      film.lab.store.getState().edit((document) => onPath(document, ends, share))
      await film.advanceTo(share)
      const { basinsSystem } = film.lab.analysis.cell
      expect(film.lab.cell.system?.saliency).toEqual(film.lab.store.getState().experiment.input.saliency)
      expect(basinsSystem?.saliency).toEqual(film.lab.cell.system?.saliency)
    }
    film.dispose()
  }, 20_000)

  it('stops waiting when it is told to', async () => {
    const { view } = defaultExperiment
    const experiment: Experiment = { ...defaultExperiment, view: { ...view, phase: { ...view.phase, tint: 'basins' } } }
    const controller = new AbortController()
    const film = open(experiment, controller.signal)
    const waiting = film.advanceTo(0)
    controller.abort()
    await expect(waiting).rejects.toThrow(/abort/i)
    film.dispose()
  })
})

describe('from now', () => {
  it('every ball goes on where it is', async () => {
    const film = open(noisy)
    await film.advanceTo(0.5)
    const states = presentStates(film.lab.cell)
    const document = documentFrom(noisy, states)
    expect(document.balls.map(({ start }) => start)).toEqual([...states.values()])
    expect({ ...document, balls: noisy.balls }).toEqual(noisy)
    film.dispose()
  })

  it('the ball that started at the input goes on in the same network', async () => {
    const classic: Experiment = {
      ...defaultExperiment,
      model: { ...defaultExperiment.model, kind: 'classic', inputAs: 'start' },
      balls: [],
    }
    const film = open(classic)
    await film.advanceTo(0)
    await film.advanceTo(0.1)
    const [state] = presentStates(film.lab.cell).values()
    const going = open(documentFrom(classic, presentStates(film.lab.cell)))
    await going.advanceTo(0)
    expect([...presentStates(going.lab.cell).values()]).toEqual([state])
    await Promise.all([film.advanceTo(0.2), going.advanceTo(0.1)])
    const [there] = presentStates(film.lab.cell).values()
    const [here] = presentStates(going.lab.cell).values()
    for (const i of [0, 1] as const) expect(here[i]).toBeCloseTo(there[i], 3)
    expect(pathEnds(classic, 'diagram')).toBeNull()
    film.dispose()
    going.dispose()
  })
})
