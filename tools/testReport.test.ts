import { describe, expect, test } from 'vitest'
import { isNodeSupported } from './install.mjs'
import { countReport, formatTable, parseFlags, summaryLine } from './testReport.mjs'

describe('counting', () => {
  test('a step without a report is one check', () => {
    expect(countReport(undefined, 0)).toEqual({ passed: 1, failed: 0 })
    expect(countReport(undefined, 2)).toEqual({ passed: 0, failed: 1 })
  })

  test('a step with a report counts its tests', () => {
    expect(countReport({ numPassedTests: 7, numFailedTests: 2, numTotalTests: 9 }, 1)).toEqual({ passed: 7, failed: 2 })
    expect(countReport({ numPassedTests: 7, numFailedTests: 0, numTotalTests: 7 }, 0)).toEqual({ passed: 7, failed: 0 })
  })

  test('a bad end, a missing report and an empty one are failures', () => {
    expect(countReport({ numPassedTests: 7, numFailedTests: 0, numTotalTests: 7 }, 1)).toEqual({ passed: 7, failed: 1 })
    expect(countReport(null, 0)).toEqual({ passed: 0, failed: 1 })
    expect(countReport({ numPassedTests: 0, numFailedTests: 0, numTotalTests: 0 }, 0)).toEqual({ passed: 0, failed: 1 })
  })
})

test('the last line adds all steps up', () => {
  const results = [
    { name: 'types', seconds: 1, passed: 1, failed: 0 },
    { name: 'unit', seconds: 2.34, passed: 40, failed: 3 },
  ]
  expect(summaryLine(results)).toBe('41 passed, 3 failed')
  expect(formatTable(results).split('\n').at(-1)).toBe('unit            40       3      2.3')
})

test('flags', () => {
  expect(parseFlags([], ['unit'])).toEqual({ only: null, withBench: false })
  expect(parseFlags(['--only', 'unit,types', '--bench'], ['types', 'unit'])).toEqual({
    only: ['unit', 'types'],
    withBench: true,
  })
  expect(() => parseFlags(['--only', 'unti'], ['unit'])).toThrow('--only takes unit; found "unti"')
  expect(() => parseFlags(['--fast'], [])).toThrow('Unknown argument --fast')
})

test.each([
  ['18.20.4', false],
  ['20.18.1', false],
  ['20.19.0', true],
  ['21.7.3', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['24.0.0', true],
])('Node %s: %s', (version, isSupported) => {
  expect(isNodeSupported(version)).toBe(isSupported)
})
