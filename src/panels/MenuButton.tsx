import { useId, useLayoutEffect, useRef, useState, type ReactNode, type ToggleEvent } from 'react'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
import { placeMenuSheet } from './placeMenu.ts'
import '../ui/IconButton.css'
import './MenuButton.css'

interface MenuButtonProps {
  readonly label: string
  readonly tooltip: string
  readonly icon?: IconName
  /** Shown on the button instead of an icon. */
  readonly face?: ReactNode
  /** The content. A button in it with `popoverTarget` `menuId` and action 'hide' also closes the menu. */
  readonly children: (menuId: string) => ReactNode
}

function place(sheet: HTMLElement | null, button: HTMLElement | null): void {
  if (sheet && button) placeMenuSheet(sheet, button)
}

/** A button that opens a small sheet beside itself, in the browser's top layer; Escape or a press elsewhere closes it. */
export function MenuButton({ label, tooltip, icon, face, children }: MenuButtonProps) {
  const id = useId()
  const buttonRef = useRef<HTMLButtonElement>(null)
  const sheetRef = useRef<HTMLDivElement>(null)

  // What nobody sees is not there: the steps of the history and all layers would be made anew with every move of a slider.
  const [isOpen, setOpen] = useState(false)

  // The click comes first and fills the sheet, so that it never shows in the wrong place. Only a script that clicks is answered after it.
  const placeFilled = (event: ToggleEvent<HTMLDivElement>) => {
    if (event.newState === 'open') place(sheetRef.current, buttonRef.current)
  }
  useLayoutEffect(() => {
    if (isOpen && sheetRef.current?.matches(':popover-open')) place(sheetRef.current, buttonRef.current)
  }, [isOpen])

  return (
    <>
      <Tooltip text={tooltip} title={face === undefined ? label : undefined}>
        <button
          ref={buttonRef}
          type="button"
          className="icon-button menu-button"
          data-text={face === undefined ? undefined : true}
          aria-label={face === undefined ? label : undefined}
          aria-haspopup="dialog"
          popoverTarget={id}
          onClick={() => setOpen(true)}
        >
          {icon && <Icon name={icon} />}
          {face}
        </button>
      </Tooltip>
      <div
        ref={sheetRef}
        id={id}
        className="menu-sheet"
        popover="auto"
        role="dialog"
        aria-label={label}
        onBeforeToggle={placeFilled}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen && children(id)}
      </div>
    </>
  )
}
