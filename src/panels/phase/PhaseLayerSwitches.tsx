import type { PhaseSettings } from '../../experiment/phaseSettings.ts'
import type { NamedEquilibrium } from '../../model/equilibriumNames.ts'
import { useCell } from '../../store/useCell.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Segmented } from '../../ui/Segmented.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { withPhase } from '../edits.ts'
import { LayerSample } from './LayerSample.tsx'
import {
  asksForPointMass,
  emptyLayerSentence,
  groundWords,
  phaseLayers,
  tintWords,
  type PhaseLayer,
} from './layerWords.ts'
import { PointMassHint } from './PointMassHint.tsx'
import './PhaseLayerSwitches.css'

const isSameList = (one: readonly NamedEquilibrium[], other: readonly NamedEquilibrium[]) => one === other

function options<Value extends string>(words: Readonly<Record<Value, { readonly title: string }>>) {
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value].title }))
}

const grounds = options<PhaseSettings['ground']>(groundWords)
const tints = options<PhaseSettings['tint']>(tintWords)

/** The layers of the phase portrait: a switch each, with a sample of the line and what it means. */
export function PhaseLayerSwitches() {
  const { store } = useLab()
  const phase = useLabState((state) => state.experiment.view.phase)
  const noise = useLabState((state) => state.experiment.noise.strength)
  const selectedKey = useLabState((state) => state.selectedKey)
  const equilibria = useCell((cell) => cell.equilibria, 2, isSameList)
  const change = (patch: Partial<PhaseSettings>) => store.getState().edit(withPhase(patch))
  return (
    <>
      <div className="phase-layers">
        {(Object.keys(phaseLayers) as PhaseLayer[]).map((layer) => {
          const { title, meaning } = phaseLayers[layer]
          const hint = phase[layer] ? emptyLayerSentence(layer, { noise, equilibria, selectedKey }) : null
          return (
            <div key={layer} className="phase-layer">
              <Switch label={title} isOn={phase[layer]} onChange={(isOn) => change({ [layer]: isOn })} />
              <LayerSample layer={layer} />
              <small data-hint={hint === null ? undefined : true}>{hint ?? meaning}</small>
            </div>
          )
        })}
      </div>
      <div className="phase-ground">
        <Segmented
          label="Height"
          isLabelShown
          options={grounds}
          value={phase.ground}
          onChange={(ground) => change({ ground })}
        />
        <Segmented
          label="Colour"
          isLabelShown
          options={tints}
          value={phase.tint}
          onChange={(tint) => change({ tint })}
        />
        {asksForPointMass(phase, noise) ? (
          <PointMassHint />
        ) : (
          <p className="phase-ground-words">
            {groundWords[phase.ground].meaning} {tintWords[phase.tint].meaning}
          </p>
        )}
      </div>
    </>
  )
}
