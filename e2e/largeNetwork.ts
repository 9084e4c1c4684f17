import type { Page } from 'playwright-core'

// A large network, set up on the page as a person would. Without vitest, so that the benches can use it too.

export interface LargeNetwork {
  /** Pixels along a side: one of the sizes that the page lists. */
  readonly side: 32 | 64 | 128
  /** So many random memories take the place of those there are. */
  readonly memoryCount: number
  /** The titles of the models that race. */
  readonly models: readonly string[]
  /** σ. */
  readonly noise: number
}

const bank = (page: Page) => page.locator('.bank')

/** Opens what is folded in the panels, so that everything can be reached. */
async function unfoldAll(page: Page): Promise<void> {
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
}

/** Types into the number field of this name in a panel. */
async function enterNumber(page: Page, panel: string, label: string, value: number): Promise<void> {
  const field = page.locator(panel).getByRole('textbox', { name: label })
  await field.fill(String(value))
  await field.press('Enter')
}

async function generateMemories(page: Page, count: number): Promise<void> {
  await bank(page).getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: /^A generated set/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Generated set' })
  await dialog.getByRole('textbox', { name: 'How many, number' }).fill(String(count))
  await dialog.getByRole('textbox', { name: 'How many, number' }).press('Enter')
  await dialog.getByRole('button', { name: 'Replace all' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

async function chooseModels(page: Page, models: readonly string[]): Promise<void> {
  const panel = page.locator('.race-models')
  for (let extra = await panel.getByRole('listitem').count(); extra > models.length; extra--) {
    await panel
      .getByRole('button', { name: /^Take .* out$/ })
      .last()
      .click()
  }
  for (const [place, title] of models.entries()) {
    await panel.getByRole('combobox', { name: `Model ${place + 1}` }).selectOption({ label: title })
  }
}

/** Makes the network. The page must show the Recall view in a wide window. The speed and the time step stay to be chosen. */
export async function setUpNetwork(page: Page, { side, memoryCount, models, noise }: LargeNetwork): Promise<void> {
  await unfoldAll(page)
  await page.getByRole('combobox', { name: 'Pixels' }).selectOption(String(side))
  await generateMemories(page, memoryCount)
  await chooseModels(page, models)
  await enterNumber(page, '.recall-model', 'Noise, number', noise)
}

/** dt, and units of model time a second. */
export async function setPace(page: Page, timeStep: number, speed: number): Promise<void> {
  await enterNumber(page, '.recall-model', 'Time step', timeStep)
  await enterNumber(page, '.recall-transport', 'Speed, number', speed)
}
