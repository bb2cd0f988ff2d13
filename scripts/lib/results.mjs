import { readFileSync, rmSync } from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** @type {Count} */
export const NONE = { passed: 0, failed: 0, skipped: 0 }

/** @param {boolean} passed @returns {Count} */
export const oneCheck = (passed) => (passed ? { ...NONE, passed: 1 } : { ...NONE, failed: 1 })

/** @param {readonly Count[]} counts @returns {Count} */
export const sum = (counts) =>
  counts.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    NONE,
  )

/** @param {Count} count */
export const inWords = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`

/**
 * @typedef {object} VitestReport what vitest's json reporter writes, as far as it counts here
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults a file each
 */

/**
 * @typedef {object} PlaywrightReport likewise
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly unknown[]} errors outside any test
 */

/**
 * Counts what a runner wrote, and mistrusts it: one that failed without a failed test, or ran no test at all, has failed once.
 * @template Report
 * @param {string} file of its JSON reporter; it is taken away, so that an old one never counts
 * @param {number} code its exit code
 * @param {(report: Report) => Count} count
 * @returns {Count}
 */
export function countReport(file, code, count) {
  try {
    const counted = count(JSON.parse(readFileSync(file, 'utf8')))
    const silent = counted.failed === 0 && (code !== 0 || counted.passed + counted.skipped === 0)
    return silent ? { ...counted, failed: 1 } : counted
  } catch {
    return oneCheck(false)
  } finally {
    rmSync(file, { force: true })
  }
}

/** @param {VitestReport} report a file that cannot be loaded has failed without a test @returns {Count} */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
  const broken = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests }
}

/** @param {PlaywrightReport} report @returns {Count} */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: stats.skipped }
}
