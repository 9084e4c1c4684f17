import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { defaultExperiment } from '../../experiment/defaultExperiment.ts'
import type { Experiment } from '../../experiment/experiment.ts'
import { documentText } from '../../experiment/file/documentFile.ts'
import { workKey, writeWork } from '../work.ts'
import { documentElementId, documentInPage, pageWithDocument } from './documentInPage.ts'
import { startingWork } from './startingWork.ts'

const withSaliency = (first: number): Experiment => ({ ...defaultExperiment, input: { saliency: [first, 1] } })
const empty = `<head><script type="application/json" id="${documentElementId}"></script><script>let a = 1</script></head>`

function makeStorage() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

/** A page whose element has this text. */
const pageOf = (text: string) => ({
  getElementById: (id: string) => (id === documentElementId ? ({ textContent: text } as HTMLElement) : null),
})

/** What a browser reads from the element: up to the first thing that ends it. */
function readBack(html: string): string {
  const from = html.indexOf(`id="${documentElementId}">`) + `id="${documentElementId}">`.length
  return html.slice(from, from + html.slice(from).search(/<\/script/i))
}

describe('a page with a document in it', () => {
  test('any text comes back, and cannot leave its element', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('</script>', '<!--', '<script', '$&', '\u2028'))),
        (parts) => {
          const text = JSON.stringify({ name: parts.join('') })
          const html = pageWithDocument(empty, text) ?? ''
          expect(JSON.parse(readBack(html))).toEqual(JSON.parse(text))
          expect(html.endsWith('<script>let a = 1</script></head>')).toBe(true)
          expect(html.match(/</g)).toHaveLength(empty.match(/</g)?.length ?? 0)
        },
      ),
    )
  })

  test('another document takes the place of the one in it', () => {
    const once = pageWithDocument(empty, '{"a":1}') ?? ''
    expect(pageWithDocument(once, '{"b":2}')).toBe(pageWithDocument(empty, '{"b":2}'))
  })

  test('a page without the element is not taken', () => {
    expect(pageWithDocument('<!doctype html><title>Not found</title>', '{}')).toBe(null)
  })

  test('no text is no document', () => {
    expect(documentInPage(pageOf(' \n'))).toBe(null)
    expect(documentInPage({ getElementById: () => null })).toBe(null)
  })
})

describe('what a page begins with', () => {
  const saved = pageOf(documentText(withSaliency(0.5)))

  test('the site: the work in progress', () => {
    const storage = makeStorage()
    writeWork(storage, workKey, withSaliency(3))
    const start = startingWork(pageOf(''), storage, makeStorage())
    expect(start).toEqual({ experiment: withSaliency(3), notice: null, storage })
  })

  test('a file: what was saved in it, not the work of others; after a reload, what became of it', () => {
    const [storage, session] = [makeStorage(), makeStorage()]
    writeWork(storage, workKey, withSaliency(3))
    writeWork(session, workKey, withSaliency(4))
    const start = startingWork(saved, storage, session)
    expect(start.experiment).toEqual(withSaliency(0.5))
    writeWork(start.storage, workKey, withSaliency(2))
    expect(startingWork(saved, storage, session).experiment).toEqual(withSaliency(2))
    const other = pageOf(documentText(withSaliency(0.75)))
    expect(startingWork(other, storage, session).experiment).toEqual(withSaliency(0.75))
    // A new window.
    expect(startingWork(saved, storage, makeStorage()).experiment).toEqual(withSaliency(0.5))
  })

  test('a file where storage is blocked', () => {
    expect(startingWork(saved, null, null)).toEqual({ experiment: withSaliency(0.5), notice: null, storage: null })
  })

  test('a file whose document is broken: a sentence, and a fresh start', () => {
    const start = startingWork(pageOf('{"version": 3'), null, makeStorage())
    expect(start.experiment).toBe(null)
    expect(start.notice).toMatch(/^The experiment in this file could not be read, so this is a fresh start\. /)
  })
})
