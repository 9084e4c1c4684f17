import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import {
  ballCount,
  equilibriaTable,
  equilibriumCounts,
  eventually,
  regimeSentence,
  saliencies,
  pause,
  waitForRest,
  waitForSurface,
} from './labPage.ts'

const open = withBrowser()

/** The spoken name of what has the focus. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement) || element === document.body) return ''
    const labels =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement ? [...(element.labels ?? [])] : []
    const text = labels.map((label) => label.textContent).join(' ') || element.textContent || ''
    return (element.ariaLabel ?? text).replaceAll(/\s+/g, ' ').trim()
  })
}

/** Presses Tab until the focus is on something of this name. */
async function tabTo(page: Page, name: string | RegExp, key = 'Tab'): Promise<void> {
  const met: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key)
    const found = await focusedName(page)
    met.push(found)
    if (typeof name === 'string' ? found === name : name.test(found)) return
  }
  throw new Error(`The focus never came to ${String(name)}. It was on: ${met.join(' | ')}`)
}

test('the whole view by keyboard alone', { timeout: 120_000 }, async () => {
  const { page } = await open()
  await waitForSurface(page)

  // The map of the regimes: one key press is one hundredth, with Shift a tenth.
  await tabTo(page, 'Saliency of memory 1, on the map')
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowLeft')
  await eventually(() => saliencies(page)).toEqual([1.1, 2])
  await eventually(() => equilibriumCounts(page)).toEqual({ stable: 2, saddle: 2, source: 1 })
  await page.keyboard.press('Shift+ArrowUp')
  await eventually(() => saliencies(page)).toEqual([1.1, 2.1])

  // A slider and its field.
  await tabTo(page, 'Saliency of memory 1')
  await page.keyboard.press('ArrowRight')
  await eventually(() => saliencies(page)).toEqual([1.11, 2.1])
  await tabTo(page, 'Saliency of memory 1, number')
  await page.keyboard.type('0.5')
  await page.keyboard.press('Enter')
  await eventually(() => regimeSentence(page)).toMatch(/memory 1 does not exist/)

  // The model, by the arrow keys of radio buttons.
  await tabTo(page, /IDP weights|Classic/)
  await page.keyboard.press('ArrowRight')
  await eventually(() => regimeSentence(page)).toMatch(/current tilts the ground/)
  await page.keyboard.press('ArrowLeft')
  await eventually(() => regimeSentence(page)).toMatch(/memory 1 does not exist/)

  // The picture: camera, cross-hair, and a ball dropped with it.
  await tabTo(page, 'Energy landscape in three dimensions', 'Shift+Tab')
  const balls = await ballCount(page)
  for (const key of ['1', '2', 'ArrowLeft', '+', 'Home', 'Enter', 'w', 'w', 'd', 'Enter'])
    await page.keyboard.press(key)
  await eventually(() => ballCount(page)).toBe(balls + 1)
  await page.keyboard.press('Escape')

  // The table lights its marker.
  await tabTo(page, /origin/)
  await eventually(() => page.getByRole('row', { name: /origin/ }).getAttribute('data-highlighted')).toBe('true')

  // A preset from the menu, with the focus back where it was.
  await tabTo(page, /Preset/, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, /Equal memories/i)
  await page.keyboard.press('Enter')
  await eventually(() => regimeSentence(page)).toMatch(/equally deep/)

  // The transport.
  await tabTo(page, 'Pause')
  await page.keyboard.press('Enter')
  await eventually(() => focusedName(page)).toBe('Play')
  await page.keyboard.press('Space')
  await eventually(() => focusedName(page)).toBe('Pause')
  await tabTo(page, 'Step')
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1)
  await tabTo(page, 'Reset')
  await page.keyboard.press('Enter')

  // The map in place of the surface, and back.
  await tabTo(page, '3-D', 'Shift+Tab')
  await page.keyboard.press('ArrowRight')
  await page.getByRole('application', { name: /map/i }).waitFor()
  await page.keyboard.press('ArrowLeft')
  await waitForSurface(page)

  // Everything away, and Escape brings it back.
  await tabTo(page, 'Focus')
  await page.keyboard.press('Enter')
  await eventually(() => equilibriaTable(page).count()).toBe(0)
  await page.keyboard.press('Escape')
  await eventually(() => equilibriaTable(page).count()).toBe(1)
})

/** Whether the focus changes how the element looks: by a ring that its styles tell of, or else by its pixels. */
async function isFocusSeen(page: Page): Promise<boolean> {
  const hasRing = await page.evaluate(() => {
    const styles = document.activeElement ? getComputedStyle(document.activeElement) : null
    return styles !== null && (styles.outlineStyle !== 'none' || styles.boxShadow !== 'none')
  })
  if (hasRing) return true
  const handle = await page.evaluateHandle(() => document.activeElement)
  const element = handle.asElement()
  const box = await element?.boundingBox()
  if (!element || !box) return false
  // Rings stand around small things, and the dot of the map far from the hidden slider that moves it.
  const isHidden = box.width < 4
  const around = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 }
  const picture = () => page.screenshot(isHidden ? {} : { clip: around })
  const focused = await picture()
  await element.evaluate((node) => node instanceof HTMLElement && node.blur())
  const blurred = await picture()
  await element.focus()
  return !focused.equals(blurred)
}

test('the focus can be seen wherever it goes, and goes everywhere', { timeout: 120_000 }, async () => {
  const { page } = await open()
  await waitForSurface(page)
  await pause(page)
  await waitForRest(page)
  const hidden: string[] = []
  const names = new Set<string>()
  for (let presses = 0; presses < 70; presses++) {
    await page.keyboard.press('Tab')
    const name = await focusedName(page)
    if (name === '' || names.has(name)) continue
    names.add(name)
    if (!(await isFocusSeen(page))) hidden.push(name)
  }
  expect(hidden).toEqual([])
  expect(names.size).toBeGreaterThan(25)
})
