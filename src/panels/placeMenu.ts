/** Where the sheet of a menu goes: under its button or over it, whichever has room, and always inside the window. */

interface Size {
  readonly width: number
  readonly height: number
}

export interface MenuBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export interface MenuPosition {
  readonly left: number
  readonly top: number
  /** More content than this scrolls inside the sheet. */
  readonly maxHeight: number
}

/** Room between the button and the menu, and between the menu and the window's edge, in CSS pixels. */
const gapPx = 6

/**
 * Under the button where the whole sheet has room there, else over it, else where there is more room. It starts at the edge of the button
 * given by `align`, and is moved as far as the window asks for. `sheet`: its size when nothing cuts it.
 */
export function placeMenu(button: MenuBox, sheet: Size, viewport: Size, align: 'left' | 'right'): MenuPosition {
  const roomBelow = viewport.height - button.bottom - 2 * gapPx
  const roomAbove = button.top - 2 * gapPx
  const isBelow = sheet.height <= roomBelow || (sheet.height > roomAbove && roomBelow >= roomAbove)
  const maxHeight = Math.max(0, isBelow ? roomBelow : roomAbove)
  const height = Math.min(sheet.height, maxHeight)
  const wished = align === 'left' ? button.left : button.right - sheet.width
  const left = Math.max(gapPx, Math.min(wished, viewport.width - gapPx - sheet.width))
  return { left, top: isBelow ? button.bottom + gapPx : button.top - gapPx - height, maxHeight }
}

/** The same for elements of the page; the sheet may be hidden still. Writes the place into its style. */
export function placeMenuSheet(sheet: HTMLElement, button: HTMLElement, align?: 'left' | 'right'): void {
  const { style } = sheet
  const { clientWidth: width, clientHeight: height } = document.documentElement
  const box = button.getBoundingClientRect()
  const shown = style.display
  style.maxHeight = ''
  style.left = '0'
  style.top = '0'
  // A closed popover has no size. Nothing is painted before the place is known.
  style.display = 'block'
  const size = { width: sheet.offsetWidth, height: sheet.offsetHeight }
  style.display = shown
  const side = align ?? (box.left > width / 2 ? 'right' : 'left')
  const place = placeMenu(box, size, { width, height }, side)
  style.left = `${place.left}px`
  style.top = `${place.top}px`
  style.maxHeight = `${place.maxHeight}px`
}
