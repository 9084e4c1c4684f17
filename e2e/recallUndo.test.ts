import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import {
  atRest,
  bankNames,
  chooseWay,
  drawingBox,
  inputSurface,
  pauseRecall,
  recallRoute,
  redoButton,
  shownSaliencies,
  typeNumber,
  undoButton,
  chooseInMemoryMenu,
  waitForRecall,
} from './recallPage.ts'

const open = withBrowser()

interface Edit {
  readonly name: string
  /** Before the edit: opens what the edit needs. */
  readonly prepare?: (page: Page) => Promise<unknown>
  readonly make: (page: Page) => Promise<unknown>
  /** What the edit changes, as the page shows it. */
  readonly look: (page: Page) => Promise<unknown>
}

const sizeShown = (page: Page) => page.getByRole('combobox', { name: 'Pixels' }).inputValue()
const keyframes = (page: Page) => page.getByRole('slider', { name: /^Keyframe \d/ }).count()

/** A stroke that slopes down from a share of the width on: over pixels that the input says nothing of, or over the tail and what is around it. */
async function stroke(page: Page, surface: ReturnType<typeof inputSurface>, from: 0.1 | 0.7): Promise<void> {
  const box = await drawingBox(surface)
  await page.mouse.move(box.x + from * box.width, box.y + 0.2 * box.height)
  await page.mouse.down()
  await page.mouse.move(box.x + (from + 0.2) * box.width, box.y + 0.7 * box.height, { steps: 8 })
  await page.mouse.up()
}

const edits: readonly Edit[] = [
  {
    name: 'drawing the input',
    prepare: (page) => chooseWay(page, 'Draw'),
    make: (page) => stroke(page, inputSurface(page), 0.1),
    look: shownSaliencies,
  },
  {
    name: 'drawing a memory',
    make: async (page) => {
      await page.getByRole('button', { name: 'Draw Cat', exact: true }).click()
      await stroke(page, page.getByRole('application', { name: 'Drawing of Cat' }), 0.7)
      await page.getByRole('button', { name: 'Done' }).click()
    },
    look: shownSaliencies,
  },
  {
    name: 'adding a memory',
    make: async (page) => {
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await page.getByRole('button', { name: /^The present input/ }).click()
    },
    look: bankNames,
  },
  { name: 'deleting a memory', make: (page) => chooseInMemoryMenu(page, 'Dog', /^Delete/), look: bankNames },
  { name: 'duplicating a memory', make: (page) => chooseInMemoryMenu(page, 'Dog', /^Duplicate/), look: bankNames },
  {
    name: 'renaming a memory',
    make: async (page) => {
      await page.getByRole('button', { name: 'Rename Dog', exact: true }).click()
      await page.getByRole('textbox', { name: 'Name of Dog' }).fill('Rex')
      await page.keyboard.press('Enter')
    },
    look: bankNames,
  },
  {
    name: 'reordering the memories',
    make: async (page) => {
      await page.getByRole('button', { name: 'Draw Cat', exact: true }).focus()
      await page.keyboard.press('Alt+ArrowDown')
    },
    look: bankNames,
  },
  {
    name: 'switching a memory off',
    make: (page) => page.getByRole('switch', { name: 'Dog is in the network' }).click(),
    look: (page) => page.getByRole('switch', { name: 'Dog is in the network' }).isChecked(),
  },
  {
    name: 'resizing all pictures',
    make: (page) => page.getByRole('combobox', { name: 'Pixels' }).selectOption('16'),
    look: sizeShown,
  },
  {
    name: 'a fader',
    prepare: (page) => chooseWay(page, 'Mix'),
    make: async (page) => {
      await page.getByRole('slider', { name: 'Amount of Dog', exact: true }).focus()
      await page.keyboard.press('PageUp')
    },
    look: shownSaliencies,
  },
  {
    name: 'a keyframe',
    prepare: (page) => page.getByRole('switch', { name: 'Timeline' }).click(),
    make: (page) => page.getByRole('button', { name: 'Keyframe', exact: true }).click(),
    look: keyframes,
  },
  {
    name: 'a setting of the model',
    make: (page) => typeNumber(page, 'Gain, number', 2),
    look: (page) => page.getByRole('textbox', { name: 'Gain, number' }).inputValue(),
  },
  {
    name: 'the strength of the input',
    make: (page) => typeNumber(page, 'Strength, number', 3),
    look: shownSaliencies,
  },
]

describe('undo and redo', () => {
  test.each(edits)('$name', async ({ prepare, make, look }) => {
    const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 1000 } })
    await waitForRecall(page)
    await pauseRecall(page)
    // What folds is open, so that everything can be reached.
    await page.locator('details').evaluateAll((all) => {
      for (const details of all) details.setAttribute('open', '')
    })
    await prepare?.(page)
    // At rest: what a stroke changes comes through step by step, and is shown ten times a second.
    const before = await atRest(() => look(page))
    await make(page)
    await eventually(() => look(page)).not.toEqual(before)
    const after = await atRest(() => look(page))
    await undoButton(page).click()
    await eventually(() => look(page)).toEqual(before)
    await redoButton(page).click()
    await eventually(() => look(page)).toEqual(after)
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
