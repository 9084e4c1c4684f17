// Serves dist/ on this machine only.
import { createServer } from 'node:net'
import { root } from './install.mjs'

const host = '127.0.0.1'

/** Resolves to true if nobody listens on the port. @param {number} port @returns {Promise<boolean>} */
function isPortFree(port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })
}

/** The first free port from `wanted` on. @param {number} wanted */
export async function freePort(wanted) {
  for (let port = wanted; port < wanted + 100; port++) if (await isPortFree(port)) return port
  throw new Error(`No free port between ${wanted} and ${wanted + 99}.`)
}

/** Starts the server. Returns its address and a function that ends it. @param {number} port */
export async function serve(port) {
  const { preview } = await import('vite')
  const server = await preview({
    root,
    logLevel: 'warn',
    clearScreen: false,
    preview: { host, port, strictPort: true },
  })
  return { address: `http://${host}:${port}/`, close: () => server.close() }
}
