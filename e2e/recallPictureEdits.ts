import type { Page } from 'playwright-core'
import { openImport, photograph, pickFile, takePicture, waitForTones } from './imagePage.ts'
import { flip, press, type Edit, type EditGroup } from './recallEdits.ts'
import {
  bankNames,
  chooseInMemoryMenu,
  chooseWay,
  drawingBox,
  inputSurface,
  shownSaliencies,
  sizeShown,
  typeNumber,
} from './recallPage.ts'

const inputColumn = (page: Page) => page.getByRole('region', { name: 'Input', exact: true })

/** An edit of the input, seen in the saliencies. */
function ofInput(name: string, way: 'Draw' | 'Mix' | 'Corrupt', make: Edit['make'], first?: Edit['make']): Edit {
  const prepare = async (page: Page): Promise<void> => {
    await chooseWay(page, way)
    await first?.(page)
  }
  return { name, prepare, make, look: shownSaliencies }
}

/** A stroke that slopes down from a share of the width on: over pixels that the input says nothing of, or over the tail and what is around it. */
async function stroke(page: Page, surface: ReturnType<typeof inputSurface>, from: 0.1 | 0.7): Promise<void> {
  const box = await drawingBox(surface)
  await page.mouse.move(box.x + from * box.width, box.y + 0.2 * box.height)
  await page.mouse.down()
  await page.mouse.move(box.x + (from + 0.2) * box.width, box.y + 0.7 * box.height, { steps: 8 })
  await page.mouse.up()
}

/** Opens one of the ways to a new memory. */
async function add(page: Page, way: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: way }).click()
}

async function pickPortrait(page: Page): Promise<void> {
  await pickFile(page, { name: 'portrait.png', mimeType: 'image/png', buffer: await photograph(page, 'image/png') })
  await waitForTones(page)
  await takePicture(page)
}

const bank: readonly Edit[] = [
  {
    name: 'drawing a memory',
    make: async (page) => {
      await page.getByRole('button', { name: 'Draw Cat', exact: true }).click()
      await stroke(page, page.getByRole('application', { name: 'Drawing of Cat' }), 0.7)
      await page.getByRole('button', { name: 'Done' }).click()
    },
    look: shownSaliencies,
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
    make: (page) => press(page, 'button', /^Draw Cat$/, 'Alt+ArrowDown'),
    look: bankNames,
  },
  flip('switching a memory off', 'Dog is in the network'),
  {
    name: 'resizing all pictures',
    make: (page) => page.getByRole('combobox', { name: 'Pixels' }).selectOption('16'),
    look: sizeShown,
  },
]

const newMemories: readonly Edit[] = [
  { name: 'the input as a memory', make: (page) => add(page, /^The present input/), look: bankNames },
  {
    name: 'a memory from the library',
    make: async (page) => {
      await add(page, /^From the library/)
      await page.getByRole('dialog').getByRole('button', { name: 'Horse', exact: true }).click()
      await page.keyboard.press('Escape')
    },
    look: bankNames,
  },
  {
    name: 'a generated set',
    make: async (page) => {
      await add(page, /^A generated set/)
      await page.getByRole('button', { name: 'Add 8', exact: true }).click()
    },
    look: bankNames,
  },
  {
    name: 'a generated set instead of all memories',
    make: async (page) => {
      await add(page, /^A generated set/)
      await page.getByRole('button', { name: 'Replace all' }).click()
    },
    look: bankNames,
  },
  {
    name: 'a picture as a memory',
    make: async (page) => {
      await openImport(page)
      await pickPortrait(page)
    },
    look: bankNames,
  },
]

const input: readonly Edit[] = [
  ofInput('drawing the input', 'Draw', (page) => stroke(page, inputSurface(page), 0.1)),
  ofInput('a blank input', 'Draw', (page) => page.getByRole('button', { name: 'Blank', exact: true }).click()),
  ofInput('a picture as the input', 'Draw', async (page) => {
    await page.getByRole('button', { name: 'Image…' }).click()
    await pickPortrait(page)
  }),
  ofInput('a fader', 'Mix', (page) => press(page, 'slider', /^Amount of Dog$/, 'PageUp')),
  ofInput('a mixture in shares', 'Mix', (page) => page.getByRole('switch', { name: 'Shares' }).click()),
  ofInput('all faders to zero', 'Mix', (page) => page.getByRole('button', { name: 'All to 0' }).click()),
  {
    name: 'the strength of the input',
    make: (page) => typeNumber(page, /^Strength, number/, 3),
    look: shownSaliencies,
  },
]

const corruption: readonly Edit[] = [
  ofInput('another memory that is corrupted', 'Corrupt', (page) =>
    inputColumn(page).getByRole('combobox', { name: 'Memory', exact: true }).selectOption({ label: 'Owl' }),
  ),
  ofInput('hiding a half', 'Corrupt', (page) => inputColumn(page).getByRole('radio', { name: 'Half' }).click()),
  ofInput('flips', 'Corrupt', (page) => typeNumber(page, /^Flips, number/, 200)),
  ofInput('noise in the pixels', 'Corrupt', (page) => typeNumber(page, /^Pixel noise, number/, 1.5)),
  ofInput(
    'another seed of the corruption',
    'Corrupt',
    (page) => inputColumn(page).getByRole('button', { name: 'New seed' }).click(),
    (page) => typeNumber(page, /^Flips, number/, 200),
  ),
  ofInput(
    'moving the window',
    'Corrupt',
    (page) => press(page, 'button', /^Window from column/, 'Shift+ArrowDown'),
    (page) => inputColumn(page).getByRole('radio', { name: 'Window' }).click(),
  ),
]

/** All that changes memories or the input. */
export const pictureEdits: readonly EditGroup[] = [
  { title: 'the memories', edits: bank },
  { title: 'new memories', edits: newMemories },
  { title: 'the input', edits: input },
  { title: 'the corrupted input', edits: corruption },
]
