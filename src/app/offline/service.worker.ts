/**
 * Keeps the page of one build, so that it opens without a network. The last step of the build (tools/serviceWorker.mjs) puts in which files that are, and writes
 * dist/sw.js. All others pass by: embed pages, other people's files, downloads.
 */
import { dropEarlier, earlierFile, fileAt, keepFiles, keptFile, type Build, type FileHashes } from './appFiles.ts'

declare const self: ServiceWorkerGlobalScope
declare const __FILES__: FileHashes
declare const __BUILD__: string

const build: Build = { files: __FILES__, scope: self.registration.scope, version: __BUILD__ }
/** Parts of any build: their names hold their contents. */
const partsFolder = new URL('assets/', build.scope).href

self.addEventListener('install', (event) => {
  // Past the browser's own cache, which may hold files of another build.
  event.waitUntil(keepFiles(caches, (address) => fetch(address, { cache: 'no-cache' }), build))
})

self.addEventListener('activate', (event) => {
  const takeOver = async () => {
    // The one window that asked for this build loads it now. Others go on with the build that they show.
    if ((await windows()).length <= 1) await dropEarlier(caches, build)
    await self.clients.claim()
  }
  event.waitUntil(takeOver())
})

self.addEventListener('message', ({ data }) => {
  // A new build waits until it is asked for: nothing changes under a person's hands.
  if (data === 'take over') void self.skipWaiting()
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method !== 'GET') return
  if (fileAt(request.url, build.scope, build.files) !== null) {
    event.respondWith(orNetwork(keptFile(caches, build, request.url), request))
  } else if (request.url.startsWith(partsFolder)) {
    event.respondWith(orNetwork(earlierFile(caches, build, request.url), request))
  }
  if (request.mode === 'navigate') event.waitUntil(tidy())
})

async function orNetwork(kept: Promise<Response | undefined>, request: Request): Promise<Response> {
  // Storage can fail at any time; the network may still be there.
  const found = await kept.catch(() => undefined)
  return found ?? fetch(request)
}

/** A first window opens: nobody shows an earlier build any more. */
async function tidy(): Promise<void> {
  if ((await windows()).length === 0) await dropEarlier(caches, build)
}

function windows() {
  return self.clients.matchAll({ type: 'window', includeUncontrolled: true })
}
