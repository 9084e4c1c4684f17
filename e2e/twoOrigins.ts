import { createServer, type OutgoingHttpHeaders } from 'node:http'
import { serveSite, siteFolder } from './siteServer.ts'

// The built site on one origin, and pages that embed it on another: two ports of this machine.

export interface HostPage {
  /** What stands in the body. */
  readonly body: string
  readonly head?: string
  /** Of `<html>`. */
  readonly attributes?: string
  readonly headers?: OutgoingHttpHeaders
}

export interface TwoOrigins {
  /** Address of the lab, with a slash at its end. Its server allows no other origin to read its files. */
  readonly lab: string
  readonly host: string
  /** Puts a page on the host's origin, in the place of the one before. Returns its address. */
  readonly show: (page: HostPage) => string
  /** Headers of all files of the lab. */
  readonly setLabHeaders: (headers: Readonly<Record<string, string>>) => void
  readonly close: () => Promise<void>
}

/** Serves both. */
export async function twoOrigins(folder: string = siteFolder): Promise<TwoOrigins> {
  const labHeaders: Record<string, string> = {}
  const lab = await serveSite({ folder, headers: labHeaders })
  let page: HostPage = { body: '' }
  let count = 0
  const server = createServer((request, response) => {
    const isPage = request.url?.startsWith('/page') ?? false
    response.writeHead(isPage ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...page.headers })
    response.end(isPage ? htmlOf(page) : '')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const at = server.address()
  if (at === null || typeof at === 'string') throw new Error('The server has no port.')
  const host = `http://127.0.0.1:${at.port}/`
  return {
    lab: lab.address,
    host,
    show(next) {
      page = next
      return `${host}page-${++count}`
    },
    setLabHeaders(headers) {
      for (const name of Object.keys(labHeaders)) Reflect.deleteProperty(labHeaders, name)
      Object.assign(labHeaders, headers)
    },
    async close() {
      await lab.stop()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
    },
  }
}

function htmlOf({ body, head = '', attributes = '' }: HostPage): string {
  const meta = '<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
  // An icon of its own, or the browser asks for one.
  const icon = '<link rel="icon" href="/page-icon">'
  return `<!doctype html><html lang="en" ${attributes}><head>${meta}${icon}<title>A page</title>${head}</head><body>${body}</body></html>`
}
