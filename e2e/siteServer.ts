import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { root } from '../tools/install.mjs'

/** The built site. */
export const siteFolder = join(root, 'dist')

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

export interface SiteOptions {
  readonly folder?: string
  /** Where the site stands on the server: `/` or `/a/b/`. */
  readonly path?: string
  /** Sent with every answer. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface SiteServer {
  readonly address: string
  /** Serves another folder from now on, as after a new build. */
  readonly show: (folder: string) => void
  /** Ends all connections: the network is gone. */
  readonly stop: () => Promise<void>
}

/** A plain server as anybody has one: no CORS header, no rewriting, nothing but files. It can be stopped, and change what it serves. */
export async function serveSite({
  folder = siteFolder,
  path = '/',
  headers = {},
}: SiteOptions = {}): Promise<SiteServer> {
  let shown = folder
  const server: Server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site')
    const name = decodeURI(pathname).slice(path.length) || 'index.html'
    const file = join(shown, name)
    if (!pathname.startsWith(path) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404, headers).end()
      return
    }
    response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', ...headers })
    createReadStream(file).pipe(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  if (bound === null || typeof bound === 'string') throw new Error('The server has no port.')
  return {
    address: `http://127.0.0.1:${bound.port}${path}`,
    show: (next) => (shown = next),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
