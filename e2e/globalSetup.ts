import type { TestProject } from 'vitest/node'
import { buildIfStale } from '../tools/build.mjs'
import { freePort, serve } from '../tools/serve.mjs'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
  }
}

/** Serves the built site to all browser tests, on a port of its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!buildIfStale()) throw new Error('The site could not be built.')
  const { address, close } = await serve(await freePort(4273))
  project.provide('address', address)
  return close
}
