import { memo } from 'react'
import { IconButton } from '../IconButton.tsx'
import { Segmented } from '../Segmented.tsx'
import type { SegmentedOption } from '../Segmented.tsx'
import { VisuallyHidden } from '../VisuallyHidden.tsx'
import { smallestBrush } from './brush.ts'
import type { Drawing } from './drawing.ts'
import { pixelValue, toolsFor } from './editorTools.ts'
import type { Paint, ToolSettings } from './editorTools.ts'
import { invertInto, mirrorInto, shiftInto } from './raster.ts'
import './EditorToolbar.css'

interface EditorToolbarProps {
  readonly drawing: Drawing
  readonly levels: 2 | 3
  readonly settings: ToolSettings
  readonly onSettings: (settings: ToolSettings) => void
  readonly largestWidth: number
}

export const EditorToolbar = memo(function EditorToolbar(props: EditorToolbarProps) {
  const { drawing, levels, settings, onSettings } = props
  const cleared: Paint = levels === 3 ? 'unknown' : 'paper'
  return (
    <div className="editor-toolbar" role="group" aria-label="Drawing tools">
      <div className="editor-tools">
        {toolsFor(levels).map(({ kind, icon, label, tooltip, key }) => (
          <IconButton
            key={kind}
            icon={icon}
            label={label}
            tooltip={tooltip}
            shortcut={key}
            isPressed={settings.tool === kind}
            onClick={() => onSettings({ ...settings, tool: kind })}
          />
        ))}
      </div>
      <div className="editor-actions">
        <IconButton
          icon="invert"
          label="Invert"
          tooltip="Ink becomes paper, and paper ink."
          onClick={() => drawing.edit(invertInto)}
        />
        <IconButton
          icon="mirror"
          label="Mirror left and right"
          onClick={() => drawing.edit((out, pixels, size) => mirrorInto(out, pixels, size, 'left-right'))}
        />
        <IconButton
          icon="mirror-vertical"
          label="Mirror top and bottom"
          onClick={() => drawing.edit((out, pixels, size) => mirrorInto(out, pixels, size, 'top-bottom'))}
        />
        <IconButton
          icon="clear"
          label="Clear"
          tooltip={`Makes every pixel ${cleared}.`}
          onClick={() => drawing.edit((out) => out.fill(pixelValue[cleared]))}
        />
      </div>
      <div className="editor-options">
        <ToolOptions {...props} />
      </div>
    </div>
  )
})

const shifts = [
  { icon: 'arrow-left', label: 'Shift left', right: -1, down: 0 },
  { icon: 'arrow-up', label: 'Shift up', right: 0, down: -1 },
  { icon: 'arrow-down', label: 'Shift down', right: 0, down: 1 },
  { icon: 'arrow-right', label: 'Shift right', right: 1, down: 0 },
] as const

const paintOptions: readonly SegmentedOption<Paint>[] = (['ink', 'paper', 'unknown'] as const).map((paint) => ({
  value: paint,
  label: (
    <>
      <span className="paint-swatch" data-paint={paint} />
      <VisuallyHidden>{paint}</VisuallyHidden>
    </>
  ),
  tooltip: `Draws ${paint}.`,
}))

/** What the tool in hand can be set to; always one row high, so that nothing jumps when the tool changes. */
function ToolOptions({ drawing, levels, settings, onSettings, largestWidth }: EditorToolbarProps) {
  const { tool, width } = settings
  if (tool === 'shift')
    return shifts.map(({ icon, label, right, down }) => (
      <IconButton
        key={icon}
        icon={icon}
        label={label}
        onClick={() => drawing.edit((out, pixels, size) => shiftInto(out, pixels, size, { right, down }))}
      />
    ))
  return (
    <>
      {tool !== 'fill' && largestWidth > smallestBrush && (
        <div className="brush-width" role="group" aria-label="Brush">
          <IconButton
            icon="minus"
            label="Thinner brush"
            shortcut="["
            isDisabled={width <= smallestBrush}
            onClick={() => onSettings({ ...settings, width: width - 1 })}
          />
          <output className="brush-width-value">{width} px</output>
          <IconButton
            icon="plus"
            label="Thicker brush"
            shortcut="]"
            isDisabled={width >= largestWidth}
            onClick={() => onSettings({ ...settings, width: width + 1 })}
          />
        </div>
      )}
      {(tool === 'line' || tool === 'fill') && (
        <Segmented
          label="Draw in"
          options={paintOptions.filter(({ value }) => value !== 'unknown' || levels === 3)}
          value={settings.paint}
          onChange={(paint) => onSettings({ ...settings, paint })}
        />
      )}
    </>
  )
}
