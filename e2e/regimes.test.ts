import { describe, expect, test } from 'vitest'
import { criticalSaliency } from '../src/model/memory.ts'
import { withBrowser } from './browser.ts'
import {
  dragDotTo,
  equilibriumCounts,
  eventually,
  pause,
  regimeSentence,
  saliencies,
  typeSaliencies,
  waitForRest,
  waitForSurface,
} from './labPage.ts'

const open = withBrowser()

// Stable, saddle, source: the table of the paper's four regimes.
const kinds = {
  none: { stable: 1, saddle: 0, source: 0 },
  one: { stable: 2, saddle: 1, source: 0 },
  oneStable: { stable: 2, saddle: 2, source: 1 },
  two: { stable: 4, saddle: 4, source: 1 },
}

describe('dragging the dot across every border', () => {
  // One way round the map: up, right, through the wedge of two memories, and back on the other side.
  const stations = [
    { at: [0.6, 0.6], counts: kinds.none, says: /no memory/ },
    { at: [0.6, 2], counts: kinds.one, says: /Memory 2 is stable; memory 1 does not exist: raise α₁ above 1/ },
    {
      at: [1.1, 2],
      counts: kinds.oneStable,
      says: /Memory 2 is stable; memory 1 exists but is a saddle: raise α₁ above 1\.24\d/,
    },
    { at: [1.6, 2], counts: kinds.two, says: /Both memories are stable, and memory 2 lies deeper/ },
    { at: [2, 1.6], counts: kinds.two, says: /Both memories are stable, and memory 1 lies deeper/ },
    {
      at: [2, 1.1],
      counts: kinds.oneStable,
      says: /Memory 1 is stable; memory 2 exists but is a saddle: raise α₂ above 1\.24\d/,
    },
    { at: [2, 0.6], counts: kinds.one, says: /Memory 1 is stable; memory 2 does not exist: raise α₂ above 1/ },
    { at: [0.6, 0.6], counts: kinds.none, says: /no memory/ },
  ] as const

  test('the table and the sentence follow', async () => {
    const { page } = await open()
    await waitForSurface(page)
    for (const { at, counts, says } of stations) {
      await dragDotTo(page, at)
      const [first, second] = await saliencies(page)
      expect([first, second], 'the dot is under the pointer').toEqual([
        expect.closeTo(at[0], 1),
        expect.closeTo(at[1], 1),
      ])
      await eventually(() => regimeSentence(page)).toMatch(says)
      await eventually(() => equilibriumCounts(page)).toEqual(counts)
    }
  })
})

test('on either side of the border of stability, four digits apart', async () => {
  const { page } = await open()
  const border = criticalSaliency(2, 1)
  await typeSaliencies(page, [border - 0.002, 2])
  await eventually(() => equilibriumCounts(page)).toEqual(kinds.oneStable)
  await typeSaliencies(page, [border + 0.002, 2])
  await eventually(() => equilibriumCounts(page)).toEqual(kinds.two)
})

test('equal saliencies, and negative ones', async () => {
  const { page } = await open()
  await typeSaliencies(page, [1.5, 1.5])
  await eventually(() => equilibriumCounts(page)).toEqual(kinds.two)
  await eventually(() => regimeSentence(page)).toMatch(/equally deep/)
  await typeSaliencies(page, [-2, -1])
  await eventually(() => equilibriumCounts(page)).toEqual(kinds.none)
  await eventually(() => regimeSentence(page)).toMatch(/Both saliencies are negative/)
})

test('a row of the table and its marker light up together', async () => {
  const { page } = await open()
  await waitForSurface(page)
  await pause(page)
  await waitForRest(page)
  const row = page.getByRole('row', { name: /source/ })
  await row.hover()
  await eventually(() => row.getAttribute('data-highlighted')).toBe('true')
  await eventually(() => page.locator('.scene-label-highlighted').count()).toBe(1)

  // And the other way: the marker is next to its label.
  const label = await page.locator('.scene-label-highlighted').boundingBox()
  await page.mouse.move(5, 5)
  await eventually(() => row.getAttribute('data-highlighted')).toBe(null)
  const lit = async (): Promise<number> => page.locator('tr[data-highlighted]').count()
  for (let step = 0; step < 81 && (await lit()) === 0; step++) {
    const across = ((step % 9) - 4) * 9
    const down = (Math.floor(step / 9) - 4) * 9
    await page.mouse.move(
      (label?.x ?? 0) + (label?.width ?? 0) / 2 + across,
      (label?.y ?? 0) + (label?.height ?? 0) / 2 + down,
    )
  }
  expect(await lit()).toBe(1)
})
