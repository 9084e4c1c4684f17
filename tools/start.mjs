// `npm start`: installs, builds and serves Memoryscape, as far as each is needed, and prints the address.
import { buildIfStale } from './build.mjs'
import { installDependencies, requireNode } from './install.mjs'
import { freePort, serve } from './serve.mjs'

const wantedPort = 4173

requireNode()
process.on('SIGINT', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
await installDependencies()
if (!buildIfStale()) {
  console.error('The site could not be built: the message above says why.')
  process.exit(1)
}
const port = await freePort(wantedPort)
if (port !== wantedPort) console.log(`Port ${wantedPort} is busy, so Memoryscape is on port ${port}.`)
const { address } = await serve(port)
console.log(`\n  Memoryscape is at  ${address}\n\n  Open it in a browser. Ctrl-C ends the server.\n`)
