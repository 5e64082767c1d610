import { sql } from 'kysely'
import { SYSTEM } from '#server/actor.ts'
import { connect, type Db } from '#server/db.ts'
import { handlersByEvent } from '#server/events.ts'
import { type Operation, perform } from '#server/operation.ts'
import { settle } from '#server/worker.ts'
import { modules } from '../modules.ts'
import type { DemoDeps } from './deps.ts'
import { demoSignInLines, loadIdentityDemo } from './identity.ts'
import { loadIndicatorsDemo } from './indicators.ts'
import { loadOrganisationDemo } from './organisation.ts'
import { loadReportsDemo } from './reports.ts'

type Part = { readonly name: string; readonly load: (deps: DemoDeps) => Promise<void> }

/** The parts of the demonstration city, in the order of the modules; each is idempotent. */
const parts: readonly Part[] = [
  { name: 'đơn vị / units', load: loadOrganisationDemo },
  { name: 'tài khoản / accounts', load: loadIdentityDemo },
  { name: 'chỉ tiêu, số liệu / indicators', load: loadIndicatorsDemo },
  { name: 'báo cáo / reports', load: loadReportsDemo },
]

const MARK = 'demo'

/** Whether this database holds the demonstration city. */
export async function isDemoLoaded(db: Db): Promise<boolean> {
  const { rows } = await sql`select from platform.fact where name = ${MARK}`.execute(db)
  return rows.length > 0
}

/** Loads the demonstration city into an empty database; does nothing when it is there or when something else is. */
export async function loadDemo(databaseUrl: string, log: (line: string) => void): Promise<void> {
  const db = connect(databaseUrl, { poolSize: 6 })
  try {
    if (await isDemoLoaded(db)) return
    const deps = demoDeps(db, log)
    for (const part of parts) {
      log(`Nạp dữ liệu minh hoạ: ${part.name}… / Loading demonstration data: ${part.name}…`)
      await part.load(deps)
    }
    await deps.settle()
    await sql`insert into platform.fact (name, value) values (${MARK}, to_jsonb(now()))`.execute(db)
    await sql`analyze`.execute(db)
  } finally {
    await db.destroy()
  }
}

/** What the parts are loaded with, on a database of the caller's. */
export function demoDeps(db: Db, log: (line: string) => void): DemoDeps {
  const operations = new Map<string, Operation>(
    modules.flatMap(({ operations: list }) => list.map((one) => [one.endpoint.id, one])),
  )
  const handlers = handlersByEvent(modules.flatMap((module) => module.handlers))
  return {
    db,
    log,
    async perform<T>(operationId: string, input: unknown) {
      const operation = operations.get(operationId)
      if (!operation) throw new Error(`There is no operation ${operationId}.`)
      // The caller names the operation and therefore its contract.
      return (await perform(operation, input, { db, actor: SYSTEM, handlers })) as T
    },
    settle: async () => void (await settle(db, handlers)),
  }
}

/** The demonstration accounts, for the terminal. */
export function demoSignIns(): string {
  return demoSignInLines().join('\n')
}
