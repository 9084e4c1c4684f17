/** The files of one build: their paths below the folder of the page, and of each the first 16 bytes of its SHA-256 in hex. */
export type FileHashes = Readonly<Record<string, string>>

/** Of the browser's caches, what is used. */
export type CacheLine = Pick<CacheStorage, 'open' | 'keys' | 'delete'>

const pageFile = 'index.html'
const hashBytes = 16
/** What the browser has undone by the time that a body is read; said again, it would be undone twice. */
const undoneHeaders = ['content-encoding', 'content-length', 'transfer-encoding']

/** Which file of the build an address asks for; null for everything else, which the worker leaves alone. `scope`: the folder of the page. */
export function fileAt(address: string, scope: string, files: FileHashes): string | null {
  const [asked, folder] = [new URL(address), new URL(scope)]
  if (asked.origin !== folder.origin || !asked.pathname.startsWith(folder.pathname)) return null
  const path = asked.pathname.slice(folder.pathname.length)
  const file = path === '' ? pageFile : path
  return Object.hasOwn(files, file) ? file : null
}

/** Several of these pages may stand on one server, and share its caches: a name holds the folder. It has a space, which no address has. */
export function cachePrefix(scope: string): string {
  return `memoryscape ${new URL(scope).pathname} `
}

/** Keeps every file of the build in its cache. Throws when one cannot be had as this build made it: then nothing of it is used. */
export async function keepFiles(
  caches: CacheLine,
  fetchFile: (address: string) => Promise<Response>,
  { files, scope, version }: Build,
): Promise<void> {
  const prefix = cachePrefix(scope)
  const name = prefix + version
  const cache = await caches.open(name)
  const others = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== name)
  const earlier = await Promise.all(others.map((key) => caches.open(key)))

  const keep = async ([file, hash]: readonly [string, string]) => {
    const address = new URL(file, scope).href
    const known = await Promise.all([cache, ...earlier].map((store) => store.match(address)))
    const hashes = await Promise.all(known.map(async (response) => response && hashOf(response.clone())))
    const place = hashes.indexOf(hash)
    const same = known[place]
    if (same) return place === 0 ? undefined : cache.put(address, same)
    const fresh = await plainCopy(await fetchFile(address))
    if ((await hashOf(fresh.clone())) !== hash) throw new Error(`${file} is of another version.`)
    return cache.put(address, fresh)
  }
  await Promise.all(Object.entries(files).map(keep))
}

/** A build of the page in its folder. */
export interface Build {
  readonly files: FileHashes
  readonly scope: string
  /** Changes with any of the files. */
  readonly version: string
}

/** What is kept of a file of this build; undefined where it is gone, or never was. */
export async function keptFile(caches: CacheLine, { files, scope, version }: Build, address: string) {
  const file = fileAt(address, scope, files)
  if (file === null) return undefined
  const cache = await caches.open(cachePrefix(scope) + version)
  return cache.match(new URL(file, scope).href)
}

/** What an earlier build has of this address: a window that still shows that build may ask for more of it. Names of parts hold their contents, so nothing is mixed. */
export async function earlierFile(caches: CacheLine, { scope }: Build, address: string) {
  const names = (await caches.keys()).filter((key) => key.startsWith(cachePrefix(scope)))
  const found = await Promise.all(names.map(async (name) => (await caches.open(name)).match(address)))
  return found.find((response) => response !== undefined)
}

/** Drops the caches of all other builds in this folder. */
export async function dropEarlier(caches: CacheLine, { scope, version }: Build): Promise<void> {
  const prefix = cachePrefix(scope)
  const old = (await caches.keys()).filter((key) => key.startsWith(prefix) && key !== prefix + version)
  await Promise.all(old.map((key) => caches.delete(key)))
}

async function hashOf(response: Response): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()), 0, hashBytes)
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** A response without its history: one that was redirected may not answer a navigation. */
async function plainCopy(response: Response): Promise<Response> {
  if (!response.ok) throw new Error(`${response.url} answered with ${response.status}.`)
  const headers = new Headers(response.headers)
  for (const name of undoneHeaders) headers.delete(name)
  return new Response(await response.arrayBuffer(), { headers })
}
