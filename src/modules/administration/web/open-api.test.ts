import { expect, test } from 'vitest'
import { type OpenApi, operationsOf, typeText } from './open-api.ts'

test('a schema is told in a few words', () => {
  expect(typeText({ type: 'string', format: 'uuid' })).toBe('uuid')
  expect(typeText({ type: 'array', items: { enum: ['a', 'b'] } })).toBe('("a" | "b")[]')
  expect(typeText({ type: 'object', properties: { id: { type: 'string' }, n: { type: 'number' } } }, 2)).toBe(
    '{ id: string, n: number }',
  )
  expect(typeText({ anyOf: [{ type: 'string' }, { type: 'null' }] })).toBe('string | null')
})

test('fields of path, query and body stand together, with what is required', () => {
  const document: OpenApi = {
    info: { version: '1' },
    paths: {
      '/api/x/{id}': {
        post: {
          operationId: 'm.do-x',
          tags: ['m'],
          summary: 'Làm x',
          description: 'Do x',
          'x-permission': 'm:x',
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: {
              'application/json': { schema: { properties: { text: { type: 'string' } }, required: ['text'] } },
            },
          },
          responses: {
            200: {
              content: { 'application/json': { schema: { type: 'object', properties: { ok: { const: true } } } } },
            },
          },
        },
      },
    },
  }
  expect(operationsOf(document)).toEqual([
    {
      id: 'm.do-x',
      module: 'm',
      method: 'POST',
      path: '/api/x/{id}',
      summary: { vi: 'Làm x', en: 'Do x' },
      permission: 'm:x',
      fields: [
        { name: 'id', where: 'path', type: 'string', required: true },
        { name: 'text', where: 'body', type: 'string', required: true },
      ],
      answer: '{ ok: true }',
    },
  ])
})
