import { useLayoutEffect, useRef, type KeyboardEvent } from 'react'
import type { IconName } from '../../ui/icons.tsx'
import { Icon } from '../../ui/icons.tsx'
import { MemoryGlyph } from '../memoryMark.tsx'
import { placeMenuSheet } from '../placeMenu.ts'
import '../MenuButton.css'
import './MemoryMenu.css'

export interface MenuPlace {
  readonly id: number
  readonly button: HTMLElement
}

export interface MenuEntry {
  readonly icon: IconName
  readonly label: string
  readonly keys?: string | undefined
  readonly isDisabled?: boolean | undefined
  readonly run: () => void
}

interface MemoryMenuProps {
  /** Which memory it is about; it is open as long as this is not null. */
  readonly place: MenuPlace
  readonly title: string
  readonly entries: readonly MenuEntry[]
  readonly onClose: () => void
}

/** What can be done with one memory: one sheet for the whole bank, beside the button that opened it. */
export function MemoryMenu({ place, title, entries, onClose }: MemoryMenuProps) {
  const ref = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    const sheet = ref.current
    if (!sheet) return
    placeMenuSheet(sheet, place.button, 'right')
    sheet.showPopover()
    sheet.querySelector('button')?.focus()
  }, [place])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const buttons = [...(ref.current?.querySelectorAll('button') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    if (step === 0 || at < 0) return
    event.preventDefault()
    event.stopPropagation()
    buttons[(at + step + buttons.length) % buttons.length].focus()
  }
  return (
    <div
      ref={ref}
      className="menu-sheet memory-menu"
      popover="auto"
      role="menu"
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onToggle={(event) => event.newState === 'closed' && onClose()}
    >
      <p className="memory-menu-title" role="presentation">
        <MemoryGlyph id={place.id} />
        {title}
      </p>
      {entries.map(({ icon, label, keys, isDisabled, run }) => (
        <button
          key={label}
          type="button"
          className="memory-menu-item"
          role="menuitem"
          aria-disabled={isDisabled || undefined}
          onClick={() => {
            if (isDisabled) return
            // Closed first: it gives the focus back to its button, and what it starts may take it from there.
            ref.current?.hidePopover()
            run()
          }}
        >
          <Icon name={icon} size={16} />
          <span>{label}</span>
          {keys && <kbd>{keys}</kbd>}
        </button>
      ))}
    </div>
  )
}
