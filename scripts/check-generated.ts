/** Compares docs/generated with what the code makes; `--write` brings it up to date. */
import { join } from 'node:path'
import { generatedDocuments, staleDocuments, writeDocuments } from './generated.ts'

const house = join(import.meta.dirname, '..')
const documents = generatedDocuments()
if (process.argv.includes('--write')) writeDocuments(house, documents)
const stale = staleDocuments(house, documents)
for (const line of stale) console.error(line)
console.log(`${documents.length} generated documents, ${stale.length} not up to date`)
if (stale.length > 0) console.error('npm exec -- node scripts/check-generated.ts --write')
process.exitCode = stale.length > 0 ? 1 : 0
