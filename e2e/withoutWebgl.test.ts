import { expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import { recallRoute, shownSaliencies } from './recallPage.ts'
import { ballCount, dropBallAt, equilibriumCounts, eventually, typeSaliencies } from './labPage.ts'

const open = withBrowser(['--disable-gpu', '--disable-3d-apis'])

test('without WebGL the map takes the whole place, and everything else works', async () => {
  const { page } = await open()
  await page.getByText('This browser has no WebGL, so here is the map.').waitFor()
  const map = page.getByRole('application', { name: /map/i })
  await map.waitFor()
  expect(await page.locator('.scene-canvas').count()).toBe(0)
  expect(await page.getByRole('radio', { name: '3-D' }).count()).toBe(0)
  await typeSaliencies(page, [1.2, 2])
  await eventually(() => equilibriumCounts(page)).toEqual({ stable: 2, saddle: 2, source: 1 })
  const before = await ballCount(page)
  await dropBallAt(page, [2, 0.5])
  await eventually(() => ballCount(page)).toBe(before + 1)
  await page.mouse.click(630, 250)
  await eventually(() => ballCount(page)).toBe(before + 2)
  await keepPicture(page, 'without-webgl')
})

test('without WebGL the Recall view shows the map of its slice', async () => {
  const { page } = await open({ route: recallRoute })
  await page.getByText('This browser has no WebGL, so here is the map.').waitFor()
  await page.getByRole('application', { name: 'Slice of the energy landscape as a contour map' }).waitFor()
  expect(await page.locator('.scene-canvas').count()).toBe(0)
  expect(await page.getByRole('radio', { name: '3-D' }).count()).toBe(0)
  await eventually(async () => Object.keys(await shownSaliencies(page)).length).toBeGreaterThan(1)
  await keepPicture(page, 'recall-without-webgl')
})
