import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPlaywright, countReport, countVitest, inWords, oneCheck, sum } from '../../../scripts/lib/results.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-results-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const vitestReport = (more: object = {}) => ({
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 0,
  testResults: [],
  ...more,
})

function report(contents: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, typeof contents === 'string' ? contents : JSON.stringify(contents))
  return file
}

describe('the count over all runners', () => {
  it('adds up and reads as the last line does', () => {
    const counts = [oneCheck(true), oneCheck(false), { passed: 40, failed: 0, skipped: 2 }]
    expect(inWords(sum(counts))).toBe('41 passed, 1 failed, 2 skipped')
  })

  it('takes what vitest wrote', () => {
    expect(countReport(report(vitestReport()), 0, countVitest)).toEqual({ passed: 5, failed: 0, skipped: 1 })
  })

  it('counts a test file that cannot be loaded as a failure', () => {
    const broken = vitestReport({ testResults: [{ status: 'failed', assertionResults: [] }] })
    expect(countReport(report(broken), 1, countVitest).failed).toBe(1)
  })

  it('counts a test file with a failed test once', () => {
    const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }]
    expect(countReport(report(vitestReport({ numFailedTests: 1, testResults: files })), 1, countVitest).failed).toBe(1)
  })

  it('takes a test that passed at the second attempt as passed, and an error outside any test as a failure', () => {
    const written = { stats: { expected: 7, flaky: 1, unexpected: 2, skipped: 3 }, errors: [{ message: 'no server' }] }
    expect(countReport(report(written), 1, countPlaywright)).toEqual({ passed: 8, failed: 3, skipped: 3 })
  })

  it.each([
    ['failed without a failed test', vitestReport(), 1],
    ['ran no test at all', vitestReport({ numPassedTests: 0, numPendingTests: 0 }), 0],
    ['wrote half a report', '{"numPassedTests": 5', 0],
  ])('has a failure for a runner that %s', (_, contents, code) => {
    expect(countReport(report(contents), code, countVitest).failed).toBe(1)
  })

  it('has a failure for a runner that wrote nothing, also when an earlier run did', () => {
    const file = report(vitestReport())
    countReport(file, 0, countVitest)
    expect(existsSync(file)).toBe(false)
    expect(countReport(file, 0, countVitest)).toEqual(oneCheck(false))
  })
})
