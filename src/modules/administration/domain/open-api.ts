import { fold } from '#kernel/text.ts'

export type JsonSchema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly allOf?: readonly JsonSchema[]
  readonly additionalProperties?: JsonSchema | boolean
  readonly default?: unknown
  readonly $ref?: string
}

type Content = Readonly<Record<string, { readonly schema?: JsonSchema }>>
type Described = {
  readonly operationId: string
  readonly summary: string
  readonly description: string
  readonly tags: readonly string[]
  readonly 'x-permission': string
  readonly parameters?: readonly {
    readonly name: string
    readonly in: 'path' | 'query' | 'header'
    readonly required: boolean
    readonly schema: JsonSchema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
export type OpenApiDocument = { readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>> }

export type ApiField = {
  readonly name: string
  readonly place: 'path' | 'query' | 'header' | 'body'
  readonly type: string
  readonly required: boolean
}
export type ApiOperation = {
  readonly id: string
  readonly module: string
  readonly method: string
  readonly path: string
  readonly permission: string
  readonly summary: { readonly vi: string; readonly en: string }
  readonly fields: readonly ApiField[]
  /** `null`: the answer is a file. */
  readonly answer: JsonSchema | null
}

/** The operations of a document, in its order. */
export function apiOperations({ paths }: OpenApiDocument): readonly ApiOperation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      module: described.tags[0] ?? '',
      method: method.toUpperCase(),
      path,
      permission: described['x-permission'],
      summary: { vi: described.summary, en: described.description },
      fields: fieldsOf(described),
      answer: described.responses['200']?.content?.['application/json']?.schema ?? null,
    })),
  )
}

function fieldsOf({ parameters = [], requestBody }: Described): readonly ApiField[] {
  const body = requestBody?.content['application/json']?.schema
  return [
    ...parameters.map(({ name, in: place, required, schema }) => ({ name, place, required, type: typeText(schema) })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
      name,
      place: 'body' as const,
      required: body?.required?.includes(name) ?? false,
      type: typeText(schema),
    })),
  ]
}

const MOST_LEVELS = 3

/** A schema in a few words, as programmers read it: `{ id: string, units: string[] }`, `"done" | "read"`. */
export function typeText(schema: JsonSchema, level = 0): string {
  const inside = (each: JsonSchema) => typeText(each, level + 1)
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  const options = schema.anyOf ?? schema.oneOf
  if (options) return [...new Set(options.map(inside))].join(' | ')
  if (schema.allOf) return schema.allOf.map(inside).join(' & ')
  if (schema.type === 'array' || schema.items) return listText(schema.items ?? {}, level)
  if (schema.properties) return level >= MOST_LEVELS ? '{ … }' : recordText(schema, inside)
  if (schema.type === 'object') {
    return typeof schema.additionalProperties === 'object'
      ? `{ [name]: ${inside(schema.additionalProperties)} }`
      : '{ … }'
  }
  const type = typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any')
  return schema.format ? `${type} (${schema.format})` : type
}

function listText(items: JsonSchema, level: number): string {
  const each = typeText(items, level + 1)
  return / [|&] /.test(each) && !each.startsWith('{') ? `(${each})[]` : `${each}[]`
}

function recordText({ properties = {}, required = [] }: JsonSchema, inside: (schema: JsonSchema) => string): string {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `${name}${required.includes(name) ? '' : '?'}: ${inside(schema)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** Whether an operation fits every word typed, in its id, path, permission or names; marks do not count. */
export function fits(operation: ApiOperation, words: string): boolean {
  const { id, path, permission, summary, method } = operation
  const text = fold([id, path, permission, summary.vi, summary.en, method].join(' '))
  return fold(words)
    .split(' ')
    .every((word) => text.includes(word))
}

/** The call as one types it in a shell, with the fields that must be there. */
export function exampleCall(operation: ApiOperation, origin: string): string {
  const query = operation.fields.filter(({ place, required }) => place === 'query' && required)
  const body = operation.fields.filter(({ place, required }) => place === 'body' && required)
  const address = `${origin}${operation.path}${query.length > 0 ? `?${query.map(({ name }) => `${name}=…`).join('&')}` : ''}`
  const lines = [
    `curl -X ${operation.method} '${address}'`,
    `-H 'Authorization: Bearer <token>'`,
    ...(body.length > 0
      ? [`-H 'Content-Type: application/json'`, `-d '{${body.map(({ name }) => `"${name}": …`).join(', ')}}'`]
      : []),
  ]
  return lines.join(' \\\n  ')
}
