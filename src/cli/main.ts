import process from 'node:process'
import { runProgram } from './program.ts'

// Whoever reads the output may have seen enough: `memoryscape run … | head`.
process.stdout.on('error', (error: Error & { code?: string }) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})
// Progress that nobody reads stops nothing.
process.stderr.on('error', () => {})

// The code is set rather than the process ended, so that what was written is written out.
process.exitCode = await runProgram(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  onInterrupt(listener) {
    process.once('SIGINT', listener)
    process.once('SIGTERM', listener)
    return () => {
      process.off('SIGINT', listener)
      process.off('SIGTERM', listener)
    }
  },
  now: () => performance.now(),
})
