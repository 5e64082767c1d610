import { createHash } from 'node:crypto'
import type { Endpoint } from '#kernel/endpoint.ts'
import { newId } from '#kernel/id.ts'
import type { Actor } from './actor.ts'
import { type Db, type JsonObject, json, type Tx } from './db.ts'

export type AuditRow = {
  id: string
  at: Date
  operation: string
  actorId: string | null
  actorKind: string
  actorName: string
  sessionId: string | null
  requestId: string
  address: string
  /** `done`, `read`, or the problem code of a refusal. */
  outcome: string
  /** Ids that the input names; never names, texts or secrets. */
  target: JsonObject
  /** SHA-256 of the whole input, so that a disputed input can be held against the log; empty for a refusal. */
  inputHash: string
  /** What the actor wrote for the record, where the operation asks for a reason; empty otherwise and for a refusal. */
  reason: string
}

export type Client = { readonly address: string; readonly userAgent: string }

const on = (tx: Tx | Db) => tx.$extendTables<{ 'platform.audit': AuditRow }>()

type Act = {
  readonly endpoint: Endpoint
  readonly actor: Actor | null
  readonly input: unknown
  readonly outcome: string
  readonly at: Date
  readonly requestId: string
  readonly client: Client
}

/** Writes the row that says who did what to which ids, in the transaction of the act itself. */
export async function writeAudit(
  tx: Tx | Db,
  { endpoint, actor, input, outcome, at, requestId, client }: Act,
): Promise<void> {
  const accepted = outcome === 'done' || outcome === 'read'
  await on(tx)
    .insertInto('platform.audit')
    .values({
      id: newId(),
      at,
      operation: endpoint.id,
      actorId: actor?.id ?? null,
      actorKind: actor?.kind ?? 'anyone',
      actorName: actor?.name ?? '',
      sessionId: actor?.sessionId ?? null,
      requestId,
      address: client.address,
      outcome,
      target: json(targetOf(input)),
      // A refused input was never looked at: it may be anything, a password too.
      inputHash: accepted ? hashOf(input) : '',
      reason: accepted ? reasonIn(input, endpoint.reason) : '',
    })
    .execute()
}

export type AuditFilter = {
  readonly operation?: string | undefined
  readonly actorId?: string | undefined
  readonly outcome?: 'done' | 'read' | 'refused' | undefined
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly before?: string | undefined
  readonly limit: number
}

/** One page of the log, newest first; `before` is the last id of the page before. */
export async function listAudit(tx: Tx, filter: AuditFilter): Promise<AuditRow[]> {
  let query = on(tx).selectFrom('platform.audit').selectAll()
  if (filter.operation) query = query.where('operation', '=', filter.operation)
  if (filter.actorId) query = query.where('actorId', '=', filter.actorId)
  if (filter.outcome === 'refused') query = query.where('outcome', 'not in', ['done', 'read'])
  else if (filter.outcome) query = query.where('outcome', '=', filter.outcome)
  if (filter.from) query = query.where('at', '>=', filter.from)
  if (filter.to) query = query.where('at', '<', filter.to)
  if (filter.before) query = query.where('id', '<', filter.before)
  return query.orderBy('id', 'desc').limit(filter.limit).execute()
}

function targetOf(input: unknown): JsonObject {
  if (typeof input !== 'object' || input === null) return {}
  const ids = Object.entries(input).filter(([name, value]) => /Ids?$/.test(name) && isIdOrIds(value))
  return Object.fromEntries(ids) as JsonObject
}

function reasonIn(input: unknown, field: string | null): string {
  if (field === null || typeof input !== 'object' || input === null) return ''
  const given = (input as Readonly<Record<string, unknown>>)[field]
  return typeof given === 'string' ? given : ''
}

function isIdOrIds(value: unknown): boolean {
  if (Array.isArray(value)) return value.length <= 50 && value.every((item) => isIdOrIds(item))
  return typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)
}

/** SHA-256 of a value as JSON with sorted keys, in hexadecimal. */
export function hashOf(value: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(value)) ?? 'null')
    .digest('hex')
}

/** The value as JSON sees it, with its keys in order. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(sorted)
  if ('toJSON' in value && typeof value.toJSON === 'function') return sorted(value.toJSON())
  const parts = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(parts.map(([key, part]) => [key, sorted(part)]))
}
