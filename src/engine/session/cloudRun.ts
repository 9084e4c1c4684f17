import { systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { createCloud, type Cloud } from '../../kernel/phase/cloud.ts'
import type { CloudFrame } from '../protocol.ts'

/** The particles of a run: they take the same steps as the balls. */
export interface CloudRun {
  /** There are particles: the layer is on, and there is noise. Without noise they would all lie at the bottoms. */
  readonly isMoving: boolean
  readonly count: number
  /** Takes over a changed document: particles stay where they are; with another seed they begin anew. */
  readonly change: (experiment: Experiment) => void
  /** Everything back to the seed. */
  readonly restart: () => void
  readonly step: (timeStep: number, steps: number) => void
  /** A copy of where they are, to be given away; null where there are none. */
  readonly takeFrame: () => CloudFrame | null
}

/** The cloud of a document, spread evenly at first. */
export function createCloudRun(first: Experiment): CloudRun {
  let experiment = first
  let system = systemOf(first)
  let cloud: Cloud | null = null

  function begin() {
    const { noise, view } = experiment
    cloud = view.phase.cloud && noise.strength > 0 ? createCloud(noise.particles, noise.seed) : null
    cloud?.reset(system, noise.strength)
  }

  begin()
  return {
    get isMoving() {
      return cloud !== null
    },
    get count() {
      return cloud === null ? 0 : experiment.noise.particles
    },
    change(next) {
      const { seed, particles } = experiment.noise
      const goesOn = cloud !== null && next.view.phase.cloud && next.noise.strength > 0 && next.noise.seed === seed
      experiment = next
      system = systemOf(next)
      if (!goesOn) begin()
      else if (next.noise.particles !== particles) cloud?.setCount(next.noise.particles)
    },
    restart: begin,
    step(timeStep, steps) {
      if (steps > 0) cloud?.step(system, experiment.noise.strength, timeStep, steps)
    },
    takeFrame: () => (cloud === null ? null : { positions: cloud.positions.slice(), stopwatches: cloud.stopwatches() }),
  }
}
