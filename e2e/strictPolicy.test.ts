import { afterEach, expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import { equilibriumCounts, eventually, saliencies, typeSaliencies, waitForSurface } from './labPage.ts'
import { recallRoute, waitForRecall } from './recallPage.ts'
import { serveSite } from './siteServer.ts'

const open = withBrowser()
let stop: () => unknown = () => {}
afterEach(() => stop())

/** What a browser writes when it refuses a worker from a blob, or WebAssembly. Nothing else may be refused. */
const refusals = [/Creating a worker from 'blob:/, /Creating a worker from 'data:/, /WebAssembly/]

async function openStrictly(route: string) {
  const server = await serveSite({ headers: { 'content-security-policy': "default-src 'self'" } })
  stop = server.stop
  return open({ address: server.address, route, expectedProblems: refusals })
}

test("under default-src 'self' the landscape works, typeset as ever, and a sentence says what is slower", async () => {
  const { page } = await openStrictly('#/landscape')
  await waitForSurface(page)
  await page.getByText('This page may not run the simulation in the background').waitFor()
  await keepPicture(page, 'strict-landscape')
  await typeSaliencies(page, [0.5, 0.5])
  await eventually(() => equilibriumCounts(page)).toEqual({ stable: 1, saddle: 0, source: 0 })
  expect(await saliencies(page)).toEqual([0.5, 0.5])
  // The places of the letters of a formula are set by script, since the policy drops styles in markup.
  const raised = page.locator('.formula .vlist > span').first()
  expect(await raised.evaluate((part) => getComputedStyle(part).top)).not.toBe('auto')
  await page.getByRole('button', { name: 'Share', exact: true }).click()
  await page.getByRole('img', { name: 'QR code of the link' }).waitFor()
})

test("under default-src 'self' the Recall view works", async () => {
  const { page } = await openStrictly(recallRoute)
  await waitForRecall(page)
  await keepPicture(page, 'strict-recall')
})
