import { describe, expect, it } from 'vitest'
import { parseRoute, unknownRouteSentence, views } from './routes.ts'

describe('parseRoute', () => {
  it('finds every view of the table', () => {
    for (const view of views) expect(parseRoute(view.hash)).toEqual({ view: view.id, unknown: null })
  })

  it('starts at the landscape without a hash, and forgives a slash or a query at the end', () => {
    for (const hash of ['', '#', '#/', '#/landscape/', '#/landscape?x=1']) {
      expect(parseRoute(hash)).toEqual({ view: 'landscape', unknown: null })
    }
  })

  it('reports an address without a page, cut to a readable length', () => {
    expect(parseRoute('#/foo')).toEqual({ view: 'landscape', unknown: '#/foo' })
    expect(parseRoute(`#/${'x'.repeat(9000)}`).unknown).toHaveLength(41)
    expect(parseRoute(`#${'/'.repeat(200_000)}x`).unknown).toHaveLength(41)
    expect(unknownRouteSentence('#/foo')).toBe("There is no page '#/foo', so here is the landscape.")
  })
})
