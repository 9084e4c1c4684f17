import { picture, pictureSize } from './pictures.ts'
import { choice, flag, group, list, listById, nullable, number, text, tuple, union } from './shapes.ts'
import { usual3 } from './usual3.ts'

// Links of form 3 lie in the wild, and those of form 4 have the same shape: nothing in this file may change, nor in `usual3.ts`. A new version of the
// document gets a layout of its own.

const pair = tuple(2, number)
const camera = group({ azimuth: number, elevation: number, distance: number })

const input = union({
  drawing: { pixels: picture(2) },
  mix: { faders: list(128, group({ memory: number, amount: number })), isNormalised: flag },
  corrupted: {
    memory: number,
    flips: number,
    noise: number,
    seed: number,
    occlusion: union({
      none: {},
      half: { hides: choice('left', 'right', 'top', 'bottom') },
      window: {
        shows: choice('inside', 'outside'),
        window: group({ left: number, top: number, width: number, height: number }),
      },
    }),
  },
})

const recall = group({
  size: pictureSize,
  memories: listById(128, { name: text(40), isOn: flag, bits: picture(1) }),
  input,
  inputScale: number,
  timeline: group({
    isOn: flag,
    isLooped: flag,
    keyframes: listById(12, { time: number, input, isMorphing: flag }),
  }),
  lanes: list(3, choice('binary-async', 'binary-sync', 'classic-start', 'classic-pulse', 'classic-held', 'idp')),
  network: group({
    gain: number,
    strength: number,
    pulseDuration: number,
    hasZeroDiagonal: flag,
    rule: choice('hebb', 'storkey', 'pseudo-inverse'),
    unlearning: group({ steps: number, rate: number }),
    equalisesScale: flag,
  }),
  start: union({ random: {}, input: {}, memory: { memory: number, isInverted: flag } }),
  noise: group({ strength: number, seed: number }),
  integration: group({ timeStep: number, kernel: choice('fastest', 'reproducible') }),
  playback: group({ speed: number }),
  slice: group({
    memories: nullable(pair),
    lane: choice('classic-start', 'classic-pulse', 'classic-held', 'idp'),
    picture: choice('surface', 'map'),
    camera,
  }),
})

const phase = group({
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
    path: tuple(2, pair),
    show: choice('overlap-1', 'overlap-2', 'energy'),
  }),
})

/** How a link of form 3 holds a document of version 3. */
export const layout3 = {
  usual: usual3,
  shape: group({
    model: group({
      kind: choice('idp', 'classic'),
      inputAs: choice('current', 'start'),
      strength: number,
      gain: number,
    }),
    input: group({ saliency: pair }),
    balls: listById(24, { start: pair }),
    noise: group({ strength: number, seed: number, particles: number }),
    integration: group({
      scheme: choice('rk4', 'heun'),
      noisyScheme: choice('euler-maruyama', 'stochastic-heun'),
      timeStep: number,
    }),
    playback: group({ speed: number }),
    view: group({
      picture: choice('surface', 'map'),
      camera,
      layers: group({ contours: flag, trails: flag, labels: flag, equilibria: flag }),
      phase,
    }),
    recall,
  }),
} as const
