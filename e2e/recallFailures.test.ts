import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { eventually } from './labPage.ts'
import {
  bankNames,
  chooseWay,
  recallRoute,
  shownSaliencies,
  chooseInMemoryMenu,
  verdictOf,
  waitForRecall,
} from './recallPage.ts'

const open = withBrowser()

test('a worker that dies is replaced from the document, with a sentence', async () => {
  const { page } = await open({
    route: recallRoute,
    viewport: { width: 1440, height: 900 },
    expectedProblems: [/provoked/],
  })
  await waitForRecall(page)
  await chooseInMemoryMenu(page, 'Dog', /^Delete/)
  // The workers of both views are in the page: the one that has memories dies.
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('provoked')
      })
    })
  }
  await page
    .locator('.notice')
    .getByText(/stopped and was started again/)
    .waitFor()
  expect(await bankNames(page)).not.toContain('Dog')
  const before = await shownSaliencies(page)
  await chooseWay(page, 'Draw')
  await page.getByRole('button', { name: 'Blank', exact: true }).click()
  await eventually(() => shownSaliencies(page)).not.toEqual(before)
})

test('where no worker can be had the network runs in the page', async () => {
  const { page } = await open({
    route: recallRoute,
    before: (fresh) =>
      fresh.addInitScript(() => {
        Reflect.set(globalThis, 'Worker', function refuse() {
          throw new DOMException('refused', 'SecurityError')
        })
      }),
  })
  await waitForRecall(page)
  await eventually(() => verdictOf(page, 'Input-driven (IDP)')).toMatch(/Recalled|inverted|nearest/)
})

test('a policy that forbids WebAssembly leaves the slower network of JavaScript', async () => {
  const { page } = await open({
    route: recallRoute,
    // The same page from a server whose policy is stricter; workers made from blobs inherit it.
    before: (fresh) =>
      fresh.route(
        (url) => url.pathname === '/',
        async (route) => {
          const response = await route.fetch()
          const body = (await response.text()).replaceAll(/('|&#39;)wasm-unsafe-eval\1/g, '')
          await route.fulfill({ response, body })
        },
      ),
    expectedProblems: [/wasm|WebAssembly|Content Security Policy/i],
  })
  await waitForRecall(page)
  await eventually(() => verdictOf(page, 'Input-driven (IDP)')).toMatch(/Recalled|inverted|nearest/)
  await page.getByRole('radio', { name: 'Model', exact: true }).click()
  await page.locator('details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
  })
  await page.getByText(/Running now: JavaScript/).waitFor()
})
