/** What the API page reads of the OpenAPI document. */
export type OpenApi = {
  readonly info: { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>
}

type Schema = {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly unknown[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly const?: unknown
}

type Described = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description: string
  readonly 'x-permission': string
  readonly parameters: readonly {
    readonly name: string
    readonly in: string
    readonly required: boolean
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >
}

export type ApiField = {
  readonly name: string
  readonly where: 'path' | 'query' | 'header' | 'body'
  readonly type: string
  readonly required: boolean
}

export type ApiOperation = {
  readonly id: string
  readonly module: string
  readonly method: string
  readonly path: string
  readonly summary: { readonly vi: string; readonly en: string }
  readonly permission: string
  readonly fields: readonly ApiField[]
  readonly answer: string
}

/** The operations of the document, in its order, with what is sent and what comes back in words. */
export function operationsOf(document: OpenApi): ApiOperation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      module: described.tags[0] ?? '',
      method: method.toUpperCase(),
      path,
      summary: { vi: described.summary, en: described.description },
      permission: described['x-permission'],
      fields: fieldsOf(described),
      answer: answerOf(described),
    })),
  )
}

function fieldsOf(described: Described): ApiField[] {
  const inAddress = described.parameters.map(({ name, in: where, required, schema }) => ({
    name,
    where: where as ApiField['where'],
    type: typeText(schema),
    required,
  }))
  const body = described.requestBody?.content['application/json']?.schema
  const inBody = Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
    name,
    where: 'body' as const,
    type: typeText(schema),
    required: body?.required?.includes(name) ?? false,
  }))
  return [...inAddress, ...inBody]
}

function answerOf(described: Described): string {
  const content = described.responses['200']?.content ?? {}
  if ('application/octet-stream' in content) return 'file'
  return typeText(content['application/json']?.schema ?? {}, 2)
}

/** A schema in a few words: `uuid`, `("a" | "b")[]`, `{ id, name }`. */
export function typeText(schema: Schema, depth = 1): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ')
  if (schema.anyOf) return [...new Set(schema.anyOf.map((one) => typeText(one, depth)))].join(' | ')
  if (schema.type === 'array') return `(${typeText(schema.items ?? {}, depth)})[]`
  if (schema.type === 'object') {
    const entries = Object.entries(schema.properties ?? {})
    if (depth === 0 || entries.length === 0) return '{ … }'
    return `{ ${entries.map(([name, one]) => (depth > 1 ? `${name}: ${typeText(one, depth - 1)}` : name)).join(', ')} }`
  }
  return schema.format ?? (typeof schema.type === 'string' ? schema.type : (schema.type?.join(' | ') ?? 'any'))
}
