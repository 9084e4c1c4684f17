import { integrateTo } from '../../../model/phase/trajectorySolver.ts'
import type { StudiedSystem } from './work.ts'

/** A trajectory this near to a stable equilibrium has come to it. In units of the state. */
const arrivalDistance = 1e-6

/** Key of the stable equilibrium in which the trajectory from (x₁, x₂) ends, by Taylor series of order 18 with an error of 1e-12 a step; null where it does not arrive. */
export function endOf({ system, equilibria }: StudiedSystem, x1: number, x2: number): string | null {
  const stable = equilibria.filter((point) => point.stability === 'stable')
  const near = (a: number, b: number) =>
    stable.find(({ state }) => Math.abs(a - state[0]) < arrivalDistance && Math.abs(b - state[1]) < arrivalDistance)
  const arrival = integrateTo(system, x1, x2, { until: (a, b) => near(a, b) !== undefined })
  return near(arrival.x1, arrival.x2)?.key ?? null
}
