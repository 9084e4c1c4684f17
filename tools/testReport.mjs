// What `npm test` counts and prints.

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {Counts & { name: string, seconds: number }} StepResult */

/**
 * Counts the tests of a vitest (or bench) report. Without one, a step counts as one check. A step that ended badly is
 * never free of failures, whatever its report says: a file that could not be loaded holds no failed test.
 * @param {unknown} report undefined where the step writes none, null where it should have @param {number} exitCode @returns {Counts}
 */
export function countReport(report, exitCode) {
  if (report === undefined) return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numTotalTests = 0,
  } = /** @type {Record<string, number>} */ (report ?? {})
  const isFailure = exitCode !== 0 || report === null || numTotalTests === 0
  return { passed: numPassedTests, failed: isFailure ? Math.max(1, numFailedTests) : numFailedTests }
}

/** @param {readonly StepResult[]} results */
export function formatTable(results) {
  const head = `${'step'.padEnd(10)}${'passed'.padStart(8)}${'failed'.padStart(8)}${'seconds'.padStart(9)}`
  const rows = results.map(
    ({ name, passed, failed, seconds }) =>
      `${name.padEnd(10)}${String(passed).padStart(8)}${String(failed).padStart(8)}${seconds.toFixed(1).padStart(9)}`,
  )
  return [head, '─'.repeat(head.length), ...rows].join('\n')
}

/** @param {readonly Counts[]} results */
export function summaryLine(results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  return `${passed} passed, ${failed} failed`
}

/** Reads `--only a,b` and `--bench`; anything else is an error that names what exists. @param {string[]} args @param {string[]} names */
export function parseFlags(args, names) {
  const flags = /** @type {{ only: string[] | null, withBench: boolean }} */ ({ only: null, withBench: false })
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--bench') flags.withBench = true
    else if (args[i] === '--only') {
      flags.only = (args[++i] ?? '').split(',')
      const unknown = flags.only.filter((name) => !names.includes(name))
      if (unknown.length > 0) throw new Error(`--only takes ${names.join(', ')}; found "${unknown.join(',')}".`)
    } else throw new Error(`Unknown argument ${args[i]}. There are --only with a list of steps, and --bench.`)
  }
  return flags
}
