import * as v from 'valibot'
import { ranges } from './ranges.ts'
import { choice, flag, group, pair } from './schemaParts.ts'

const place = pair(ranges.saliency)

/** `view.phase`: what the Landscape view shows beyond the surface. */
export const phaseSchema = group({
  flow: flag,
  descent: flag,
  nullclines: flag,
  separatrices: flag,
  directions: flag,
  cloud: flag,
  ground: choice('energy', 'density'),
  tint: choice('height', 'basins', 'density'),
  diagram: group({
    along: choice('path', 'gain', 'input'),
    path: v.strictTuple([place, place], 'a list of two places, each a list of two numbers'),
    show: choice('overlap-1', 'overlap-2', 'energy'),
  }),
})
