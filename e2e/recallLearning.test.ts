import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import { setUpNetwork } from './largeNetwork.ts'
import { recallRoute, verdictOf, waitForRecall } from './recallPage.ts'

const open = withBrowser()

const idp = 'Input-driven (IDP)'
const binary = 'Binary 1982, one by one'

/** Storkey's rule for 4,096 neurons goes over 16 million weights five times for each memory: seconds, many on a busy machine. */
const memoryCount = 12

test('a network that learns for long says how far it is, and the others go on', async () => {
  const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 900 } })
  await waitForRecall(page)
  await setUpNetwork(page, { side: 64, memoryCount, models: [idp, binary], noise: 0 })
  await page.getByRole('radio', { name: 'Storkey', exact: true }).click()
  const shareOf = async () => Number(/^Learning the memories, (\d+)\s%\./.exec(await verdictOf(page, binary))?.[1])
  const timeOf = async () => Number(await page.locator('.recall-transport .transport-number').first().innerText())
  await eventually(shareOf).toBeGreaterThanOrEqual(1)
  const first = { share: await shareOf(), time: await timeOf() }
  await eventually(shareOf).toBeGreaterThan(first.share)
  // The clock of the others does not wait: it goes on, and this one still learns.
  await eventually(timeOf).toBeGreaterThan(first.time)
  expect(await shareOf()).toBeLessThan(100)
  await expect
    .poll(() => verdictOf(page, binary), { timeout: 80_000, interval: 500 })
    .toMatch(/Recalled|inverted|spurious|mixture|On its way/)
})
