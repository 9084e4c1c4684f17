import { afterEach, beforeEach, expect, vi } from 'vitest'

// A test that logs an error has found one: nothing may be reported to the console unnoticed.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    throw new Error(`unexpected console.error: ${parts.map(String).join(' ')}`)
  })
})

afterEach(() => {
  const calls = vi.isMockFunction(console.error) ? console.error.mock.calls : []
  vi.restoreAllMocks()
  expect(calls, 'console.error was called').toEqual([])
})
