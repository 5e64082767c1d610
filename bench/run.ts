/** `npm run bench -- NAME [--scale 0.1] [--seed 7] [--data FOLDER [--load]]`: one measurement by name; prints a table and, last, one line of JSON. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Bench } from './report.ts'
import { printReport, told } from './report.ts'

const NOT_A_BENCH = new Set([
  'run.ts',
  'report.ts',
  'database.ts',
  'figures-data.ts',
  'cases-data.ts',
  'cases-http.ts',
  'serving.ts',
  'serving-process.ts',
  'cases-watch.ts',
  'forms-data.ts',
  'forms-typing.ts',
  'forms-autosave.ts',
  'processor-time.ts',
  'auditor-once.ts',
])

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    scale: { type: 'string', default: '1' },
    plans: { type: 'boolean', default: false },
    seed: { type: 'string' },
    data: { type: 'string' },
    load: { type: 'boolean', default: false },
  },
})
const names = (await readdir(import.meta.dirname))
  .filter((file) => file.endsWith('.ts') && !NOT_A_BENCH.has(file))
  .map((file) => file.slice(0, -'.ts'.length))
const name = positionals[0] ?? ''
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME [--scale 0.1]; NAME is one of: ${names.join(', ')}`)
  process.exitCode = 2
} else {
  // Each bench exports `bench`; the name was checked against the folder above.
  const { bench } = (await import(join(import.meta.dirname, `${name}.ts`))) as { bench: Bench }
  const scale = Number(values.scale)
  const results = await bench({
    scale,
    plans: values.plans,
    seed: values.seed === undefined ? null : Number(values.seed),
    data: values.data ?? null,
    loadOnly: values.load,
    log: (line) => console.error(line),
  })
  printReport(name, [told('scale', scale, 'of full size'), ...results])
}
