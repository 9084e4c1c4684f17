import { expect, it } from 'vitest'
import { basinLook, basinShare } from './basinLook.ts'
import { lineStyles } from './lineStyles.ts'

it('gives a twin the colour of its memory, hatched and paler', () => {
  expect(basinLook('memory-2+')).toEqual({ memory: 1, isTwin: false })
  expect(basinLook('memory-2-')).toEqual({ memory: 1, isTwin: true })
  expect(basinShare(basinLook('memory-1-'))).toBeLessThan(basinShare(basinLook('memory-1+')))
})

it('gives other attractors no memory’s colour', () => {
  for (const key of ['origin', 'mixed-a', '']) expect(basinLook(key)).toEqual({ memory: null, isTwin: false })
})

it('tells lines apart without colour: each style differs in width or dashes', () => {
  const looks = lineStyles.map(({ halfWidth, headHalfWidth, dash }) => `${halfWidth} ${headHalfWidth} ${dash.join()}`)
  expect(new Set(looks).size).toBe(lineStyles.length)
})
