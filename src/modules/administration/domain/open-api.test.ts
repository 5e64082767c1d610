import { expect, test } from 'vitest'
import { modules } from '#main/modules.ts'
import { openApiDocument } from '#server/openapi.ts'
import { apiOperations, exampleCall, fits, type OpenApiDocument, typeText } from './open-api.ts'

const document = openApiDocument(modules, 'test') as unknown as OpenApiDocument
const operations = apiOperations(document)

test('every operation of the platform is read, with its names, permission and fields', () => {
  const offered = modules.flatMap((module) => module.operations.map(({ endpoint }) => endpoint))
  expect(operations.map(({ id }) => id).toSorted()).toEqual(offered.map(({ id }) => id).toSorted())
  for (const endpoint of offered) {
    const read = operations.find(({ id }) => id === endpoint.id)
    expect(read).toMatchObject({ permission: endpoint.permission, summary: endpoint.summary, method: endpoint.method })
    const names = read?.fields.map(({ name }) => name).filter((name) => name !== 'Idempotency-Key')
    expect(names?.toSorted()).toEqual(Object.keys(endpoint.input.shape).toSorted())
  }
})

test('says schemas in a few words', () => {
  expect(typeText({ type: 'string', format: 'uuid' })).toBe('string (uuid)')
  expect(typeText({ enum: ['done', 'read'] })).toBe('"done" | "read"')
  expect(typeText({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('string | null')
  expect(typeText({ type: 'array', items: { anyOf: [{ type: 'string' }, { type: 'number' }] } })).toBe(
    '(string | number)[]',
  )
  expect(
    typeText({ type: 'object', properties: { a: { type: 'number' }, b: { type: 'string' } }, required: ['a'] }),
  ).toBe('{ a: number, b?: string }')
  expect(typeText({ type: 'object', additionalProperties: { type: 'number' } })).toBe('{ [name]: number }')
  const deep = (level: number): object =>
    level === 0 ? { type: 'string' } : { type: 'object', properties: { a: deep(level - 1) } }
  expect(typeText(deep(20))).toBe('{ a?: { a?: { a?: { … } } } }')
})

test('finds an operation without diacritics, by path and by permission', () => {
  const found = (words: string) => operations.filter((each) => fits(each, words)).map(({ id }) => id)
  expect(found('nhat ky he thong')).toContain('administration.list-audit')
  expect(found('parked-deliveries replay')).toContain('administration.replay-delivery')
  expect(found('administration:status')).toEqual(['administration.platform-status'])
  expect(found('khong co thao tac nay')).toEqual([])
})

test('writes the call as one types it', () => {
  const replay = operations.find(({ id }) => id === 'administration.replay-delivery')
  expect(replay && exampleCall(replay, 'https://x.vn')).toBe(
    [
      "curl -X POST 'https://x.vn/api/administration/parked-deliveries/{eventId}/replay'",
      "-H 'Authorization: Bearer <token>'",
      "-H 'Content-Type: application/json'",
      `-d '{"handler": …}'`,
    ].join(' \\\n  '),
  )
})
