import * as v from 'valibot'
import { embedLayers, layersOf, withLayers, type EmbedLayer } from '../../experiment/embed/layers.ts'
import type { Experiment, ViewSettings } from '../../experiment/experiment.ts'
import { ranges } from '../../experiment/ranges.ts'
import { choice, flag, group, pair, ranged } from '../../experiment/schemaParts.ts'
import type { HostParameters, SettableParameters } from './messages.ts'

/** One thing that a host can set: what it may be, and where it stands in the document. */
interface Parameter<Name extends keyof HostParameters> {
  readonly schema: v.GenericSchema<SettableParameters[Name]>
  readonly read: (experiment: Experiment) => HostParameters[Name]
  readonly write: (experiment: Experiment, value: SettableParameters[Name]) => Experiment
}

/** The registry: a line each. The schemas are those of the document, so that the same is clamped and the same is refused. */
export const parameters: { readonly [Name in keyof HostParameters]: Parameter<Name> } = {
  alpha: {
    schema: pair(ranges.saliency),
    read: ({ input }) => input.saliency,
    write: (experiment, saliency) => ({ ...experiment, input: { saliency } }),
  },
  alpha1: {
    schema: ranged(ranges.saliency),
    read: ({ input }) => input.saliency[0],
    write: (experiment, alpha1) => ({ ...experiment, input: { saliency: [alpha1, experiment.input.saliency[1]] } }),
  },
  alpha2: {
    schema: ranged(ranges.saliency),
    read: ({ input }) => input.saliency[1],
    write: (experiment, alpha2) => ({ ...experiment, input: { saliency: [experiment.input.saliency[0], alpha2] } }),
  },
  gain: inPart(ranged(ranges.gain), 'model', 'gain'),
  model: inPart(choice('idp', 'classic'), 'model', 'kind'),
  inputAs: inPart(choice('current', 'start'), 'model', 'inputAs'),
  strength: inPart(ranged(ranges.strength), 'model', 'strength'),
  noise: inPart(ranged(ranges.noise), 'noise', 'strength'),
  seed: inPart(ranged(ranges.seed), 'noise', 'seed'),
  speed: inPart(ranged(ranges.speed), 'playback', 'speed'),
  timeStep: inPart(ranged(ranges.timeStep), 'integration', 'timeStep'),
  picture: inPart(choice('surface', 'map'), 'view', 'picture'),
  ground: {
    schema: choice('energy', 'density'),
    read: ({ view }) => view.phase.ground,
    write: (experiment, ground) => withPhase(experiment, { ground }),
  },
  tint: {
    schema: choice('height', 'basins', 'density'),
    read: ({ view }) => view.phase.tint,
    write: (experiment, tint) => withPhase(experiment, { tint }),
  },
  layers: {
    schema: v.lazy((input) => (Array.isArray(input) ? layerList : layerFlags)),
    read: ({ view }) => layersOf(view),
    write: writeLayers,
  },
}

export const parameterNames = Object.keys(parameters) as (keyof HostParameters)[]

/** What stands at one place of one part of the document. */
function inPart<
  Part extends 'model' | 'noise' | 'playback' | 'integration' | 'view',
  Key extends keyof Experiment[Part],
>(schema: v.GenericSchema<Experiment[Part][Key]>, part: Part, key: Key) {
  return {
    schema,
    read: (experiment: Experiment) => experiment[part][key],
    write: (experiment: Experiment, value: Experiment[Part][Key]): Experiment => ({
      ...experiment,
      [part]: { ...experiment[part], [key]: value },
    }),
  }
}

const layerList = v.pipe(
  v.array(choice(...embedLayers), 'a list of layers'),
  v.maxLength(embedLayers.length, `a list of at most ${embedLayers.length} layers`),
)
const layerFlags = group(
  Object.fromEntries(embedLayers.map((name) => [name, v.optional(flag)])) as Record<
    EmbedLayer,
    v.OptionalSchema<typeof flag, undefined>
  >,
) as v.GenericSchema<Partial<Record<EmbedLayer, boolean>>>

function writeLayers(experiment: Experiment, wanted: SettableParameters['layers']): Experiment {
  const before = layersOf(experiment.view)
  const isOn = (name: EmbedLayer) => (isList(wanted) ? wanted.includes(name) : (wanted[name] ?? before[name]))
  return { ...experiment, view: withLayers(experiment.view, isOn) }
}

function isList(value: SettableParameters['layers']): value is readonly EmbedLayer[] {
  return Array.isArray(value)
}

function withPhase(experiment: Experiment, phase: Partial<ViewSettings['phase']>): Experiment {
  return { ...experiment, view: { ...experiment.view, phase: { ...experiment.view.phase, ...phase } } }
}
