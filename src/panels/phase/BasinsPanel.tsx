import { FractionBand } from '../../plots/phase/FractionBand.tsx'
import { useAnalysis, useWanted } from '../../store/analysis/useAnalysis.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { formatShort } from '../../ui/formatNumber.ts'
import { Switch } from '../../ui/Switch.tsx'
import { withPhase } from '../edits.ts'
import { BorderNote } from './BorderNote.tsx'
import { FlowAndDescent } from './FlowAndDescent.tsx'
import { basinRows } from './shareRows.ts'
import { ShareTable } from './ShareTable.tsx'
import { TaskFailure } from './TaskFailure.tsx'
import '../panels.css'

/** Which memory each start recalls: the shares in numbers, how they moved, and what the arrows mean. */
export function BasinsPanel() {
  useWanted('basins')
  const { store } = useLab()
  const basins = useAnalysis((cell) => cell.basins)
  const isTinted = useLabState((state) => state.experiment.view.phase.tint === 'basins')
  const { edit } = store.getState()
  return (
    <>
      <div className="panel-section">
        <h2 className="panel-title">Basins of attraction</h2>
        <BorderNote />
        <p className="panel-words">
          {basins === null
            ? 'Which memory each start recalls, without noise. The shares are being computed.'
            : `Of all starts with both coordinates between ±${formatShort(basins.extent, 3)}, so many recall, without noise,`}
        </p>
        {basins !== null && (
          <ShareTable caption="Shares of the starts that recall each memory" rows={basinRows(basins)} />
        )}
        <TaskFailure part="basins" />
        <Switch
          label="Colour the landscape by basin"
          isOn={isTinted}
          tooltip="Each start in the colour of the memory that it recalls. The basins of the twins are hatched."
          onChange={(isOn) => edit(withPhase({ tint: isOn ? 'basins' : 'height' }))}
        />
        <FractionBand />
      </div>
      <div className="panel-section">
        <FlowAndDescent />
      </div>
    </>
  )
}
