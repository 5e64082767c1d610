import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Endpoint } from '#kernel/endpoint.ts'
import { Problem } from '#kernel/problem.ts'

/** One input object from body, query and path; the path has the last word. */
export function rawInputOf(endpoint: Endpoint, request: FastifyRequest): Record<string, unknown> {
  const body = request.body ?? {}
  if (typeof body !== 'object' || Array.isArray(body) || Buffer.isBuffer(body)) {
    throw new Problem('invalid-input', 'platform/unreadable-body', 'The body must be a JSON object.')
  }
  const query = readTexts(endpoint, request.query as Record<string, unknown>)
  return { ...query, ...(body as object), ...(request.params as object) }
}

/** Fields that came as text (query, command line): lists and objects are read as JSON where the contract wants one. */
export function readTexts(endpoint: Endpoint, texts: Record<string, unknown>): Record<string, unknown> {
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(texts)) {
    const wanted = Object.hasOwn(endpoint.input.shape, name)
      ? innerType(endpoint.input.shape[name] as z.ZodType)
      : 'string'
    const structured =
      wanted === 'array' || wanted === 'object' || wanted === 'record' || wanted === 'tuple' || wanted === 'union'
    read[name] = structured && typeof value === 'string' && /^\s*[[{]/.test(value) ? parsed(value) : value
  }
  return read
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function innerType(schema: z.ZodType): string {
  const def = schema.def as { type: string; innerType?: z.ZodType; in?: z.ZodType }
  if (def.innerType) return innerType(def.innerType)
  if (def.type === 'pipe' && def.in) return innerType(def.in)
  return def.type
}
