/**
 * `npm run properties -- [ROUNDS] [FILE…]`: draws new cases for every property, a round a seed, and says which seed found what.
 * The test command draws the same cases each time; this is where unknown ones are met. What it finds becomes an example in a test.
 */
import { spawnSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readFailures } from './counts.ts'

const house = join(import.meta.dirname, '..')
const RESULTS = join(house, 'build/test-results/properties.json')
const DRAWS = /from 'fast-check'/

function main(): number {
  const [first = '3', ...rest] = process.argv.slice(2)
  const isCount = /^\d+$/.test(first)
  const rounds = isCount ? Number(first) : 3
  const wanted = isCount ? rest : [first, ...rest]
  const files = wanted.length > 0 ? wanted : filesWithProperties()
  const found: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const seed = Math.floor(Math.random() * 2 ** 31)
    console.log(`\n=== round ${round}/${rounds}: PROPERTY_SEED=${seed}, ${files.length} files ===`)
    const { status } = spawnSync(
      join(house, 'node_modules/.bin/vitest'),
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${RESULTS}`, ...files],
      {
        cwd: house,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, PROPERTY_SEED: String(seed), NO_COLOR: '1' },
      },
    )
    if (status === 0) continue
    found.push(...readFailures(readFileSync(RESULTS, 'utf8')).map((failure) => `seed ${seed}: ${failure}`))
    if (found.length === 0) found.push(`seed ${seed}: the run ended with ${status}`)
  }
  for (const failure of found) console.log(`\nfailed: ${failure}`)
  console.log(`\n${rounds} rounds, ${found.length} failed`)
  return found.length === 0 ? 0 : 1
}

function filesWithProperties(): string[] {
  return globSync(['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], { cwd: house })
    .filter((file) => DRAWS.test(readFileSync(join(house, file), 'utf8')))
    .toSorted()
}

process.exitCode = main()
