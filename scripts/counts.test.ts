import { expect, test } from 'vitest'
import { addCounts, failedStep, lastLine, NO_TESTS, readCounts, readFailures, readUnsteady } from './counts.ts'
import { commandFor, NEEDS } from './machine.ts'

test('counts of a report, a skipped and an unwritten test both counting as skipped', () => {
  const report = { numPassedTests: 7, numFailedTests: 2, numPendingTests: 1, numTodoTests: 3, success: false }
  expect(readCounts(JSON.stringify(report))).toEqual({ passed: 7, failed: 2, skipped: 4 })
})

test('the last line adds up both runs', () => {
  const sum = addCounts({ passed: 410, failed: 0, skipped: 0 }, { passed: 12, failed: 1, skipped: 0 })
  expect(lastLine(sum)).toBe('422 passed, 1 failed')
})

test('a step that fails without a failed test is one failure; failed tests are not counted twice', () => {
  expect(failedStep(NO_TESTS).failed).toBe(1)
  expect(failedStep({ passed: 3, failed: 2, skipped: 0 }).failed).toBe(2)
})

test('failed tests are named with the beginning of what they said, and so is a file that could not begin', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'failed',
        message: '',
        assertionResults: [
          { fullName: 'holds', status: 'passed', failureMessages: [] },
          { fullName: 'breaks', status: 'failed', failureMessages: ['{ seed: 7 }', 'x'.repeat(5000)] },
        ],
      },
      { name: 'b.test.ts', status: 'failed', message: 'no such module', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [] },
    ],
  }
  const [one, other, ...rest] = readFailures(JSON.stringify(report))
  expect(one).toContain('a.test.ts > breaks\n{ seed: 7 }')
  expect(one?.length).toBeLessThan(1600)
  expect(other).toBe('b.test.ts: no such module')
  expect(rest).toEqual([])
})

test('a test that passed when it was tried again is named, with what the first try said', () => {
  const report = {
    testResults: [
      {
        name: 'a.test.ts',
        status: 'passed',
        message: '',
        assertionResults: [
          { fullName: 'holds', status: 'passed', failureMessages: [] },
          { fullName: 'wavers', status: 'passed', failureMessages: ['no such button'] },
          { fullName: 'breaks', status: 'failed', failureMessages: ['twice'] },
        ],
      },
    ],
  }
  expect(readUnsteady(JSON.stringify(report))).toEqual(['a.test.ts > wavers\nno such button'])
})

test('what is missing is one command to type', () => {
  expect(commandFor(NEEDS, 'linux')).toBe(
    'sudo apt-get update && sudo apt-get install -y --no-install-recommends chromium poppler-utils fontconfig fonts-croscore',
  )
  expect(commandFor(NEEDS.slice(0, 2), 'darwin')).toBe('brew install --cask chromium && brew install poppler')
})
