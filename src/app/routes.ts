/** One line per view that exists. The navigation and the router read this table. */
export const views = [
  { id: 'landscape', hash: '#/landscape', title: 'Landscape', about: 'two neurons, two memories' },
  { id: 'recall', hash: '#/recall', title: 'Recall', about: 'a network of pixels' },
] as const

export type ViewId = (typeof views)[number]['id']

export interface Route {
  readonly view: ViewId
  /** What the address asked for, where there is no such page; null where it was understood. */
  readonly unknown: string | null
}

/** Where an address that names no page leads. */
const home: ViewId = 'landscape'
/** A longer address is cut in the notice: nobody reads it. */
const longestShownHash = 40

/** The view of a hash such as `#/landscape`. An empty hash is the first view; anything unknown as well, and it is reported. */
export function parseRoute(hash: string): Route {
  const path = hash.replace(/[?&].*$/, '').replace(/(?<!\/)\/+$/, '')
  const view = views.find((candidate) => candidate.hash === path)
  if (view) return { view: view.id, unknown: null }
  if (path === '' || path === '#') return { view: home, unknown: null }
  return { view: home, unknown: path.length > longestShownHash ? `${path.slice(0, longestShownHash)}…` : path }
}

/** The sentence for an address without a page. */
export function unknownRouteSentence(hash: string): string {
  return `There is no page '${hash}', so here is the landscape.`
}
