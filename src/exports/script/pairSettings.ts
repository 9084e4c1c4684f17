import { effectiveTimeStep, startingBalls, startsAtInput, systemOf } from '../../experiment/derive.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { crossWeight, selfWeight } from '../../model/twoNeurons.ts'
import type { Literals } from './literals.ts'

/** Model time that a script of the two neurons runs: every ball is at rest by then, but near a ridge. */
const pairDuration = 20
/** Model time between two printed samples, about. */
const sampleSpacing = 0.1

/** How a script of the two neurons runs: steps in all, and from one printed sample to the next. */
export function pairSteps(experiment: Experiment): { readonly steps: number; readonly stepsPerSample: number } {
  const timeStep = effectiveTimeStep(experiment)
  const stepsPerSample = Math.max(1, Math.round(sampleSpacing / timeStep))
  return { steps: Math.ceil(pairDuration / timeStep / stepsPerSample) * stepsPerSample, stepsPerSample }
}

/** Half the width of the square on which a script prints the energy: no equilibrium is outside, since |x_i| ≤ |W₁₁| + |W₁₂| + |b_i|. */
export function pairExtent(experiment: Experiment): number {
  const { saliency, current } = systemOf(experiment)
  const reach = Math.abs(selfWeight(saliency)) + Math.abs(crossWeight(saliency))
  return Math.ceil(reach + Math.max(...current.map(Math.abs)) + 0.5)
}

/** What the script is about, for its header. */
export function pairAbout(experiment: Experiment, runs: string): readonly string[] {
  const { model, noise } = experiment
  const about = {
    idp: 'Two neurons with input-driven plasticity: the input sets the saliencies of the two memories.',
    classic: startsAtInput(experiment)
      ? 'The classic Hopfield network of two neurons: the input is where one ball starts.'
      : 'The classic Hopfield network of two neurons: the input is held on as a current.',
  }[model.kind]
  const noisy = [
    'The noise has the same statistics as in Memoryscape, but comes from another generator:',
    'equilibria and energies agree, the paths of the balls differ from those on the screen.',
  ]
  const ridge = [
    'A ball that starts exactly on a ridge is held there by rounding alone, and leaves it where rounding says:',
    'its path may differ from that on the screen.',
  ]
  return [about, ...(noise.strength > 0 ? noisy : ridge), runs]
}

/** The settings of the document, a line each, as constants. `assign`: how the language says `name = value`. */
export function pairConstants(experiment: Experiment, literals: Literals): string {
  const { number, integer, vector, rows, list } = literals
  const { saliency, gain, current } = systemOf(experiment)
  const balls = startingBalls(experiment)
  const { steps, stepsPerSample } = pairSteps(experiment)
  const timeStep = effectiveTimeStep(experiment)
  const isShortened = timeStep < experiment.integration.timeStep
  const constants: readonly (readonly [string, string, string])[] = [
    ['ALPHA', vector(saliency), 'saliencies of the memories (1, 1) and (1, -1)'],
    ['GAIN', number(gain), 'g of the activation psi(x) = tanh(g x)'],
    ['CURRENT', vector(current), 'b, the input as a current'],
    ['BALLS', list(balls.map(({ id }) => integer(id))), 'numbers of the balls; 0 starts at the input'],
    ['STARTS', rows(balls.map(({ start }) => [start[0], start[1]] as const)), 'where they start, a row each'],
    ['DT', number(timeStep), isShortened ? 'time step, shortened to keep the run stable' : 'time step'],
    ['STEPS', integer(steps), 'how many'],
    ['STEPS_PER_SAMPLE', integer(stepsPerSample), 'from one printed sample to the next'],
    ['NOISE', number(experiment.noise.strength), 'sigma of dx = f(x) dt + sigma dB'],
    ['SEED', integer(experiment.noise.seed), 'of the noise'],
    ['EXTENT', number(pairExtent(experiment)), 'the energy is printed for |x1|, |x2| up to this'],
  ]
  return constants.map(([name, value, about]) => `${name} = ${value}  ${literals.comment(about)}`).join('\n')
}
