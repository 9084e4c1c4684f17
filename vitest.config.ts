import { defineConfig } from 'vitest/config'
import { kernelPlugin } from './tools/kernelPlugin.mjs'
import { versionDefine } from './tools/versionDefine.mjs'

/** Node 20 hides relaxed SIMD behind a flag, which later versions no longer know. The tests run over every kernel there is. */
const nodeFlags = process.versions.node.startsWith('20.') ? ['--experimental-wasm-relaxed-simd'] : []

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [kernelPlugin()],
        define: versionDefine,
        test: {
          name: 'unit',
          environment: 'node',
          pool: 'forks',
          execArgv: nodeFlags,
          include: ['{src,tools,bench}/**/*.test.{ts,tsx}'],
          setupFiles: ['tools/failOnConsoleError.ts'],
        },
      },
      {
        test: {
          name: 'browser',
          environment: 'node',
          include: ['e2e/**/*.test.ts'],
          exclude: ['e2e/package/**'],
          globalSetup: ['e2e/globalSetup.ts'],
          testTimeout: 120_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
      {
        test: {
          name: 'package',
          environment: 'node',
          include: ['e2e/package/**/*.test.ts'],
          globalSetup: ['e2e/package/pack.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
