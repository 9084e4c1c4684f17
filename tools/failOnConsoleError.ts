import { afterEach, beforeEach, expect, vi } from 'vitest'

const reports: string[] = []

// A test that logs an error has found one: nothing may be reported to the console unnoticed.
beforeEach(() => {
  reports.length = 0
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    reports.push(parts.map(String).join(' '))
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  expect(reports, 'console.error was called').toEqual([])
})
