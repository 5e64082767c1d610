import { expect, test } from 'vitest'
import type { z } from 'zod'
import { cases } from './index.ts'

/** Readings that are not logged, each with what it shows instead of people. Whatever is not in this table is logged. */
const NOT_LOGGED: Readonly<Record<string, string>> = {
  'cases.case-report': 'counts',
  'cases.case-report-procedures': 'procedures',
  'cases.count-cases': 'counts',
  'cases.escalation-health': 'rules and units',
  'cases.export-case-report': 'counts, as a file',
  'cases.forecast-accuracy': 'counts',
  'cases.form-ii-06': 'counts',
  'cases.get-desk': 'a unit',
  'cases.get-letter-settings': 'three numbers',
  'cases.get-watch-settings': 'two numbers',
  'cases.index-766': 'counts',
  'cases.index-766-procedures': 'procedures',
  'cases.list-assignees': 'officials in their office',
  'cases.list-filters': 'what the asker keeps, without what was searched for',
  'cases.list-index-weights': 'points',
  'cases.list-late-reasons': 'reasons',
  'cases.list-message-templates': 'templates',
  'cases.list-notices': 'codes of cases, told to the asker',
  'cases.list-unit-codes': 'units',
  'cases.look-up-case':
    'the case of whoever has its code and secret in hand, with initials and what was said with them in hand',
  'cases.message-overview': 'counts',
  'cases.preview-message-template': 'a made-up person',
  'cases.workload-forecast': 'counts',
}

/** Names under which contracts speak of a person and of what was said to one. */
const PERSONAL =
  /^(subjectName|subjectIdentity|subjectPhone|identityNumber|taxCode|bornOn|gender|email|parties|party|answers|receiver|personName)$/

/** Every name in what a contract answers. */
function namesIn(schema: z.ZodType, seen = new Set<z.ZodType>()): readonly string[] {
  if (seen.has(schema)) return []
  seen.add(schema)
  const def = schema.def as unknown as Record<string, unknown>
  const shape = def.type === 'object' ? Object.entries(def.shape as Record<string, z.ZodType>) : []
  const parts = ['element', 'innerType', 'valueType', 'in', 'out', 'options', 'items'].flatMap(
    (part) => def[part] ?? [],
  )
  return [
    ...shape.flatMap(([name, value]) => [name, ...namesIn(value, seen)]),
    ...parts.flatMap((part) => (isSchema(part) ? namesIn(part, seen) : [])),
  ]
}

const isSchema = (part: unknown): part is z.ZodType => typeof part === 'object' && part !== null && 'def' in part

const readings = cases.operations.map(({ endpoint }) => endpoint).filter(({ changes }) => !changes)

test.each(readings.map((endpoint) => [endpoint.id, endpoint] as const))(
  '%s: who reads of people is on record',
  (id, endpoint) => {
    const reason = NOT_LOGGED[id]
    expect(endpoint.audit).toBe(reason === undefined ? 'read' : 'none')
    if (reason !== undefined) expect(namesIn(endpoint.output).filter((name) => PERSONAL.test(name))).toEqual([])
  },
)

test('whatever changes a case is on record, and the table names readings that are there', () => {
  const changing = cases.operations.map(({ endpoint }) => endpoint).filter(({ changes }) => changes)
  // That one has read what one was told changes no case.
  expect(changing.filter(({ audit }) => audit !== 'write').map(({ id }) => id)).toEqual(['cases.mark-notices-read'])
  const ids = readings.map(({ id }) => id)
  expect(Object.keys(NOT_LOGGED).filter((id) => !ids.includes(id))).toEqual([])
  // The walk finds what it looks for.
  const shown = readings.find(({ id }) => id === 'cases.list-cases')
  expect(shown && namesIn(shown.output)).toContain('subjectName')
})

test('nothing that may be the number of a person travels in an address', () => {
  const asked = cases.operations
    .map(({ endpoint }) => endpoint)
    .filter(({ method }) => method === 'GET' || method === 'DELETE')
  const names = asked.flatMap(({ id, input }) => Object.keys(input.shape).map((name) => `${id} ${name}`))
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name) => / (q|search|name|phone|email|secret|identityNumber|taxCode)$/.test(name))).toEqual([])
})
