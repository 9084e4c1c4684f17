import type { Page } from 'playwright-core'
import { choice, flip, number, press, selection, type Edit, type EditGroup } from './recallEdits.ts'
import { bankNames, sizeShown, typeNumber } from './recallPage.ts'

const models = (page: Page) => page.locator('.recall-model')
const laneNames = (page: Page) => page.getByRole('article').getByRole('heading').allInnerTexts()

const keyframe = (page: Page) => page.getByRole('button', { name: 'Keyframe', exact: true }).click()
const keyframes = (page: Page) => page.getByRole('slider', { name: /^Keyframe \d/ }).count()
const timeOfSecond = (page: Page) => page.getByRole('slider', { name: /^Keyframe 2/ }).getAttribute('aria-valuenow')

const timeline: readonly Edit[] = [
  flip('the timeline', 'Timeline'),
  {
    name: 'a keyframe',
    prepare: (page) => page.getByRole('switch', { name: 'Timeline' }).click(),
    make: keyframe,
    look: keyframes,
  },
  flip('the loop', 'Loop'),
  { ...choice('morph or hold', 'Until the next keyframe', 'Hold'), prepare: keyframe },
  {
    name: 'moving a keyframe',
    make: (page) => press(page, 'slider', /^Keyframe 2/, 'ArrowRight'),
    look: timeOfSecond,
  },
  {
    name: 'the time of a keyframe',
    make: (page) => typeNumber(page, 'Time of keyframe 2', 7.5),
    look: timeOfSecond,
  },
  {
    name: 'deleting a keyframe',
    make: (page) => page.getByRole('button', { name: 'Delete keyframe 2' }).click(),
    look: keyframes,
  },
]

const race: readonly Edit[] = [
  selection('another model', 'Model 2', 'binary-async'),
  {
    name: 'a model out of the race',
    make: (page) => page.getByRole('button', { name: /^Take Classic 1984, input held out/ }).click(),
    look: laneNames,
  },
  {
    name: 'a model into the race',
    prepare: (page) => page.getByRole('button', { name: /^Take Classic 1984, input held out/ }).click(),
    make: (page) => page.getByRole('button', { name: 'Add a model' }).click(),
    look: laneNames,
  },
  number('the gain', /^Gain, number/, 2),
  number('the strength of the noise', /^Noise, number/, 1),
  choice('where the models begin', 'The state begins', 'Random'),
  selection('the memory in which they begin', 'Memory', '3', models),
  flip('its negative', 'Its negative'),
  number('the seed', /^Seed of start and noise/, 7),
  {
    name: 'another seed',
    make: (page) => page.getByRole('group', { name: 'Run' }).getByRole('button', { name: 'Another seed' }).click(),
    look: (page) => page.getByRole('textbox', { name: 'Seed of start and noise' }).inputValue(),
  },
]

const network: readonly Edit[] = [
  choice('the learning rule', 'Learning rule', 'Pseudo-inverse'),
  flip('the zero diagonal', /^No weight to itself/),
  number('unlearning', /^Unlearn states, number/, 5),
  number('the rate of unlearning', /^Unlearning rate, number/, 0.05, (page) =>
    typeNumber(page, /^Unlearn states, number/, 5),
  ),
  number('the length of the pulse', /^Length of the pulse, number/, 2),
  flip('the equal scale', 'Equalise the scale'),
  number('the strength of the memories', /^Strength of the memories, number/, 5, (page) =>
    page.getByRole('switch', { name: 'Equalise the scale' }).click(),
  ),
  number('the time step', /^Time step/, 0.01),
  choice('the kernel', 'Computed', 'Reproducible'),
]

const picture: readonly Edit[] = [
  number('the speed', /^Speed, number/, 2),
  choice('surface or map', 'Picture', '2-D'),
  {
    ...selection('the model of the landscape', 'Landscape of', 'classic-held'),
    prepare: (page) => page.getByRole('button', { name: 'The slice', exact: true }).click(),
  },
  selection('the plane of the slice', 'Second memory', '3'),
  flip('a plane that follows', 'Follow the two leading memories'),
  {
    name: 'a preset',
    make: async (page) => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /^Preset/ })
        .click()
      await page.getByRole('button', { name: /^A spoilt letter/ }).click()
    },
    look: async (page) => [await bankNames(page), await sizeShown(page), await laneNames(page)],
  },
]

/** All that changes the course of the input, the models, or how they are looked at. */
export const modelEdits: readonly EditGroup[] = [
  { title: 'the timeline', edits: timeline },
  { title: 'the race', edits: race },
  { title: 'the network', edits: network },
  { title: 'the picture, the speed and a preset', edits: picture },
]
