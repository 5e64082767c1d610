/** The documents that are made from the code: what the platform offers, in files that a review can compare. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { modules } from '#main/modules.ts'
import { VERSION } from '#main/version.ts'
import type { Module } from '#server/module.ts'
import { openApiDocument } from '#server/openapi.ts'

export type Generated = { readonly path: string; readonly text: string }

/** What docs/generated must hold for the platform as it stands. */
export function generatedDocuments(): Generated[] {
  return [
    { path: 'docs/generated/openapi.json', text: `${JSON.stringify(openApiDocument(modules, VERSION), null, 2)}\n` },
    { path: 'docs/generated/permissions.md', text: permissionList(modules) },
    { path: 'docs/generated/events.md', text: eventList(modules) },
  ]
}

/** Paths whose committed text is not what the code makes, in words that say since where. */
export function staleDocuments(house: string, documents: readonly Generated[]): string[] {
  return documents.flatMap(({ path, text }) => {
    const committed = readText(join(house, path))
    if (committed === undefined) return [`${path}: is missing`]
    if (committed === text) return []
    const lines = committed.split('\n')
    const place = text.split('\n').findIndex((line, index) => line !== lines[index])
    return [`${path}: differs from line ${place + 1} on`]
  })
}

/** Writes the documents where they are committed. */
export function writeDocuments(house: string, documents: readonly Generated[]): void {
  for (const { path, text } of documents) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), text)
  }
}

function permissionList(all: readonly Module[]): string {
  const rows = all
    .flatMap(({ operations }) => operations.map(({ endpoint }) => endpoint))
    .toSorted((one, other) => compare(`${one.permission} ${one.id}`, `${other.permission} ${other.id}`))
    .map(
      ({ permission, id, audit, summary }) =>
        `| \`${permission}\` | \`${id}\` | ${audit} | ${summary.vi} | ${summary.en} |`,
    )
  return page('Permissions', 'Every operation and the permission it asks for. `audit` says what is logged.', [
    '| permission | operation | audit | tiếng Việt | English |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ])
}

function eventList(all: readonly Module[]): string {
  const rows = all
    .flatMap(({ name, handlers }) =>
      handlers.map((handler) => ({ on: handler.on, handler: handler.name, module: name })),
    )
    .toSorted((one, other) => compare(`${one.on} ${one.handler}`, `${other.on} ${other.handler}`))
    .map(({ on, handler, module }) => `| \`${on}\` | \`${handler}\` | ${module} |`)
  const schedules = all
    .flatMap(({ name, schedules = [] }) => schedules.map((schedule) => ({ ...schedule, module: name })))
    .toSorted((one, other) => compare(one.name, other.name))
    .map(({ name, everySeconds, module }) => `| \`${name}\` | ${everySeconds} s | ${module} |`)
  return page('Events and schedules', 'Who reacts to which event, and what runs by the clock.', [
    '| event | handler | module |',
    '| --- | --- | --- |',
    ...rows,
    '',
    '| schedule | every | module |',
    '| --- | --- | --- |',
    ...schedules,
  ])
}

function page(title: string, what: string, lines: readonly string[]): string {
  return [
    `# ${title}`,
    '',
    `${what} Made by \`node scripts/check-generated.ts --write\`; do not edit.`,
    '',
    ...lines,
    '',
  ].join('\n')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
