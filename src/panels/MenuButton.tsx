import { useId, useRef, type ReactNode } from 'react'
import { Icon, type IconName } from '../ui/icons.tsx'
import { Tooltip } from '../ui/Tooltip.tsx'
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

/** Room between the button and the menu, and between the menu and the window's edge. */
const gapPx = 6

/** A button that opens a small sheet under itself, in the browser's top layer; Escape or a press elsewhere closes it. */
export function MenuButton({ label, tooltip, icon, face, children }: MenuButtonProps) {
  const id = useId()
  const buttonRef = useRef<HTMLButtonElement>(null)
  const sheetRef = useRef<HTMLDivElement>(null)

  // Before it opens, so that it never shows in the wrong place: its width is not known yet, but its largest width is.
  const place = () => {
    const sheet = sheetRef.current
    const box = buttonRef.current?.getBoundingClientRect()
    if (!sheet || !box) return
    const windowWidth = document.documentElement.clientWidth
    const isOnRight = box.left > windowWidth / 2
    const widest = `min(23rem, ${windowWidth - 2 * gapPx}px)`
    sheet.style.left = isOnRight ? 'auto' : `min(${box.left}px, ${windowWidth - gapPx}px - ${widest})`
    sheet.style.right = isOnRight ? `min(${windowWidth - box.right}px, ${windowWidth - gapPx}px - ${widest})` : 'auto'
    sheet.style.top = `${box.bottom + gapPx}px`
    sheet.style.maxHeight = `calc(100dvh - ${box.bottom + 2 * gapPx}px)`
  }

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
        onBeforeToggle={place}
      >
        {children(id)}
      </div>
    </>
  )
}
