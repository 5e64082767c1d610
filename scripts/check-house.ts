/** Checks the rules of the house that nobody should have to remember. */
import { breaches, readTree } from './house-rules.ts'

const tree = readTree(process.cwd())
const found = breaches(tree)
for (const line of found) console.error(line)
console.log(`${tree.files.length} files, ${found.length} breaches of the rules of the house`)
process.exitCode = tree.files.length === 0 || found.length > 0 ? 1 : 0
