import { AxeBuilder } from '@axe-core/playwright'
import type { Locator, Page } from 'playwright-core'
import { eventually } from './labPage.ts'

// The layers of the phase portrait and the pages beside them, by the names that a screen reader says.

export const layerNames = ['Flow', 'Steepest descent', 'Nullclines', 'Separatrices', 'Directions', 'Cloud'] as const

const standards = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa']

/** What axe finds, one line a fault. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary ?? ''}`),
  )
}

const viewMenu = (page: Page): Locator => page.getByRole('dialog', { name: 'View' })

export async function openViewMenu(page: Page): Promise<Locator> {
  const menu = viewMenu(page)
  if (!(await menu.isVisible())) await page.getByRole('button', { name: 'View', exact: true }).click()
  await menu.waitFor()
  return menu
}

export async function closeViewMenu(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await viewMenu(page).waitFor({ state: 'hidden' })
}

/** Sets a switch of the View menu, and closes the menu. */
export async function setLayer(page: Page, name: string, isOn: boolean): Promise<void> {
  const menu = await openViewMenu(page)
  await menu.getByRole('switch', { name, exact: true }).setChecked(isOn)
  await closeViewMenu(page)
}

/** Chooses what height or colour of the picture says. */
export async function chooseGround(page: Page, of: 'Height' | 'Colour', name: string): Promise<void> {
  const menu = await openViewMenu(page)
  await menu.getByRole('radiogroup', { name: of }).getByRole('radio', { name, exact: true }).check()
  await closeViewMenu(page)
}

/** Shows one of the pages of what is here. */
export async function openTab(page: Page, name: 'Here' | 'Basins' | 'Noise' | 'Diagram'): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click()
  const panel = page.getByRole('tabpanel', { name, exact: true })
  await panel.waitFor()
  return panel
}

export async function loadPreset(page: Page, title: string): Promise<void> {
  await page.getByRole('button', { name: /Preset/ }).click()
  await page.getByRole('dialog', { name: 'Presets' }).getByRole('button', { name: title }).click()
}

export async function setNoise(page: Page, strength: number): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Noise, number' }).first()
  await field.fill(String(strength))
  await field.press('Enter')
}

/** The cells of a table by the heading of their row: numbers, percent signs and spaces taken off. */
export async function readShares(table: Locator): Promise<Record<string, number[]>> {
  const rows = await table.locator('tbody tr').evaluateAll((all) =>
    all.map((row) => ({
      name: row.querySelector('th')?.textContent?.trim() ?? '',
      cells: [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? ''),
    })),
  )
  return Object.fromEntries(rows.map(({ name, cells }) => [name, cells.map((text) => Number(text.replace(' %', '')))]))
}

export const basinTable = (page: Page): Locator =>
  page.getByRole('table', { name: 'Shares of the starts that recall each memory' })

export const probabilityTable = (page: Page): Locator =>
  page.getByRole('table', { name: 'Share of probability in each memory’s well' })

/** Until a table of shares is there and its last column adds up to a whole. */
export async function waitForShares(table: Locator): Promise<Record<string, number[]>> {
  const sum = async () => {
    const shares = await readShares(table)
    return Object.values(shares).reduce((total, row) => total + (row.at(-1) ?? Number.NaN), 0)
  }
  await table.waitFor()
  await eventually(async () => Math.abs((await sum()) - 100) < 0.3).toBe(true)
  return readShares(table)
}
