/** `npm run journeys`: the browser journeys alone. The set-up builds the web pages when their sources have changed. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const house = join(import.meta.dirname, '..')
const vitest = join(house, 'node_modules/vitest/vitest.mjs')
const args = [vitest, 'run', '--config', 'vitest.journeys.config.ts', ...process.argv.slice(2)]
const { status } = spawnSync(process.execPath, args, { cwd: house, stdio: ['ignore', 'inherit', 'inherit'] })
process.exitCode = status ?? 1
