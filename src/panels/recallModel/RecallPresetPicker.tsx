import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { recallPresets, type RecallPreset } from '../../experiment/recall/recallPresets.ts'
import { workStorage } from '../../store/offline/workStorage.ts'
import { rememberOpened } from '../../store/opening/ownWork.ts'
import { editRecall } from '../../store/recall/editRecall.ts'
import { useRecall } from '../../store/recall/useRecall.ts'
import { useLab, useLabState } from '../../store/useLab.ts'
import { Icon } from '../../ui/icons.tsx'
import { MenuButton } from '../MenuButton.tsx'
import { hasSameRun, withPreset } from './samePreset.ts'
import '../PresetPicker.css'

/** Whole networks with memories and input, one press each. An edit like any other: undo goes back. */
export function RecallPresetPicker() {
  const { store } = useLab()
  const recall = useRecall()
  const current = useLabState((state) =>
    recallPresets.find((preset) => hasSameRun(state.experiment.recall, preset.recall)),
  )
  const load = (preset: RecallPreset) => {
    editRecall(store, (settings) => withPreset(settings, preset.recall), { label: `Load “${preset.title}”` })
    rememberOpened(workStorage(), { ...defaultExperiment, recall: store.getState().experiment.recall })
    recall.store.getState().reset()
    recall.store.getState().play()
  }
  const face = (
    <>
      {current && <span className="preset-word">Preset:</span>}
      <span className="preset-title">{current?.title ?? 'Presets'}</span>
      <Icon name="down" size={14} />
    </>
  )
  return (
    <MenuButton label="Presets" tooltip="Sets memories, input and models at once. Undo brings yours back." face={face}>
      {(menuId) =>
        recallPresets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className="menu-item"
            aria-pressed={preset === current}
            popoverTarget={menuId}
            popoverTargetAction="hide"
            onClick={() => load(preset)}
          >
            <b>{preset.title}</b>
            <small>{preset.caption}</small>
          </button>
        ))
      }
    </MenuButton>
  )
}
