import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { documentText } from '../../experiment/file/documentFile.ts'
import { createSvgContext } from '../../exports/svg/svgContext.ts'
import { svgFile } from '../../exports/svg/svgFile.ts'
import { addDocumentToPng } from '../../exports/metadata/pngDocument.ts'
import { makePngChunk } from '../../exports/metadata/pngChunks.ts'
import { createLab } from '../createLab.ts'
import { stillEnvironment } from '../stillEnvironment.ts'
import { openFile, openPicture } from './openWork.ts'

function setUp() {
  const { store } = createLab({
    experiment: defaultExperiment,
    columns: 17,
    environment: stillEnvironment,
  })
  return { store, storage: null }
}

const other: Experiment = { ...defaultExperiment, model: { ...defaultExperiment.model, gain: 2.5 } }
const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
const plainPng = Uint8Array.from([
  ...signature,
  ...makePngChunk('IHDR', new Uint8Array(13)),
  ...makePngChunk('IEND', new Uint8Array(0)),
])
const pngOf = (text: string) => new File([addDocumentToPng(plainPng, text)], 'figure.png', { type: 'image/png' })
const svgOf = (text: string | null) => {
  const options = { width: 9, height: 9, widthMm: 9, title: 'T', description: 'D', background: null }
  const svg = svgFile(createSvgContext().drawing(), { ...options, documentText: text })
  return new File([svg], 'figure.svg', { type: 'image/svg+xml' })
}

describe('a picture that carries a document', () => {
  test.each([
    ['PNG', pngOf(documentText(other))],
    ['SVG', svgOf(documentText(other))],
    ['PNG without a type', new File([pngOf(documentText(other))], 'figure.png')],
  ])('opens it: %s', async (_, file) => {
    for (const open of [openFile, openPicture]) {
      const opener = setUp()
      expect(await open(opener, file)).toBe(open === openFile ? null : true)
      expect(opener.store.getState().experiment).toEqual(other)
      opener.store.getState().undo()
      expect(opener.store.getState().experiment).toEqual(defaultExperiment)
    }
  })

  test('is refused with the path where the document is wrong, and nothing changes', async () => {
    const opener = setUp()
    const wrong = JSON.stringify({ ...other, noise: { ...other.noise, seed: 'x' } })
    expect(await openFile(opener, svgOf(wrong))).toMatch(/^“figure\.svg” was not opened\. noise\.seed should be/)
    expect(await openPicture(opener, svgOf(wrong))).toBe(true)
    expect(opener.store.getState().notice).toMatchObject({ tone: 'warning' })
    expect(opener.store.getState().experiment).toBe(defaultExperiment)
  })
})

describe('a picture without one', () => {
  test('is told of, and stays a picture where drawings are made of pictures', async () => {
    const opener = setUp()
    for (const file of [new File([plainPng], 'cat.png', { type: 'image/png' }), svgOf(null)]) {
      expect(await openFile(opener, file)).toMatch(/is a picture that holds no experiment/)
      expect(await openPicture(opener, file)).toBe(false)
    }
    expect(await openPicture(opener, new File(['x'], 'notes.txt', { type: 'text/plain' }))).toBe(false)
  })

  test('or that cannot be read, is told of', async () => {
    const gone = Object.assign(new File(['x'], 'gone.png', { type: 'image/png' }), {
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    })
    expect(await openFile(setUp(), gone)).toMatch(/could not be read/)
    expect(await openPicture(setUp(), gone)).toBe(false)
  })
})
