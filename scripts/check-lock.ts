/** Checks that `npm ci` will accept package-lock.json on every machine; `--write` completes it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { completeLock, type Lock, missingFromLock } from './lock.ts'

const file = join(import.meta.dirname, '..', 'package-lock.json')
const read = (): Lock => JSON.parse(readFileSync(file, 'utf8')) as Lock
if (process.argv.includes('--write')) writeFileSync(file, `${JSON.stringify(completeLock(read()), null, 2)}\n`)
const lock = read()
const missing = missingFromLock(lock)
for (const { name, wanted, by } of missing) console.error(`${name}@${wanted}, asked for by ${by}, is not in the lock`)
console.log(`${Object.keys(lock.packages).length} packages in the lock, ${missing.length} missing`)
if (missing.length > 0) console.error('npm exec -- node scripts/check-lock.ts --write')
process.exitCode = missing.length > 0 ? 1 : 0
