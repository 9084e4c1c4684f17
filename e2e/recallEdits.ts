import type { Page } from 'playwright-core'
import { typeNumber } from './recallPage.ts'

// Edits of the Recall view as a person makes them, and where the page shows what they did.

export interface Edit {
  readonly name: string
  /** Before the edit: opens what the edit needs, or makes what it changes. */
  readonly prepare?: (page: Page) => Promise<unknown>
  readonly make: (page: Page) => Promise<unknown>
  /** What the edit changes, as the page shows it. */
  readonly look: (page: Page) => Promise<unknown>
}

/** Edits that are tried one after the other on one page: each is taken back before the next. */
export interface EditGroup {
  readonly title: string
  readonly edits: readonly Edit[]
}

/** Another number in the field with this label. */
export function number(name: string, label: RegExp, value: number, prepare?: Edit['prepare']): Edit {
  return {
    name,
    ...(prepare && { prepare }),
    make: (page) => typeNumber(page, label, value),
    look: (page) => page.getByRole('textbox', { name: label }).inputValue(),
  }
}

/** A switch, turned over. */
export function flip(name: string, label: string | RegExp): Edit {
  const control = (page: Page) => page.getByRole('switch', { name: label })
  return { name, make: (page) => control(page).click(), look: (page) => control(page).isChecked() }
}

/** Another one of a row of options. */
export function choice(name: string, group: string, option: string, prepare?: Edit['prepare']): Edit {
  const radios = (page: Page) => page.getByRole('radiogroup', { name: group, exact: true })
  return {
    name,
    ...(prepare && { prepare }),
    make: (page) => radios(page).getByRole('radio', { name: option, exact: true }).click(),
    look: (page) => radios(page).locator('input:checked').inputValue(),
  }
}

/** Another entry of a list. */
export function selection(
  name: string,
  label: string,
  value: string,
  within = (page: Page) => page.locator('main'),
): Edit {
  const control = (page: Page) => within(page).getByRole('combobox', { name: label, exact: true })
  return { name, make: (page) => control(page).selectOption(value), look: (page) => control(page).inputValue() }
}

/** A key on what has this name. */
export async function press(page: Page, role: 'slider' | 'button', name: string | RegExp, key: string): Promise<void> {
  await page.getByRole(role, { name }).focus()
  await page.keyboard.press(key)
}
