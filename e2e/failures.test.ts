import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { keepPicture, withBrowser } from './browser.ts'
import {
  coloursOf,
  equilibriumCounts,
  eventually,
  saliencies,
  saliencyField,
  typeSaliencies,
  pause,
  waitForRest,
  waitForSurface,
} from './labPage.ts'

const open = withBrowser()

const notice = (page: Page) => page.locator('.notice')

async function inWorker(page: Page, task: () => void): Promise<void> {
  const [worker] = page.workers()
  if (!worker) throw new Error('There is no worker.')
  await worker.evaluate(task)
}

describe('WebGL', () => {
  test('a lost context gives way to the map, and comes back', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    await waitForRest(page)
    const picture = page.locator('.picture')
    const before = await coloursOf(page, picture)
    const extension = await page.evaluateHandle(() =>
      document
        .querySelector<HTMLCanvasElement>('.scene-canvas')
        ?.getContext('webgl2')
        ?.getExtension('WEBGL_lose_context'),
    )
    await extension.evaluate((lose) => lose?.loseContext())
    await page.getByText('The 3-D picture was interrupted; here is the map until it returns.').waitFor()
    await page.getByRole('application', { name: /map/i }).waitFor()
    await keepPicture(page, 'context-lost')
    await extension.evaluate((lose) => lose?.restoreContext())
    await page.getByText('The 3-D picture was interrupted').waitFor({ state: 'detached' })
    await page.getByRole('application', { name: 'Energy landscape in three dimensions' }).waitFor()
    await eventually(() => coloursOf(page, picture)).toBeGreaterThan(before / 2)
    // And it is alive: a new landscape reaches it.
    const version = () => page.locator('.scene').getAttribute('data-landscape-version')
    const old = await version()
    await typeSaliencies(page, [0.5, 0.5])
    await eventually(version).not.toBe(old)
  })
})

describe('the worker', () => {
  const restarted = 'The simulation stopped and was started again from your settings.'

  test('dies: a new one starts from the document, and says so', async () => {
    const { page } = await open({ expectedProblems: [/provoked/] })
    await waitForSurface(page)
    await typeSaliencies(page, [1.2, 2.4])
    await inWorker(page, () => {
      setTimeout(() => {
        throw new Error('provoked')
      })
    })
    await eventually(() => notice(page).innerText()).toContain(restarted)
    expect(await saliencies(page)).toEqual([1.2, 2.4])
    await typeSaliencies(page, [0.5, 0.5])
    await eventually(() => equilibriumCounts(page)).toEqual({ stable: 1, saddle: 0, source: 0 })
  })

  test('hangs: it is noticed when an answer is due, and replaced', async () => {
    const { page } = await open()
    await waitForSurface(page)
    await pause(page)
    await waitForRest(page)
    await inWorker(page, () => {
      setTimeout(() => {
        for (;;);
      })
    })
    await typeSaliencies(page, [0.5, 0.5])
    await eventually(() => notice(page).innerText()).toContain(restarted)
    await eventually(() => equilibriumCounts(page)).toEqual({ stable: 1, saddle: 0, source: 0 })
  })

  test('cannot be had at all: the simulation runs in the page', async () => {
    const { page } = await open({
      before: (fresh) =>
        fresh.addInitScript(() => {
          Reflect.set(globalThis, 'Worker', function refuse() {
            throw new DOMException('refused', 'SecurityError')
          })
        }),
    })
    await waitForSurface(page)
    await typeSaliencies(page, [0.5, 2])
    await eventually(() => equilibriumCounts(page)).toEqual({ stable: 2, saddle: 1, source: 0 })
  })
})

describe('what cannot be taken', () => {
  test.each([
    ['9', /9 is out of range: type a number from −3 to 5/],
    ['-3.5', /−3\.5 is out of range: type a number from −3 to 5/],
    ['abc', /“abc” is not a number: type a number from −3 to 5/],
    ['', /Nothing was typed: type a number from −3 to 5/],
    ['1e999', /type a number from −3 to 5/],
    ['NaN', /type a number from −3 to 5/],
  ])('a saliency of "%s" leaves everything as it was', async (text, sentence) => {
    const { page } = await open()
    await waitForSurface(page)
    await typeSaliencies(page, [1.2, 2])
    const field = saliencyField(page, 1)
    await field.fill(text)
    await field.press('Enter')
    await eventually(() => page.getByText(sentence).count()).toBeGreaterThan(0)
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    expect(await saliencies(page)).toEqual([1.2, 2])
    await eventually(() => equilibriumCounts(page)).toEqual({ stable: 2, saddle: 2, source: 1 })
    await field.press('Tab')
    expect(Number(await field.inputValue())).toBe(1.2)
  })

  test('a time step above the limit is refused with the limit', async () => {
    const { page } = await open()
    await page.getByText('Numerics and seed').click()
    const gain = page.getByRole('textbox', { name: 'Gain, number' })
    await gain.fill('10')
    await gain.press('Enter')
    const field = page.getByRole('textbox', { name: /^Time step/ })
    await field.fill('0.2')
    await field.press('Enter')
    // Runge-Kutta at saliency 2 and gain 10: 2.785/(1 + 20) = 0.1326.
    await page.getByText(/A time step of 0\.2 would be unstable here: stay below 0\.13\d?/).waitFor()
    await field.press('Escape')
    expect(Number(await field.inputValue())).toBe(0.01)
  })

  test('an unknown route shows the landscape and a sentence', async () => {
    const { page } = await open({ route: '#/nowhere' })
    await waitForSurface(page)
    await eventually(() => notice(page).innerText()).toContain(
      "There is no page '#/nowhere', so here is the landscape.",
    )
    await eventually(() => equilibriumCounts(page)).toEqual({ stable: 4, saddle: 4, source: 1 })
  })

  test.each(['{broken', '{"theme":"plaid","folded":{}}', 'null'])(
    'saved settings of %s give the defaults and a sentence',
    async (text) => {
      const { page } = await open({
        before: (fresh) => fresh.addInitScript((saved) => localStorage.setItem('memoryscape.settings', saved), text),
      })
      await waitForSurface(page)
      await eventually(() => notice(page).innerText()).toContain('Your saved settings could not be read')
    },
  )

  test('storage that may not be touched is done without', async () => {
    const { page } = await open({
      before: (fresh) =>
        fresh.addInitScript(() => {
          Object.defineProperty(globalThis, 'localStorage', {
            get() {
              throw new DOMException('refused', 'SecurityError')
            },
          })
        }),
    })
    await waitForSurface(page)
    await page.getByRole('button', { name: /^Theme/ }).click()
    expect(await notice(page).count()).toBe(0)
  })
})
