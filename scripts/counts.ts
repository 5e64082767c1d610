/** Adding up what test runs report. */

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

export const NO_TESTS: Counts = { passed: 0, failed: 0, skipped: 0 }

type VitestReport = {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[] | null
    }[]
  }[]
}

/** How much of one failure's message the end of a run repeats, in characters: a property's seed and counterexample fit. */
const MESSAGE_LENGTH = 1500

/** What a vitest JSON report counts; a test that is to be written counts as skipped. */
export function readCounts(json: string): Counts {
  const report = JSON.parse(json) as VitestReport
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** Each failed test as file, name and the beginning of its message: what a reader of only the last lines must see. */
export function readFailures(json: string): string[] {
  const report = JSON.parse(json) as VitestReport
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed')
    if (failed.length === 0 && file.status === 'failed') return [`${file.name}: ${shortened(file.message)}`]
    return failed.map(
      (test) => `${file.name} > ${test.fullName}\n${shortened((test.failureMessages ?? []).join('\n'))}`,
    )
  })
}

/** Each test that passed only when it was tried again, as file, name and what the first try said. */
export function readUnsteady(json: string): string[] {
  const report = JSON.parse(json) as VitestReport
  return report.testResults.flatMap((file) =>
    file.assertionResults.flatMap(({ status, fullName, failureMessages }) =>
      status === 'passed' && failureMessages && failureMessages.length > 0
        ? [`${file.name} > ${fullName}\n${shortened(failureMessages.join('\n'))}`]
        : [],
    ),
  )
}

function shortened(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)} …` : message
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
