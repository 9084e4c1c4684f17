import { ranges } from '../../experiment/ranges.ts'
import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Formula } from '../../ui/Formula.tsx'
import { Slider } from '../../ui/Slider.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { withNoise, withPhase } from '../edits.ts'
import { NoiseSlider } from '../NoiseSlider.tsx'
import { Prose } from '../Prose.tsx'
import { BorderNote } from './BorderNote.tsx'
import { CloudCheck } from './CloudCheck.tsx'
import { EscapeTimes } from './EscapeTimes.tsx'
import { NotBoltzmann } from './NotBoltzmann.tsx'
import { boltzmann, noisyState } from './phase.formulas.txt'
import { PointMassHint } from './PointMassHint.tsx'
import { probabilityRows } from './shareRows.ts'
import { ShareTable } from './ShareTable.tsx'
import { TaskFailure } from './TaskFailure.tsx'
import '../panels.css'
import './NoisePanel.css'

/** What noise does in the long run: where the state is found, how long a well holds it, and the same on live particles. */
export function NoisePanel() {
  const isQuiet = useLabState((state) => state.experiment.noise.strength === 0)
  return (
    <>
      <div className="panel-section">
        <h2 className="panel-title">Noise</h2>
        <p className="panel-words">
          Every neuron gets random kicks of its own: <Formula html={noisyState} />.
        </p>
        <NoiseSlider />
        <BorderNote />
        {isQuiet ? <PointMassHint /> : <Probabilities />}
      </div>
      {!isQuiet && (
        <div className="panel-section">
          <EscapeTimes />
        </div>
      )}
      <div className="panel-section">
        <NotBoltzmann />
      </div>
    </>
  )
}

/** Where the state is found, as a table and as layers of the picture. */
function Probabilities() {
  useWanted('density')
  const { store } = useLab()
  const density = useAnalysis((cell) => cell.density)
  const { ground, tint, cloud } = useLabState((state) => state.experiment.view.phase)
  const particles = useLabState((state) => state.experiment.noise.particles)
  const { edit } = store.getState()
  return (
    <>
      <p className="panel-words">
        {density === null ? (
          'Where the state is found in the long run is being computed.'
        ) : (
          <Prose text="Share of time in each well, in the long run. The wells meet where x₁ or x₂ is zero." />
        )}
      </p>
      {density !== null && (
        <ShareTable caption="Share of probability in each memory’s well" rows={probabilityRows(density)} />
      )}
      <TaskFailure part="density" />
      <p className="panel-words">
        This is not <Formula html={boltzmann} />: the flow is not the slope of the energy. Why, and where it is known
        exactly, stands below.
      </p>
      <div className="noise-layers">
        <Switch
          label="Density as the surface"
          isOn={ground === 'density'}
          tooltip="Height: how often the state is there. The valleys of the energy become peaks."
          onChange={(isOn) => edit(withPhase({ ground: isOn ? 'density' : 'energy' }))}
        />
        <Switch
          label="Density as the colour"
          isOn={tint === 'density'}
          tooltip="Colour: the darker, the more often the state is there."
          onChange={(isOn) => edit(withPhase({ tint: isOn ? 'density' : 'height' }))}
        />
        <Switch
          label="Cloud of particles"
          isOn={cloud}
          tooltip="Thousands of states that run at once, each with its own kicks."
          onChange={(isOn) => edit(withPhase({ cloud: isOn }))}
        />
      </div>
      {cloud && (
        <>
          <Slider
            label="Particles"
            value={particles}
            min={ranges.particles.low}
            max={ranges.particles.high}
            step={100}
            isLogarithmic
            tooltip="More particles make a smoother histogram."
            onChange={(count) => edit(withNoise({ particles: count }))}
          />
          <CloudCheck />
        </>
      )}
    </>
  )
}
