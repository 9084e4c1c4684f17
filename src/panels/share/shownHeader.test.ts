import { expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import { contourSegments } from '../../model/contours.ts'
import { makeLandscape, sampleLandscapeInto } from '../../model/landscape.ts'
import { createFrameCell } from '../../store/frameCell.ts'
import type { PictureLab } from '../../store/pictureLab.ts'
import { createLab } from '../../store/createLab.ts'
import { stillEnvironment } from '../../store/stillEnvironment.ts'
import { openText } from '../../store/opening/openWork.ts'
import { systemOf } from '../../experiment/derive.ts'
import { printFile } from './sections/printFile.ts'
import { shownHeader } from './shownHeader.ts'

const newer = JSON.stringify({ ...defaultExperiment, version: 4, fog: { depth: 3 } })
const solid = { columns: 33, widthMm: 50, heightMm: 20, baseMm: 2 }

/** The JSON of a binary glTF. */
function extrasOf(glb: Uint8Array<ArrayBuffer> | null): Record<string, unknown> {
  const bytes = glb ?? new Uint8Array(20)
  const length = new DataView(bytes.buffer).getUint32(12, true)
  const json = JSON.parse(new TextDecoder().decode(bytes.subarray(20, 20 + length))) as {
    asset: { extras: Record<string, unknown> }
  }
  return json.asset.extras
}

/** A picture without an engine. */
function shownPicture(): PictureLab {
  const system = systemOf(defaultExperiment)
  const view = { extent: 3.5, floor: -1, ceiling: 1 }
  const landscape = sampleLandscapeInto(makeLandscape(33, 33), system, view.extent)
  const cell = createFrameCell()
  cell.takeLandscape({ landscape, equilibria: [], contours: contourSegments(landscape, []), system }, view)
  return { cell, store: { getState: () => ({ phase: null }) } } as unknown as PictureLab
}

test('of a newer document no file says that it is the whole, and glTF holds what came', async () => {
  const { store } = createLab({ experiment: defaultExperiment, columns: 17, environment: stillEnvironment })
  const picture = shownPicture()
  const file = (format: 'stl' | 'glb') => printFile(picture, store.getState(), 'Mine', { format, ...solid })

  expect(shownHeader(store.getState(), 'Mine', '#/recall')).toMatchObject({ title: 'Mine' })
  expect(shownHeader(store.getState(), 'Mine', '#/recall').link).toMatch(/^#\/recall\?x=/)
  expect(extrasOf(file('glb'))).toMatchObject({ title: 'Mine', document: defaultExperiment })

  expect(await openText({ store, storage: null }, newer)).toBeNull()
  expect(shownHeader(store.getState(), 'Mine', '#/recall')).toMatchObject({
    link: null,
    title: expect.stringMatching(/newer/) as string,
  })
  expect(extrasOf(file('glb'))).toMatchObject({ link: null, document: JSON.parse(newer) as object })
  expect(new TextDecoder().decode(file('stl')?.subarray(0, 80))).toMatch(
    /: A newer document, as far as it is understood/,
  )
})
