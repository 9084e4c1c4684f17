import { encodeLink } from '../../experiment/link/link.ts'
import { findEquilibria } from '../../model/equilibria.ts'
import { nameEquilibria, type NamedEquilibrium } from '../../model/equilibriumNames.ts'
import type { TwoNeuronSystem } from '../../model/twoNeurons.ts'
import type { Lab } from '../../store/lab.ts'
import type { LabState } from '../../store/labState.ts'
import { selectDerived } from '../../store/selectors.ts'
import type { BallDetail, EquilibriumDetail, HostValues, RegimeDetail, ValueName } from './messages.ts'
import { parameters } from './parameters.ts'

type Documented = Pick<LabState, 'experiment'>

const known = new WeakMap<TwoNeuronSystem, readonly NamedEquilibrium[]>()

/** Of the document as it is now: from its equations, and so right at once, even before the engine has answered. */
export function equilibriaOf(state: Documented): readonly NamedEquilibrium[] {
  const { system } = selectDerived(state)
  const found = known.get(system) ?? nameEquilibria(findEquilibria(system), system)
  known.set(system, found)
  return found
}

export function equilibriumDetails(state: Documented): EquilibriumDetail[] {
  return equilibriaOf(state).map(({ key, name, stability, state: place, energy }) => {
    return { key, kind: name.kind, stability, state: [place[0], place[1]], energy }
  })
}

export function regimeDetail(state: Documented): RegimeDetail {
  const { regime, hasCurrent } = selectDerived(state)
  const isStable = (mu: 0 | 1) =>
    equilibriaOf(state).some(
      ({ name, stability }) =>
        stability === 'stable' && name.kind === 'memory' && name.mu === mu && (hasCurrent ? name.sign === 1 : true),
    )
  const stable = ([1, 2] as const).filter((memory) => isStable(memory === 1 ? 0 : 1))
  return { regime: hasCurrent ? 'tilted' : regime.kind, stable }
}

function ballDetails({ cell }: Lab): BallDetail[] {
  return [...cell.traces.values()].flatMap((trace) => {
    if (trace.length === 0) return []
    const now = trace.at(trace.length - 1)
    const { id, x1, x2, energy, m1, m2 } = trace
    return [{ ball: id, state: [x1[now], x2[now]], energy: energy[now], overlaps: [m1[now], m2[now]] }]
  })
}

/** One of the values that a host can ask for. */
export function readValue<Name extends ValueName>(lab: Lab, title: () => string, name: Name): HostValues[Name] {
  const state = lab.store.getState()
  const { experiment } = state
  const readings: { readonly [Each in Exclude<ValueName, keyof typeof parameters>]: () => HostValues[Each] } = {
    document: () => experiment,
    link: () => encodeLink(experiment),
    regime: () => regimeDetail(state),
    equilibria: () => equilibriumDetails(state),
    balls: () => ballDetails(lab),
    playing: () => state.isPlaying,
    time: () => lab.cell.time,
    title,
  }
  const read: Record<string, () => unknown> = readings
  if (name in parameters) return parameters[name as keyof typeof parameters].read(experiment) as HostValues[Name]
  return read[name]() as HostValues[Name]
}
