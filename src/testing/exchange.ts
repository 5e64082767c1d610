import { sql } from 'kysely'
import { modules } from '#main/modules.ts'
import { setConnection } from '#modules/exchange/contract.ts'
import { DEFAULT_PROFILES, type Variant } from '#modules/exchange/domain/profile.ts'
import { compareDue } from '#modules/exchange/handlers/compare-due.ts'
import { fetchFiled } from '#modules/exchange/handlers/fetch-filed.ts'
import { sendDue } from '#modules/exchange/handlers/send-due.ts'
import { startStandIn, stopStandIn } from '#modules/exchange/stand-ins/running.ts'
import { SYSTEM } from '#server/actor.ts'
import { emitter, type HandlerContext, handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import { type TestApi, testApi } from './api.ts'
import { buildWard, done } from './ward.ts'

const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))

/** A ward connected with the stand-in, and a way to let time pass. */
export async function connectedWard(variant: Variant = 'one-shot') {
  const api = await testApi()
  const ward = await buildWard(api)
  const standIn = await startStandIn(api.appDb, { slowMs: 50 })
  await connect(api, variant)
  let later = 0
  /** One round of a schedule, as a process runs it; `seconds` pass before it. */
  const round = async (run: (context: HandlerContext) => Promise<void>, seconds = 0) => {
    later += seconds * 1000
    await api.appDb.transaction().execute(async (tx) => {
      await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
      // What is announced is delivered at once, however far the clock of the round has gone.
      const emit = emitter(tx, handlers, new Date())
      await run({ ...handlerContext(tx, handlers, new Date(Date.now() + later)), emit })
    })
    await api.settle()
  }
  const open = async () => {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from exchange.outgoing where state in ('queued', 'waiting', 'parked')`.execute(
      api.db,
    )
    return rows[0]?.count ?? 0
  }
  return {
    api,
    ward,
    standIn,
    open,
    send: (seconds = 0) => round(sendDue, seconds),
    fetch: (seconds = 0) => round(fetchFiled, seconds),
    /** Rounds until every case that waits to be compared is, at most so many. */
    compare: async (most = 20) => {
      for (let time = 0; time < most; time++) {
        await round(compareDue, 60)
        const { rows } = await sql`select from exchange.link where compare_at is not null limit 1`.execute(api.db)
        if (rows.length === 0) return
      }
    },
    /** Rounds until nothing is left, at most so many. */
    sendAll: async (most = 60) => {
      await api.settle()
      for (let time = 0; time < most && (await open()) > 0; time++) await round(sendDue, 600)
    },
    close: async () => {
      await stopStandIn()
      await api.close()
    },
  }
}
export type ConnectedWard = Awaited<ReturnType<typeof connectedWard>>

/** Sets the connection to the stand-in. */
export async function connect(api: TestApi, variant: Variant): Promise<void> {
  const { rows } = await sql<{ version: number }>`select version from exchange.connection`.execute(api.db)
  await done(
    api.root.call(setConnection, {
      kind: 'stand-in',
      agency: 'H29',
      profile: DEFAULT_PROFILES[variant],
      version: rows[0]?.version ?? 0,
    }),
  )
}
