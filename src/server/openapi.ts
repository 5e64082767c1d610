import { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import type { JsonObject } from './db.ts'
import type { Module } from './module.ts'

const PROBLEM_SCHEMA: JsonObject = {
  type: 'object',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'module/what, stable' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
}

/** The OpenAPI 3.1 document of every operation, made from the contracts. */
export function openApiDocument(modules: readonly Module[], version: string): JsonObject {
  const paths: Record<string, Record<string, JsonObject>> = {}
  for (const module of modules) {
    for (const { endpoint } of module.operations) {
      const path = `/api${endpoint.path.replaceAll(/:(\w+)/g, '{$1}')}`
      paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describe(module.name, endpoint) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Hải Đăng', version, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    tags: modules.map(({ name }) => ({ name })),
    paths,
    components: {
      schemas: { Problem: PROBLEM_SCHEMA },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'haidang' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function describe(tag: string, endpoint: Endpoint): JsonObject {
  const inPath = new Set([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? ''))
  const input = toSchema(endpoint.input, 'input')
  const properties = Object.entries((input.properties ?? {}) as Record<string, JsonObject>)
  const required = new Set((input.required ?? []) as string[])
  const inBody =
    endpoint.method === 'GET' || endpoint.method === 'DELETE' ? [] : properties.filter(([name]) => !inPath.has(name))
  const inAddress = properties.filter(([name]) => !inBody.some(([other]) => other === name))
  return {
    operationId: endpoint.id,
    tags: [tag],
    summary: endpoint.summary.vi,
    description: endpoint.summary.en,
    'x-permission': endpoint.permission,
    security: endpoint.permission === 'anyone' ? [] : [{ session: [] }, { token: [] }],
    parameters: [
      ...inAddress.map(([name, schema]) => ({
        name,
        in: inPath.has(name) ? 'path' : 'query',
        required: inPath.has(name) || required.has(name),
        schema,
      })),
      ...(endpoint.idempotent
        ? [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } }]
        : []),
    ],
    ...(inBody.length > 0 && {
      requestBody: {
        required: inBody.some(([name]) => required.has(name)),
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: Object.fromEntries(inBody),
              required: inBody.map(([name]) => name).filter((name) => required.has(name)),
            },
          },
        },
      },
    }),
    responses: {
      200: { description: 'OK', content: answerOf(endpoint) },
      default: {
        description: 'Problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  } as JsonObject
}

function answerOf(endpoint: Endpoint): JsonObject {
  if (endpoint.answers === 'file')
    return { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
  return { 'application/json': { schema: toSchema(endpoint.output, 'output') } }
}

function toSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
  return rest as JsonObject
}
