import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import type { Edit } from './recallEdits.ts'
import { modelEdits } from './recallModelEdits.ts'
import {
  atRest,
  bankNames,
  chooseInMemoryMenu,
  pauseRecall,
  recallRoute,
  redoButton,
  shownSaliencies,
  undoButton,
  waitForRecall,
} from './recallPage.ts'
import { pictureEdits } from './recallPictureEdits.ts'

const open = withBrowser()

/** Makes the edit, takes it back, does it again, and takes it back for good. */
async function tryEdit(page: Page, { prepare, make, look }: Edit): Promise<void> {
  const read = () => look(page)
  // What a stroke changes comes through step by step, and is shown ten times a second. A control shows at once what it is set to.
  const readAtRest = () => (look === shownSaliencies ? atRest(read) : read())
  await prepare?.(page)
  const before = await (prepare ? atRest(read) : readAtRest())
  await make(page)
  await eventually(read).not.toEqual(before)
  const after = await readAtRest()
  await undoButton(page).click()
  await eventually(read).toEqual(before)
  await redoButton(page).click()
  await eventually(read).toEqual(after)
  await undoButton(page).click()
  await eventually(read).toEqual(before)
}

describe('undo and redo', () => {
  test.each([...pictureEdits, ...modelEdits])('$title', { timeout: 180_000 }, async ({ edits }) => {
    const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 1000 } })
    await waitForRecall(page)
    await pauseRecall(page)
    // What folds is open, so that everything can be reached.
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '')
    })
    for (const edit of edits) {
      await tryEdit(page, edit).catch((error: unknown) => {
        throw new Error(`${edit.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      })
    }
  })

  test('nothing to undo at first; each step says what it is; text fields keep their own undo', async () => {
    const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 1000 } })
    await waitForRecall(page)
    expect(await undoButton(page).getAttribute('aria-disabled')).toBe('true')
    await chooseInMemoryMenu(page, 'Dog', /^Delete/)
    await undoButton(page).hover()
    await page.getByText(/Takes back: Delete “Dog”/).waitFor()
    await page.getByRole('button', { name: 'Rename Cat', exact: true }).click()
    await page.getByRole('textbox', { name: 'Name of Cat' }).pressSequentially('x')
    await page.keyboard.press('Control+z')
    expect(await bankNames(page)).not.toContain('Dog')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+z')
    await eventually(() => bankNames(page)).toContain('Dog')
    await page.keyboard.press('Control+y')
    await eventually(() => bankNames(page)).not.toContain('Dog')
  })
})
