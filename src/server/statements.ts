import { nextTick } from 'node:process'
import type { Duplex } from 'node:stream'
import { type PostgresPool, type PostgresPoolClient, sql } from 'kysely'
import type pg from 'pg'

/**
 * Stands in a statement that is asked again and again and whose best plan does not hang on its parameters: PostgreSQL reads and plans it
 * once for each connection. Without it a statement is planned each time, for the very values it is asked with.
 */
export const KEPT = sql.raw<unknown>('/* kept */')

/** What is only written has one plan. */
const ONE_PLAN = /^insert into "|^update "|\/\* kept \*\//
/** Texts differ only by how many rows are written at once; this is far more than there are, and bounds what a connection keeps. */
const MOST_NAMES = 400
/** Letters of a statement; what writes many rows at once is longer, is not asked again, and would be held by every connection. */
const LONGEST_KEPT = 8000

const names = new Map<string, string>()
let named = 0

function nameOf(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= MOST_NAMES || text.length > LONGEST_KEPT || !ONE_PLAN.test(text)) return undefined
  const name = `kept_${++named}`
  names.set(text, name)
  return name
}

/** Feature not supported: of a statement with a kept plan, that its tables have got other columns since. */
export const PLAN_OUTLIVED = '0A000'

/**
 * The pool as the query builder uses it: plans of `KEPT` statements are kept, and the beginning of a transaction waits for its first
 * statement, so that both travel together.
 */
export function quickPool(pool: pg.Pool): PostgresPool {
  return { options: pool.options, connect: async () => lent(await pool.connect()), end: () => pool.end() }
}

const BEGINNING = /^(?:begin|start transaction)\b/
const ENDING = /^(?:commit|rollback)$/
const NOTHING_YET = { command: 'SELECT', rowCount: 0, rows: [] } as const

function lent(client: pg.PoolClient): PostgresPoolClient {
  let beginning: string | null = null
  const gather = gatherer(client)
  let state: 'free' | 'in transaction' | 'over' = 'free'
  // Lent for more than one transaction, as migrations are.
  let isForMore = false
  const send = (text: string, values: readonly unknown[], name: string | undefined) =>
    client.query({ text, values: [...values], ...(name !== undefined && { name }) })

  const query = async (text: string, values: readonly unknown[]) => {
    // Whoever still works at something when the transaction ends would write outside of it, or in that of somebody else.
    if (state === 'over') throw new Error('The transaction is over: nothing more is asked in it.')
    if (BEGINNING.test(text)) {
      beginning = text
      state = 'in transaction'
      return { ...NOTHING_YET }
    }
    gather()
    const inTransaction = state === 'in transaction'
    if (!inTransaction) isForMore = true
    if (inTransaction && ENDING.test(text)) state = isForMore ? 'free' : 'over'
    const begun = beginning === null ? null : client.query(beginning)
    beginning = null
    const name = nameOf(text)
    try {
      // Both are awaited, so that neither failure is lost.
      const [answer] = await Promise.all([send(text, values, name), begun])
      return answer
    } catch (thrown) {
      if (name === undefined || stateOf(thrown) !== PLAN_OUTLIVED) throw thrown
      // Everything is planned anew, under new names. A transaction has failed with it, and is asked again by whoever began it.
      names.clear()
      if (inTransaction) throw thrown
      return send(text, values, nameOf(text))
    }
  }
  const release = (destroy?: boolean) => {
    state = 'over'
    client.release(destroy)
  }
  // The query builder asks with a text and its parameters alone; cursors are not used.
  return { query: query as unknown as PostgresPoolClient['query'], release }
}

function stateOf(thrown: unknown): unknown {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : undefined
}

/** What is asked in one turn of the event loop leaves in one packet: calls of the system cost more than the bytes. */
function gatherer(client: pg.PoolClient): () => void {
  // The driver keeps its socket there, which its types leave out.
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Duplex } }).connection
  let gathering = false
  return () => {
    if (gathering) return
    gathering = true
    stream.cork()
    nextTick(() => {
      gathering = false
      stream.uncork()
    })
  }
}
