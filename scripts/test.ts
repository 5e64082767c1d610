/** `npm test`: every check of the house in one order, stopping at the first that fails, with one true count at the end. */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import {
  addCounts,
  type Counts,
  failedStep,
  lastLine,
  NO_TESTS,
  readCounts,
  readFailures,
  readUnsteady,
} from './counts.ts'
import { prepareMachine } from './machine.ts'

type Step = {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  /** Where the step leaves what its tests did. */
  readonly results?: string
}

const house = join(import.meta.dirname, '..')
const RESULTS = join(house, 'build/test-results')

const STEPS: readonly Step[] = [
  { name: 'types', command: ['npm', 'run', '-s', 'types'] },
  { name: 'format, lint and unused code', command: ['npm', 'run', '-s', 'lint'] },
  { name: 'lock of the packages', command: ['node', 'scripts/check-lock.ts'] },
  { name: 'directions of imports', command: ['node', 'scripts/check-imports.ts'] },
  { name: 'rules of the house', command: ['node', 'scripts/check-house.ts'] },
  { name: 'generated documents', command: ['node', 'scripts/check-generated.ts'] },
  { name: 'unit and operation tests', command: ['vitest', 'run'], results: join(RESULTS, 'vitest.json') },
  { name: 'web build', command: ['npm', 'run', '-s', 'build'] },
  { name: 'browser journeys', command: ['node', 'scripts/journeys.ts'], results: join(RESULTS, 'journeys.json') },
]

function main(): number {
  const started = performance.now()
  rmSync(RESULTS, { recursive: true, force: true })
  heading('what the machine must have', 0)
  try {
    prepareMachine(console.log)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    return 1
  }
  let counts = NO_TESTS
  let stopped: string | undefined
  let failures: readonly string[] = []
  for (const [place, step] of STEPS.entries()) {
    heading(step.name, place + 1)
    const from = performance.now()
    const status = run(step.command)
    const found = step.results === undefined ? NO_TESTS : countsOf(step.results)
    const wrong =
      status !== 0 || found.failed > 0 || found.skipped > 0 || (step.results !== undefined && found.passed === 0)
    counts = addCounts(counts, wrong ? failedStep(found) : found)
    console.log(`${wrong ? 'FAILED' : 'ok'}  ${step.name}  ${seconds(from)}`)
    if (step.results !== undefined)
      for (const test of listed(step.results, readUnsteady)) console.log(`\nunsteady: ${test}`)
    if (wrong) {
      if (found.skipped > 0) console.log(`${found.skipped} tests were skipped: every test runs here.`)
      stopped = step.name
      failures = step.results === undefined ? [] : listed(step.results, readFailures)
      break
    }
  }
  for (const failure of failures) console.log(`\nfailed: ${failure}`)
  console.log(`\n${stopped === undefined ? 'All checks done' : `Stopped at: ${stopped}`}  ${seconds(started)}`)
  console.log(lastLine(counts))
  return stopped === undefined ? 0 : 1
}

function run([program, ...args]: readonly [string, ...string[]]): number {
  // Both the tools and Node itself come from node_modules, whatever the shell's own `node` is.
  const tools = join(house, 'node_modules', '.bin')
  const { status, error } = spawnSync(program, args, {
    cwd: house,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PATH: `${tools}${delimiter}${process.env.PATH ?? ''}`,
      // Some tools take any FORCE_COLOR, even 0, for a wish for colour: only the absence of colour is asked for.
      ...(process.env.FORCE_COLOR === undefined && { NO_COLOR: '1' }),
    },
    shell: process.platform === 'win32',
  })
  if (error !== undefined) console.error(error.message)
  return status ?? 1
}

function countsOf(file: string): Counts {
  try {
    return readCounts(readFileSync(file, 'utf8'))
  } catch {
    return NO_TESTS
  }
}

function listed(file: string, read: (json: string) => string[]): readonly string[] {
  try {
    return read(readFileSync(file, 'utf8'))
  } catch {
    return []
  }
}

function heading(name: string, place: number): void {
  console.log(`\n=== ${place}/${STEPS.length} ${name} ===`)
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}

process.exitCode = main()
