import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { recallRanges } from '../src/experiment/recall/recallRanges.ts'
import { sizes, withBrowser } from './browser.ts'
import { eventually, waitForSurface } from './labPage.ts'
import { loadPreset } from './phasePage.ts'
import {
  chooseWay,
  drawingBox,
  inputSurface,
  lane,
  pauseRecall,
  recallRoute,
  saliencyOf,
  restingSaliencies,
  shownSaliencies,
  typeNumber,
  verdictOf,
  waitForRecall,
} from './recallPage.ts'

const open = withBrowser()

const shownTime = async (page: Page) => Number(await page.locator('.recall-transport .transport-number').innerText())

describe('drawing the input', () => {
  test('by mouse: a stroke changes the saliencies, and is one step back', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await chooseWay(page, 'Draw')
    const before = await restingSaliencies(page)
    const box = await drawingBox(inputSurface(page))
    const at = (across: number, down: number) => [box.x + across * box.width, box.y + down * box.height] as const
    await page.mouse.move(...at(0.1, 0.3))
    await page.mouse.down()
    await page.mouse.move(...at(0.4, 0.6), { steps: 6 })
    await page.mouse.move(...at(0.2, 0.9), { steps: 6 })
    await page.mouse.up()
    await eventually(() => shownSaliencies(page)).not.toEqual(before)
    await page.keyboard.press('Control+z')
    await eventually(() => shownSaliencies(page)).toEqual(before)
    await page.keyboard.press('Control+Shift+z')
    await eventually(() => shownSaliencies(page)).not.toEqual(before)
  })

  test('by keyboard: arrows move, Space draws', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await chooseWay(page, 'Draw')
    await page.getByRole('button', { name: 'Blank', exact: true }).click()
    await eventually(async () => Object.values(await shownSaliencies(page)).every((value) => value === 0)).toBe(true)
    await inputSurface(page).focus()
    for (let k = 0; k < 12; k++) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await eventually(async () => Object.values(await shownSaliencies(page)).some((value) => value !== 0)).toBe(true)
  })

  test('by keyboard: Space held down is one stroke, with arrows too, and one step back', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await chooseWay(page, 'Draw')
    await page.getByRole('button', { name: 'Blank', exact: true }).click()
    const isBlank = async () => Object.values(await restingSaliencies(page)).every((value) => value === 0)
    await eventually(isBlank).toBe(true)
    await inputSurface(page).focus()
    for (let k = 0; k < 20; k++) await page.keyboard.down('Space')
    for (let k = 0; k < 6; k++) await page.keyboard.press('ArrowRight')
    await page.keyboard.up('Space')
    await eventually(isBlank).toBe(false)
    await page.keyboard.press('Control+z')
    await eventually(isBlank).toBe(true)
  })

  test('as a mixture: a fader lifts the saliency of its memory', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await chooseWay(page, 'Mix')
    await page.getByRole('button', { name: 'All to 0' }).click()
    await eventually(() => saliencyOf(page, 'Dog')).toBe(0)
    await page.getByRole('slider', { name: 'Amount of Dog', exact: true }).focus()
    await page.keyboard.press('PageUp')
    await eventually(() => saliencyOf(page, 'Dog')).toBeGreaterThan(0)
  })
})

describe('the bank', () => {
  test.each([
    [16, 32],
    [128, 4],
  ])('pictures of %i by %i pixels lie within their frames', async (columns, rows) => {
    const { page } = await open({ route: recallRoute, viewport: sizes.desktop })
    await waitForRecall(page)
    await page.getByRole('combobox', { name: 'Pixels' }).selectOption('other')
    await typeNumber(page, 'Columns', columns)
    await typeNumber(page, 'Rows', rows)
    await page.getByRole('button', { name: 'Resample' }).click()
    const spilt = () =>
      page.locator('.bank-thumb').evaluateAll((frames) => {
        const boxes = frames.map((frame) =>
          [frame, frame.querySelector('canvas')].map((part) => part?.getBoundingClientRect()),
        )
        return boxes.filter(
          ([frame, canvas]) =>
            !frame ||
            !canvas ||
            canvas.width === 0 ||
            canvas.top < frame.top ||
            canvas.bottom > frame.bottom ||
            canvas.left < frame.left ||
            canvas.right > frame.right,
        ).length
      })
    const shape = () =>
      page
        .locator('.bank-thumb canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => [canvas.width, canvas.height])
    await eventually(shape).toEqual([columns, rows])
    await eventually(spilt).toBe(0)
    await page.getByRole('button', { name: 'Show as a grid' }).click()
    await page.locator('.bank-list[data-flow="grid"]').waitFor()
    await eventually(spilt).toBe(0)
  })
})

describe('the race', () => {
  test('first sight: shown only the tail, the input-driven network recalls the cat', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await expect
      .poll(() => verdictOf(page, 'Input-driven (IDP)'), { timeout: 40_000, interval: 200 })
      .toMatch(/^(Recalled the cat, overlap 0\.9|The cat, inverted: overlap (−|-)?0\.9)/)
    await eventually(() => page.locator('.recall-story').innerText()).toMatch(/^The tail .*cat/)
  })

  test('three models end with a verdict each', { timeout: 120_000 }, async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    expect(await page.getByRole('article').count()).toBe(3)
    for (const article of await page.getByRole('article').all()) {
      await expect
        .poll(() => article.locator('.lane-verdict').innerText(), { timeout: 40_000, interval: 200 })
        .toMatch(/recalled|inverted|mixture|spurious/i)
    }
  })

  test('the negative of a memory can be shown right side out', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await page.getByRole('radio', { name: 'Model', exact: true }).click()
    await page.getByText('Start and seed').click()
    await page.getByRole('radio', { name: 'Random', exact: true }).click()
    const driven = lane(page, 'Input-driven (IDP)')
    const twin = driven.getByRole('button', { name: 'Show it right side out' })
    // Half of all random starts end in the negative: some seed soon does.
    for (let tries = 0; tries < 16 && (await twin.count()) === 0; tries++) {
      await page.getByRole('group', { name: 'Run' }).getByRole('button', { name: 'Another seed' }).click()
      await eventually(() => verdictOf(page, 'Input-driven (IDP)')).toMatch(/On its way/)
      await eventually(() => verdictOf(page, 'Input-driven (IDP)')).toMatch(/Recalled|inverted/)
    }
    await pauseRecall(page)
    await twin.click()
    expect(await twin.getAttribute('aria-pressed')).toBe('true')
    await driven
      .getByRole('img', { name: /shown as its negative/ })
      .first()
      .waitFor()
    await driven.getByText(/−ξ is as good a memory as ξ/).waitFor()
  })

  test('a step moves one time step, or one unit of time; one neuron where neurons are asked', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await pauseRecall(page)
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    const time = () => shownTime(page)
    await eventually(time).toBe(0)
    const length = page.getByRole('combobox', { name: 'Length of a step' })
    expect(await length.getByRole('option').allInnerTexts()).toEqual(['One time step', 'One time unit'])
    await length.selectOption('step')
    await page.getByRole('button', { name: /^Step:/ }).click()
    await eventually(time).toBeGreaterThan(0)
    expect(await time()).toBeLessThan(0.2)
    await length.selectOption('unit')
    const before = await time()
    await page.getByRole('button', { name: /^Step:/ }).click()
    await eventually(time).toBeGreaterThan(before + 0.9)
  })

  test('a step of one neuron: the binary network asks it, and says its local field', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    const title = 'Binary 1982, one by one'
    await page.getByRole('radio', { name: 'Model', exact: true }).click()
    await page.getByRole('combobox', { name: 'Model 3' }).selectOption({ label: title })
    await pauseRecall(page)
    await page.getByRole('button', { name: 'Reset', exact: true }).click()
    await eventually(() => shownTime(page)).toBe(0)
    const words = lane(page, title).locator('.lane-step')
    await eventually(() => words.count()).toBe(0)
    await page.getByRole('combobox', { name: 'Length of a step' }).selectOption({ label: 'One neuron' })
    const step = page.getByRole('button', { name: 'Step: one neuron' })
    const seen = new Set<string>()
    for (let k = 0; k < 3; k++) {
      await step.click()
      await eventually(async () => seen.has(await words.innerText())).toBe(false)
      const sentence = await words.innerText()
      expect(sentence).toMatch(
        /^Neuron \d+ \(row \d+, column \d+\): field [+−]\d+\.\d\d = .+, so it (turns to|stays) (ink|paper|as it is)\.$/,
      )
      seen.add(sentence)
    }
    // Three of the 1,024 that are asked in a unit of time.
    expect(await shownTime(page)).toBeLessThan(0.02)
  })

  test('a binary model races to the end like the others', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await page.getByRole('radio', { name: 'Model', exact: true }).click()
    for (const [place, title] of [
      [2, 'Binary 1982, one by one'],
      [3, 'Binary 1982, all at once'],
    ] as const) {
      await page.getByRole('combobox', { name: `Model ${place}` }).selectOption({ label: title })
      await expect
        .poll(() => verdictOf(page, title), { timeout: 40_000, interval: 200 })
        .toMatch(/recalled|inverted|mixture|spurious|two states/i)
    }
  })
})

test('the timeline: the saliencies follow a scrub', async () => {
  const { page } = await open({ route: recallRoute })
  await waitForRecall(page)
  await pauseRecall(page)
  await page.getByRole('switch', { name: 'Timeline' }).click()
  const playhead = page.getByRole('slider', { name: 'Playhead of the timeline' })
  // A second keyframe that shows another memory.
  await page.getByRole('button', { name: 'Keyframe', exact: true }).click()
  await chooseWay(page, 'Mix')
  await page.getByRole('button', { name: 'All to 0' }).click()
  await page.getByRole('slider', { name: 'Amount of Dog', exact: true }).focus()
  await page.keyboard.press('PageUp')
  await playhead.focus()
  await page.keyboard.press('Home')
  await eventually(() => saliencyOf(page, 'Cat')).toBeGreaterThan(0.5)
  const cat = await saliencyOf(page, 'Cat')
  await page.keyboard.press('End')
  await eventually(() => saliencyOf(page, 'Cat')).toBeLessThan(cat)
  const dog = await saliencyOf(page, 'Dog')
  expect(dog).toBeGreaterThan(0)
  // Between the two: a morph.
  for (let k = 0; k < 12; k++) await page.keyboard.press('ArrowLeft')
  await eventually(() => saliencyOf(page, 'Dog')).toBeLessThan(dog)
  expect(await saliencyOf(page, 'Dog')).toBeGreaterThan(0)
})

test('the timeline plays: the playhead moves, the input turns, and what was held is let go', async () => {
  const { page } = await open({ route: recallRoute })
  await waitForRecall(page)
  const seen = page.getByRole('img', { name: 'What the network sees now' })
  const picture = () => seen.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL())
  const playhead = page.getByRole('slider', { name: 'Playhead of the timeline' })
  const place = async () => Number(await playhead.getAttribute('aria-valuenow'))
  const letItRun = page.getByRole('button', { name: 'Let it run' })
  const run = page.getByRole('group', { name: 'Run' })

  await loadPreset(page, 'From cat to dog')
  await seen.waitFor()
  const cat = await picture()
  // Held for three time units, then it turns.
  await expect.poll(place, { timeout: 40_000, interval: 100 }).toBeGreaterThan(3.5)
  await eventually(picture).not.toBe(cat)
  expect(await saliencyOf(page, 'Dog')).toBeGreaterThan(0)

  await playhead.focus()
  await page.keyboard.press('End')
  await letItRun.waitFor()
  await eventually(place).toBe(22)
  await loadPreset(page, 'From cat to dog')
  await eventually(() => letItRun.count()).toBe(0)
  await eventually(place).toBeLessThan(10)
  const from = await place()
  await eventually(place).toBeGreaterThan(from)

  await pauseRecall(page)
  await playhead.focus()
  await page.keyboard.press('Home')
  await letItRun.waitFor()
  await run.getByRole('button', { name: 'Play', exact: true }).click()
  await eventually(() => letItRun.count()).toBe(0)
  await eventually(place).toBeGreaterThan(0.5)
})

test.each([
  ['on a phone, whichever panel is open', sizes.phone],
  ['beside the landscape', sizes.desktop],
])('what is recalled is said once, %s', async (_where, viewport) => {
  const { page } = await open({ route: recallRoute, viewport })
  await waitForRecall(page)
  const said = page.locator('[aria-live="polite"]').filter({ hasText: /Input-driven \(IDP\): .*cat/ })
  await expect.poll(() => said.count(), { timeout: 40_000, interval: 200 }).toBe(1)
})

test('on a phone the speed is where the recall is', async () => {
  const { page } = await open({ route: recallRoute, viewport: sizes.phone })
  await waitForRecall(page)
  await page.getByRole('radio', { name: 'Recall', exact: true }).click()
  await page.getByRole('slider', { name: 'Speed', exact: true }).press('End')
  const number = page.getByRole('textbox', { name: 'Speed, number' })
  await eventually(async () => Number(await number.inputValue())).toBe(recallRanges.speed.high)
})

describe('two views', () => {
  test('each keeps what it had, and only the one that is shown runs', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await chooseWay(page, 'Mix')
    const nav = page.getByRole('navigation', { name: 'Views' })
    await nav.getByRole('link', { name: 'Landscape' }).click()
    await waitForSurface(page)
    expect(await page.title()).toBe('Memoryscape: two neurons, two memories')
    await page.getByText('Numerics and seed').click()
    await nav.getByRole('link', { name: 'Recall' }).click()
    await page.locator('.slice-area .scene[data-surface="drawn"]').waitFor()
    expect(await page.title()).toBe('Memoryscape: a network of pixels')
    expect(await page.getByRole('radio', { name: 'Mix' }).isChecked()).toBe(true)
    await nav.getByRole('link', { name: 'Landscape' }).click()
    await waitForSurface(page)
    expect(await page.getByRole('textbox', { name: /^Time step/ }).isVisible()).toBe(true)
  })

  test('Space plays and pauses the run that is shown', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    const run = page.getByRole('group', { name: 'Run' })
    await run.getByRole('button', { name: 'Pause', exact: true }).waitFor()
    await page.keyboard.press('Space')
    await run.getByRole('button', { name: 'Play', exact: true }).waitFor()
    await page.keyboard.press('Space')
    await run.getByRole('button', { name: 'Pause', exact: true }).waitFor()
  })

  test('focus leaves the landscape alone, and Escape brings the rest back', async () => {
    const { page } = await open({ route: recallRoute })
    await waitForRecall(page)
    await page.getByRole('button', { name: 'Focus' }).click()
    await eventually(() => page.getByRole('article').count()).toBe(0)
    expect(await page.locator('.slice-area .scene').isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('article').count()).toBe(3)
  })
})
