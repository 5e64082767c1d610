import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Endpoint, FileAnswer } from '#kernel/endpoint.ts'
import { toProblemBody } from '#kernel/problem.ts'
import { type Language, type ProblemMessages, translateProblem } from '#kernel/problem-messages.ts'
import { SYSTEM } from '#server/actor.ts'
import { readConfig } from '#server/config.ts'
import { connect } from '#server/db.ts'
import { handlersByEvent } from '#server/events.ts'
import { readTexts } from '#server/http-input.ts'
import { perform } from '#server/operation.ts'
import { AUDIT_USAGE, runAuditCommand } from './audit-command.ts'
import { type BackupCommand, runBackupCommand } from './backup-command.ts'
import { sharedDatabase } from './database.ts'
import { modules } from './modules.ts'

/**
 * `npm run haidang -- MODULE VERB-NOUN --field value …`: every operation as a command, run as the platform itself
 * on the machine's own database. Whoever can start it already holds the database.
 */
const operations = modules.flatMap((module) => module.operations)
const [moduleName, verb, ...rest] = process.argv.slice(2)
const chosen = operations.find(({ endpoint }) => endpoint.id === `${moduleName}.${verb}`)
if (moduleName === 'backup' || moduleName === 'restore') {
  await keepOrBringBack(moduleName)
} else if (moduleName === 'audit') {
  process.exitCode = await runAuditCommand({
    args: process.argv.slice(3),
    language: language(),
    // npm changes into the folder of the package; people name files from where they are.
    folder: process.env.INIT_CWD ?? process.cwd(),
    out: (bytes) => process.stdout.write(bytes),
    err: (line) => console.error(line),
  })
} else if (!chosen) {
  console.log(listing())
  process.exitCode = moduleName === undefined || moduleName === '--help' ? 0 : 1
} else if (rest.includes('--help')) {
  console.log(usage(chosen.endpoint))
} else {
  await run()
}

async function keepOrBringBack(command: BackupCommand): Promise<void> {
  const passphrase = process.env.BACKUP_PASSPHRASE || undefined
  try {
    await runBackupCommand(command, { config: readConfig(), file: verb, passphrase, log: (line) => console.log(line) })
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown)
    process.exitCode = 1
  }
}

async function run(): Promise<void> {
  if (!chosen) return
  const config = readConfig()
  const database = await sharedDatabase(config, (line) => console.error(line))
  const db = connect(database.url, { poolSize: 2 })
  try {
    const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
    const answer = await perform(chosen, inputOf(chosen.endpoint), { db, actor: SYSTEM, handlers })
    if (chosen.endpoint.answers === 'file') await keep(answer as FileAnswer)
    else console.log(JSON.stringify(answer, null, 2))
  } catch (thrown) {
    const problems: ProblemMessages = Object.assign({}, ...modules.map((module) => module.problems))
    console.error(JSON.stringify(translateProblem(problems, toProblemBody(thrown), language()), null, 2))
    process.exitCode = 1
  } finally {
    await db.destroy()
    await database.stop()
  }
}

function language(): Language {
  return process.env.LANG?.startsWith('en') ? 'en' : 'vi'
}

function inputOf(endpoint: Endpoint): Record<string, unknown> {
  const options = Object.fromEntries(
    Object.keys(endpoint.input.shape).map((name) => [flagOf(name), { type: 'string' as const }]),
  )
  const { values } = parseArgs({ args: rest, options: { ...options, input: { type: 'string' } } })
  const { input = '{}', ...flags } = values as Record<string, string>
  const texts = Object.fromEntries(
    Object.keys(endpoint.input.shape).flatMap((name) => {
      const value = flags[flagOf(name)]
      return value === undefined ? [] : [[name, value]]
    }),
  )
  return { ...(JSON.parse(input) as object), ...readTexts(endpoint, texts) }
}

async function keep(file: FileAnswer): Promise<void> {
  const path = join(process.cwd(), file.name.replaceAll(/[\\/]/g, '_'))
  await writeFile(path, file.bytes)
  console.log(path)
}

function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

function usage(endpoint: Endpoint): string {
  const fields = Object.keys(endpoint.input.shape).map((name) => `  --${flagOf(name)}`)
  return [
    `${endpoint.summary.vi} / ${endpoint.summary.en}`,
    `${endpoint.permission}`,
    ...fields,
    '  --input JSON',
  ].join('\n')
}

function listing(): string {
  const lines = operations.map(({ endpoint }) => {
    const [name, verbNoun] = endpoint.id.split('.')
    return `  ${`${name} ${verbNoun}`.padEnd(48)} ${endpoint.summary.vi}`
  })
  const own = ['npm run haidang -- backup FILE', 'npm run haidang -- restore FILE', AUDIT_USAGE]
  return ['npm run haidang -- MODULE VERB-NOUN [--field value …] [--input JSON]', ...own, '', ...lines.toSorted()].join(
    '\n',
  )
}
