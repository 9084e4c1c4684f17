import { presets } from '../experiment/presets/presets.ts'
import { useLab, useLabState } from '../store/useLab.ts'
import { Icon } from '../ui/icons.tsx'
import { MenuButton } from './MenuButton.tsx'
import './PresetPicker.css'

/** Whole experiments, one press each, with what to see in them. */
export function PresetPicker() {
  const { store } = useLab()
  const presetId = useLabState((state) => state.presetId)
  const title = presets.find((preset) => preset.id === presetId)?.title
  const face = (
    <>
      {title !== undefined && <span className="preset-word">Preset:</span>}
      <span className="preset-title">{title ?? 'Presets'}</span>
      <Icon name="down" size={14} />
    </>
  )
  return (
    <MenuButton label="Presets" tooltip="Sets model, input, noise and balls at once: another landscape." face={face}>
      {(menuId) =>
        presets.map((preset) => (
          <button
            key={preset.id}
            type="button"
            className="menu-item"
            aria-pressed={preset.id === presetId}
            popoverTarget={menuId}
            popoverTargetAction="hide"
            onClick={() => store.getState().loadPreset(preset.id)}
          >
            <b>{preset.title}</b>
            <small>{preset.caption}</small>
          </button>
        ))
      }
    </MenuButton>
  )
}
