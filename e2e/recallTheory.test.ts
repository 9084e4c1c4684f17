import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import { bankNames, pauseRecall, recallRoute, redoButton, undoButton, waitForRecall } from './recallPage.ts'

const open = withBrowser()

test('memories that are alike: a sentence says so, and each remedy takes it away', async () => {
  const { page } = await open({ route: recallRoute, viewport: { width: 1440, height: 1000 } })
  await waitForRecall(page)
  await pauseRecall(page)
  const remedy = (name: string | RegExp) => page.getByRole('button', { name })
  const warning = () => page.getByText(/^Thresholds assume orthogonal memories/).count()
  const isOn = (name: string) => page.getByRole('switch', { name: `${name} is in the network` }).isChecked()
  // Of these three only the dog and the owl are much alike.
  for (const name of ['Bird', 'Fish', 'Elephant', 'Butterfly']) {
    await page.getByRole('switch', { name: `${name} is in the network` }).click()
  }
  await page.getByText(/Dog and Owl overlap by 0\.31/).waitFor()
  expect(await warning()).toBe(1)

  await remedy('Use the pseudo-inverse rule').click()
  await eventually(warning).toBe(0)
  await remedy('Back to Hebb’s rule').waitFor()
  await undoButton(page).click()
  await eventually(warning).toBe(1)

  await remedy('Leave out Owl').click()
  await page.getByText(/Cat and Dog overlap|largest overlap is 0\.08, of Cat and Dog/).waitFor()
  expect(await warning()).toBe(0)
  expect(await isOn('Owl')).toBe(false)
  expect(await bankNames(page)).toContain('Owl')
  await undoButton(page).click()
  await eventually(() => isOn('Owl')).toBe(true)
  await eventually(warning).toBe(1)
  await redoButton(page).click()
  await eventually(warning).toBe(0)
})
