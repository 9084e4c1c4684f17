import { longestAlt, longestCaption, type EmbedOptions } from '../../../experiment/embed/embedOptions.ts'
import type { Experiment } from '../../../experiment/experiment.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented } from '../../../ui/Segmented.tsx'
import { Select } from '../../../ui/Select.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { embedShapes, heightRange, type EmbedShape } from './embedShape.ts'

const themes = [
  { value: 'auto', label: 'As the page' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'transparent', label: 'Transparent' },
] as const

const pictures = [
  { value: 'surface', label: 'Surface' },
  { value: 'map', label: 'Map' },
] as const

interface EmbedLookProps {
  readonly options: EmbedOptions
  readonly view: Experiment['view']
  readonly shape: EmbedShape
  readonly height: number
  readonly onChange: (patch: Partial<EmbedOptions>) => void
  readonly onShape: (shape: EmbedShape, height: number) => void
}

/** How the embed looks and what stands around it. */
export function EmbedLook({ options, view, shape, height, onChange, onShape }: EmbedLookProps) {
  return (
    <div className="share-fields">
      <Segmented
        label="Picture"
        isLabelShown
        options={pictures}
        value={options.picture ?? view.picture}
        onChange={(picture) => onChange({ picture })}
      />
      <Select label="Theme" options={themes} value={options.theme} onChange={(theme) => onChange({ theme })} />
      <Select label="Size" options={embedShapes} value={shape} onChange={(next) => onShape(next, height)} />
      {shape === 'height' && (
        <NumberField
          label="Height in pixels"
          min={heightRange[0]}
          max={heightRange[1]}
          step={10}
          value={height}
          onChange={(next) => onShape(shape, next)}
        />
      )}
      <label className="share-label share-wide">
        Caption
        <input
          className="share-field"
          value={options.caption}
          maxLength={longestCaption}
          placeholder="None"
          onChange={(event) => onChange({ caption: event.target.value })}
        />
      </label>
      <label className="share-label share-wide">
        For those who cannot see it
        <textarea
          className="share-field"
          rows={3}
          value={options.alt}
          maxLength={longestAlt}
          onChange={(event) => onChange({ alt: event.target.value })}
        />
      </label>
      <Switch label="Plays by itself" isOn={options.autoplay} onChange={(autoplay) => onChange({ autoplay })} />
      <Switch label="Link to Memoryscape" isOn={options.open} onChange={(open) => onChange({ open })} />
    </div>
  )
}
