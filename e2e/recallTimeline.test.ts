import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { sizes, withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import { loadPreset } from './phasePage.ts'
import { chooseWay, pauseRecall, recallRoute, saliencyOf, typeNumber, undoButton, waitForRecall } from './recallPage.ts'

const open = withBrowser()

const keyframe = (page: Page, number: number) => page.getByRole('slider', { name: new RegExp(`^Keyframe ${number}`) })
const keyframeNames = (page: Page) =>
  page
    .getByRole('slider', { name: /^Keyframe \d/ })
    .evaluateAll((handles) => handles.map((handle) => handle.getAttribute('aria-label')))
const playheadAt = (page: Page) =>
  page.getByRole('slider', { name: 'Playhead of the timeline' }).getAttribute('aria-valuetext')
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))

/** A loop of two keyframes: what the view begins with, held, and the dog. */
async function openLoop(): Promise<Page> {
  const { page } = await open({ route: recallRoute })
  await waitForRecall(page)
  await page.getByRole('switch', { name: 'Timeline' }).click()
  await page.getByRole('button', { name: 'Keyframe', exact: true }).click()
  await chooseWay(page, 'Mix')
  await page.getByRole('button', { name: 'All to 0' }).click()
  await typeNumber(page, 'Amount of Dog, number', 1)
  await keyframe(page, 1).focus()
  await page.getByRole('radio', { name: 'Hold' }).click()
  return page
}

test('a loop says that it never holds its last keyframe; one press holds it, and the dog is shown', async () => {
  const page = await openLoop()
  const words = page.getByText('The loop begins again where keyframe 2 begins: it is never held.')
  await words.waitFor()
  await page.getByRole('button', { name: 'Hold keyframe 2 too' }).press('Enter')
  expect(await words.count()).toBe(0)
  expect(await focused(page)).toBe('Keyframe 2, the dog')
  await expect.poll(() => saliencyOf(page, 'Dog'), { timeout: 40_000, interval: 100 }).toBeGreaterThan(10)
  await undoButton(page).click()
  await words.waitFor()
})

test('a keyframe that the timeline is held at takes it along; deleted, its neighbour has the focus', async () => {
  const page = await openLoop()
  await pauseRecall(page)
  await page.getByRole('button', { name: 'Hold keyframe 2 too' }).click()
  await keyframe(page, 3).press('Enter')
  await eventually(() => playheadAt(page)).toBe('6.0, held')
  await page.keyboard.press('ArrowLeft')
  await eventually(() => playheadAt(page)).toBe('5.9, held')
  await typeNumber(page, 'Time of keyframe 3', 5)
  await eventually(() => playheadAt(page)).toBe('5.0, held')
  expect(await saliencyOf(page, 'Dog')).toBeGreaterThan(10)
  await keyframe(page, 3).press('Delete')
  expect(await focused(page)).toBe('Keyframe 2, the dog')
  await eventually(() => playheadAt(page)).toBe('3.0, held')
  await keyframe(page, 1).press('Delete')
  expect(await focused(page)).toBe('Keyframe 1, the dog')
  await page.keyboard.press('Delete')
  expect(
    await page.getByRole('switch', { name: 'Timeline' }).evaluate((input) => input === document.activeElement),
  ).toBe(true)
})

test('other memories, and fewer: the timeline still shows something, and says what', async () => {
  const { page } = await open({ route: recallRoute, viewport: sizes.desktop })
  await waitForRecall(page)
  await loadPreset(page, 'From cat to dog')
  const before = await keyframeNames(page)
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.getByRole('button', { name: /^A generated set/ }).click()
  await page.getByRole('button', { name: 'Replace all' }).click()
  await page.getByText('The timeline shows them in the places of the old ones.').waitFor()
  expect(await keyframeNames(page)).toEqual(
    before.map((name) => name?.replace('the cat', 'Random 1').replace('the dog', 'Random 2')),
  )
  await eventually(
    async () => (await saliencyOf(page, 'Random 1')) + (await saliencyOf(page, 'Random 2')),
  ).toBeGreaterThan(2)
  await undoButton(page).click()
  expect(await keyframeNames(page)).toEqual(before)

  await keyframe(page, 3).press('Enter')
  await eventually(() => playheadAt(page)).toBe('9.0, held')
  await page.getByRole('button', { name: 'Draw Cat', exact: true }).press('Delete')
  await page.getByText('Keyframes 1, 2, 5 and 6 stay, as drawings of what they showed.').waitFor()
  expect(await playheadAt(page)).toBe('9.0, held')
})
