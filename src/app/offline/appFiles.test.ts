import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import {
  cachePrefix,
  dropEarlier,
  earlierFile,
  fileAt,
  keepFiles,
  keptFile,
  type Build,
  type CacheLine,
} from './appFiles.ts'

const scope = 'https://lab.example/courses/a/'
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)
const makeBuild = (version: string, contents: Readonly<Record<string, string>>): Build => ({
  scope,
  version,
  files: Object.fromEntries(Object.entries(contents).map(([file, text]) => [file, hashOf(text)])),
})

/** The browser's caches, as maps. */
function makeCaches() {
  const stores = new Map<string, Map<string, Response>>()
  const line = {
    open: async (name: string) => {
      const store = stores.get(name) ?? new Map<string, Response>()
      stores.set(name, store)
      return {
        match: async (address: string) => store.get(address)?.clone(),
        put: async (address: string, response: Response) => void store.set(address, response),
      } as unknown as Cache
    },
    keys: async () => [...stores.keys()],
    delete: async (name: string) => stores.delete(name),
  } satisfies CacheLine
  return { line, stores }
}

/** A server with some files. Notes what it was asked for. */
function makeServer(contents: Readonly<Record<string, string>>) {
  const asked: string[] = []
  const answer = async (address: string) => {
    const file = address.slice(scope.length)
    asked.push(file)
    const text = contents[file]
    const headers = { 'content-type': 'text/plain', 'content-encoding': 'gzip', 'x-own': file }
    return text === undefined ? new Response('', { status: 404 }) : new Response(text, { headers })
  }
  return { answer, asked }
}

const first = { 'index.html': 'page 1', 'assets/a.js': 'a', 'assets/b-1.js': 'b 1' }
const second = { 'index.html': 'page 2', 'assets/a.js': 'a', 'assets/b-2.js': 'b 2' }

describe('what an address asks for', () => {
  const { files } = makeBuild('1', first)
  test.each([
    [scope, 'index.html'],
    [`${scope}?source=app#/recall`, 'index.html'],
    [`${scope}index.html`, 'index.html'],
    [`${scope}assets/a.js`, 'assets/a.js'],
    [`${scope}assets/c.js`, null],
    [`${scope}embed.html`, null],
    [`${scope}toString`, null],
    ['https://lab.example/courses/assets/a.js', null],
    ['https://other.example/courses/a/index.html', null],
    ['blob:https://lab.example/courses/a/1', null],
  ])('%s → %s', (address, file) => expect(fileAt(address, scope, files)).toBe(file))
})

describe('a build', () => {
  test('is kept whole, with its headers but those that the browser has undone', async () => {
    const { line } = makeCaches()
    const build = makeBuild('1', first)
    await keepFiles(line, makeServer(first).answer, build)
    const page = await keptFile(line, build, scope)
    expect(await page?.clone().text()).toBe('page 1')
    expect(page?.headers.get('x-own')).toBe('index.html')
    expect(page?.headers.get('content-encoding')).toBe(null)
    expect(await keptFile(line, build, `${scope}embed.html`)).toBe(undefined)
  })

  test('takes from the earlier one what is the same', async () => {
    const { line } = makeCaches()
    await keepFiles(line, makeServer(first).answer, makeBuild('1', first))
    const server = makeServer(second)
    const build = makeBuild('2', second)
    await keepFiles(line, server.answer, build)
    expect(server.asked.toSorted()).toEqual(['assets/b-2.js', 'index.html'])
    expect(await (await keptFile(line, build, `${scope}assets/a.js`))?.text()).toBe('a')
  })

  test('goes on where it was interrupted', async () => {
    const { line } = makeCaches()
    const build = makeBuild('1', first)
    await expect(keepFiles(line, makeServer({ ...first, 'assets/a.js': 'other' }).answer, build)).rejects.toThrow(
      'assets/a.js is of another version.',
    )
    // The others were still on their way.
    await new Promise((resolve) => setTimeout(resolve, 50))
    const server = makeServer(first)
    await keepFiles(line, server.answer, build)
    expect(server.asked).toEqual(['assets/a.js'])
  })

  test('is refused where a file is missing', async () => {
    const { 'assets/b-1.js': _, ...some } = first
    await expect(keepFiles(makeCaches().line, makeServer(some).answer, makeBuild('1', first))).rejects.toThrow('404')
  })

  test('leaves the earlier one to windows that show it, until it is dropped', async () => {
    const { line, stores } = makeCaches()
    await keepFiles(line, makeServer(first).answer, makeBuild('1', first))
    const build = makeBuild('2', second)
    await keepFiles(line, makeServer(second).answer, build)
    const foreign = await line.open(`${cachePrefix('https://lab.example/courses/b/')}1`)
    await foreign.put(`${scope}assets/x.js`, new Response('foreign'))
    expect(await (await earlierFile(line, build, `${scope}assets/b-1.js`))?.text()).toBe('b 1')
    expect(await earlierFile(line, build, `${scope}assets/x.js`)).toBe(undefined)
    await dropEarlier(line, build)
    expect([...stores.keys()]).toEqual([`${cachePrefix(scope)}2`, `${cachePrefix('https://lab.example/courses/b/')}1`])
  })
})
