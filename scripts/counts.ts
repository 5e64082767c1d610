/** Adding up what test runs report. */

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 }

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
}

/** What a vitest JSON report counts; a test that is to be written counts as skipped. */
export function readCounts(json: string): Counts {
  const report = JSON.parse(json) as VitestReport
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  }
}

/** A step that failed is never shown as nought failed: one without a failed test of its own counts as one failure. */
export function failedStep(counts: Counts): Counts {
  return { ...counts, failed: Math.max(1, counts.failed) }
}

export function lastLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`
}
