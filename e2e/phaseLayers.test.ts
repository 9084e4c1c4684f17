import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { keepPicture, sizes, withBrowser } from './browser.ts'
import { countDrawnFrames, equilibriaTable, eventually, pause, waitForRest, waitForSurface } from './labPage.ts'
import { chooseGround, closeViewMenu, layerNames, openViewMenu, setLayer, setNoise } from './phasePage.ts'

const open = withBrowser()

/** The picture alone, without what stands around it. */
async function pictureOf(page: Page): Promise<Buffer> {
  const box = await page.locator('.picture').boundingBox()
  if (!box) throw new Error('There is no picture.')
  const clip = { x: box.x + 0.35 * box.width, y: box.y + 0.2 * box.height, width: 250, height: 250 }
  return page.screenshot({ clip })
}

async function showMap(page: Page): Promise<void> {
  await page.getByRole('radio', { name: '2-D' }).click()
  await page.getByRole('application', { name: /map/i }).waitFor()
}

/** Something to choose for the directions, and noise for the cloud. */
async function prepare(page: Page, isMap: boolean): Promise<void> {
  await waitForSurface(page)
  await pause(page)
  await setNoise(page, 0.6)
  await equilibriaTable(page)
    .getByRole('button', { name: /origin/ })
    .click()
  await setLayer(page, 'Separatrices', false)
  if (isMap) await showMap(page)
}

describe.each(['3-D', '2-D'] as const)('in the %s picture', (picture) => {
  test('every layer can be switched on, and is seen', { timeout: 180_000 }, async () => {
    const { page } = await open({ viewport: sizes.desktop })
    await prepare(page, picture === '2-D')
    for (const name of layerNames) {
      await page.mouse.move(700, 20)
      const before = await pictureOf(page)
      await setLayer(page, name, true)
      await page.mouse.move(700, 20)
      await eventually(async () => ((await pictureOf(page)).equals(before) ? `${name} is not seen` : 'seen')).toBe(
        'seen',
      )
      await setLayer(page, name, false)
    }
  })

  test('height and colour can say something else', { timeout: 180_000 }, async () => {
    const { page } = await open({ viewport: sizes.desktop })
    await prepare(page, picture === '2-D')
    for (const [of, name, normal] of [
      ['Colour', 'Basins', 'Height'],
      ['Colour', 'Density', 'Height'],
      ['Height', 'Density', 'Energy'],
    ] as const) {
      await page.mouse.move(700, 20)
      const before = await pictureOf(page)
      await chooseGround(page, of, name)
      await page.mouse.move(700, 20)
      await eventually(async () =>
        (await pictureOf(page)).equals(before) ? `${of}: ${name} is not seen` : 'seen',
      ).toBe('seen')
      await keepPicture(page, `phase-${picture}-${of}-${name}`)
      await chooseGround(page, of, normal)
    }
  })

  test('all layers at once follow a drag', { timeout: 120_000 }, async () => {
    const { page } = await open({ viewport: sizes.desktop })
    await prepare(page, picture === '2-D')
    for (const name of layerNames) await setLayer(page, name, true)
    await chooseGround(page, 'Colour', 'Basins')
    const slider = page.getByRole('slider', { name: 'Saliency of memory 1', exact: true })
    await slider.focus()
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft')
    await eventually(() => slider.inputValue()).toBe('1.38')
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await keepPicture(page, `phase-${picture}-all`)
  })
})

test('a layer that has nothing to show says why', async () => {
  const { page } = await open()
  await waitForSurface(page)
  const menu = await openViewMenu(page)
  await menu.getByRole('switch', { name: 'Directions' }).check()
  await eventually(() => menu.innerText()).toContain('Choose an equilibrium')
  await menu.getByRole('switch', { name: 'Cloud' }).check()
  await eventually(() => menu.innerText()).toContain('the whole cloud would lie at the stars')
  await menu.getByRole('radiogroup', { name: 'Height' }).getByRole('radio', { name: 'Density' }).check()
  await eventually(() => menu.innerText()).toContain('a point mass at each star')
  await menu.getByRole('button', { name: 'Set σ = 0.6' }).click()
  await eventually(() => menu.innerText()).not.toContain('a point mass at each star')
  await closeViewMenu(page)
  await eventually(() => page.getByRole('textbox', { name: 'Noise, number' }).first().inputValue()).toBe('0.60')
})

test('layers are switched by keyboard, and undone', async () => {
  const { page } = await open()
  await waitForSurface(page)
  await page.getByRole('button', { name: 'View', exact: true }).focus()
  await page.keyboard.press('Enter')
  const nullclines = page.getByRole('switch', { name: 'Nullclines' })
  await nullclines.focus()
  await page.keyboard.press('Space')
  await eventually(() => nullclines.isChecked()).toBe(true)
  await closeViewMenu(page)
  await page.getByRole('button', { name: 'Undo' }).click()
  await openViewMenu(page)
  await eventually(() => nullclines.isChecked()).toBe(false)
})

test('still layers cost nothing at rest', { timeout: 120_000 }, async () => {
  const { page } = await open()
  await waitForSurface(page)
  for (const name of ['Flow', 'Steepest descent', 'Nullclines']) await setLayer(page, name, true)
  await chooseGround(page, 'Colour', 'Basins')
  await pause(page)
  await waitForRest(page)
  expect(await countDrawnFrames(page, 600)).toBe(0)
})
