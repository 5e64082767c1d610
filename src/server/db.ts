import { CamelCasePlugin, Kysely, PostgresDialect, type RawBuilder, sql, type Transaction } from 'kysely'
import pg from 'pg'
import { quickPool } from './statements.ts'

/** A database or transaction that shows no table by itself: each store adds its own with `$extendTables`. */
export type Db = Kysely<Record<never, never>>
export type Tx = Transaction<Record<never, never>>
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** The role with which the platform reads and writes; row security applies to it. */
export const APP_ROLE = 'haidang_app'

const TEXT = (text: string) => text
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === 20) return Number // bigint: counts and đồng, below 2^53
    if (oid === 1082) return TEXT // date stays a `Day`
    if (oid === 1182) return (text: string) => text.slice(1, -1).split(',').filter(Boolean) // date[]
    return pg.types.getTypeParser(oid, format)
  }) as typeof pg.types.getTypeParser,
}

type Options = { readonly poolSize?: number; readonly role?: string | null; readonly applicationName?: string }

/** A pool on the database. By default every connection takes the application role, so the owner's rights are never used. */
export function connect(
  url: string,
  { poolSize = 10, role = APP_ROLE, applicationName = 'haidang' }: Options = {},
): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    application_name: applicationName,
    types,
    // What is asked without waiting for the answer before travels with it; one answer after the other comes back.
    pipeline: true,
    connectionTimeoutMillis: 15_000,
    idleTimeoutMillis: 30_000,
    // The options travel in the start packet, so no query can run before they hold.
    options: `-c timezone=UTC -c statement_timeout=120000 -c idle_in_transaction_session_timeout=120000${role ? ` -c role=${role}` : ''}`,
  })
  // A lost connection fails the query that uses it and is replaced by the pool. Without listeners, on the pool while it
  // is idle and on the client while it is lent out, Node would end the process instead.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  return new Kysely<Record<never, never>>({
    dialect: new PostgresDialect({ pool: quickPool(pool) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

/** A single connection outside the pool, for LISTEN and COPY. */
export function connectAlone(url: string, role: string | null = APP_ROLE): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: 'haidang',
    types,
    keepAlive: true,
    options: `-c timezone=UTC${role ? ` -c role=${role}` : ''}`,
  })
}

/** A value as a `jsonb` parameter. */
export function json<T>(value: T): RawBuilder<T> {
  return sql<T>`${JSON.stringify(value)}::jsonb`
}

/** The SQLSTATE of an error thrown by PostgreSQL, or undefined. */
export function sqlState(thrown: unknown): string | undefined {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' && /^[0-9A-Z]{5}$/.test(thrown.code) ? thrown.code : undefined
}
