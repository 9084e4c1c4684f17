import type { FigureTheme } from '../../../plots/figure/figureTokens.ts'
import { NumberField } from '../../../ui/NumberField.tsx'
import { Segmented, type SegmentedOption } from '../../../ui/Segmented.tsx'
import { Switch } from '../../../ui/Switch.tsx'
import { pixelsPerMm } from './figureSvg.ts'

/** A column and a page of a journal are 85 and 180 mm wide. */
const widths = { least: 40, most: 400, first: 120 } as const

/** How a figure is saved. */
export interface FigureOptionsValue {
  readonly format: 'svg' | 'png'
  readonly theme: FigureTheme
  readonly widthMm: number
  readonly unit: 'mm' | 'px'
  /** Pixels of a PNG to one of 1/96 inch. */
  readonly scale: '1' | '2' | '3' | '4'
  readonly hasCaption: boolean
}

export const firstFigureOptions: FigureOptionsValue = {
  format: 'svg',
  theme: 'light',
  widthMm: widths.first,
  unit: 'mm',
  scale: '2',
  hasCaption: true,
}

const formats: readonly SegmentedOption<FigureOptionsValue['format']>[] = [
  { value: 'svg', label: 'SVG', tooltip: 'Vectors and real text: for papers, and for drawing programs.' },
  { value: 'png', label: 'PNG', tooltip: 'Pixels: for slides and web pages.' },
]
const themes: readonly SegmentedOption<FigureTheme>[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'transparent', label: 'Transparent', tooltip: 'As light, without a ground.' },
]
const units: readonly SegmentedOption<FigureOptionsValue['unit']>[] = [
  { value: 'mm', label: 'mm' },
  { value: 'px', label: 'px' },
]
const scales: readonly SegmentedOption<FigureOptionsValue['scale']>[] = (['1', '2', '3', '4'] as const).map(
  (value) => ({ value, label: `${value}×` }),
)

interface FigureOptionsProps {
  readonly value: FigureOptionsValue
  readonly onChange: (patch: Partial<FigureOptionsValue>) => void
}

/** Format, colours, size and caption. */
export function FigureOptions({ value, onChange }: FigureOptionsProps) {
  const { format, theme, widthMm, unit, scale, hasCaption } = value
  const perUnit = unit === 'mm' ? 1 : pixelsPerMm
  return (
    <>
      <Segmented
        label="Format"
        isLabelShown
        options={formats}
        value={format}
        onChange={(next) => onChange({ format: next })}
      />
      {format === 'png' && (
        <Segmented
          label="Resolution"
          isLabelShown
          options={scales}
          value={scale}
          onChange={(next) => onChange({ scale: next })}
        />
      )}
      <div className="share-wide">
        <Segmented
          label="Colours"
          isLabelShown
          options={themes}
          value={theme}
          onChange={(next) => onChange({ theme: next })}
        />
      </div>
      <NumberField
        label="Width"
        min={Math.round(widths.least * perUnit)}
        max={Math.round(widths.most * perUnit)}
        step={1}
        value={Math.round(widthMm * perUnit)}
        onChange={(next) => onChange({ widthMm: next / perUnit })}
        tooltip="85 mm is a column of a journal, 180 mm a page. Letters stay as large as they are, so that they can be read in both."
      />
      <Segmented
        label="Unit of the width"
        isLabelShown
        options={units}
        value={unit}
        onChange={(next) => onChange({ unit: next })}
      />
      <Switch
        label="Caption with all parameters"
        isOn={hasCaption}
        onChange={(next) => onChange({ hasCaption: next })}
      />
    </>
  )
}
