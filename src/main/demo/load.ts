import { sql } from 'kysely'
import { type Actor, SYSTEM } from '#server/actor.ts'
import { connect, type Db } from '#server/db.ts'
import { handlersByEvent } from '#server/events.ts'
import { type Operation, perform } from '#server/operation.ts'
import { settle } from '#server/worker.ts'
import { modules } from '../modules.ts'
import { loadAppointmentsDemo } from './appointments.ts'
import { loadAuditorDemo } from './auditor.ts'
import { loadCalendarDemo } from './calendar.ts'
import { loadCasesDemo } from './cases.ts'
import type { Acting, DemoDeps } from './deps.ts'
import { loadExchangeDemo } from './exchange.ts'
import { loadFormsDemo } from './forms.ts'
import { demoSignInLines, loadIdentityDemo } from './identity.ts'
import { loadIndicatorsDemo } from './indicators.ts'
import { loadOrganisationDemo } from './organisation.ts'
import { loadPortalDemo } from './portal.ts'
import { loadProceduresDemo } from './procedures.ts'
import { loadReportsDemo } from './reports.ts'
import { loadUnitCodesDemo } from './unit-codes.ts'

type Part = { readonly name: string; readonly load: (deps: DemoDeps) => Promise<void> }

/** The parts of the demonstration city, in the order of the modules; each is idempotent. */
const parts: readonly Part[] = [
  { name: 'đơn vị / units', load: loadOrganisationDemo },
  { name: 'tài khoản / accounts', load: loadIdentityDemo },
  { name: 'lịch làm việc / working calendar', load: loadCalendarDemo },
  { name: 'chỉ tiêu, số liệu / indicators', load: loadIndicatorsDemo },
  { name: 'thủ tục hành chính / procedures', load: loadProceduresDemo },
  { name: 'biểu mẫu / forms', load: loadFormsDemo },
  { name: 'mã định danh đơn vị / unit identifiers', load: loadUnitCodesDemo },
  { name: 'hồ sơ / cases', load: loadCasesDemo },
  { name: 'dịch vụ công / public services', load: loadPortalDemo },
  { name: 'lịch hẹn, số thứ tự / appointments, numbers', load: loadAppointmentsDemo },
  { name: 'kiểm tra báo cáo / auditor', load: loadAuditorDemo },
  { name: 'báo cáo / reports', load: loadReportsDemo },
  { name: 'Cổng Dịch vụ công quốc gia (mô phỏng) / national portal (simulated)', load: loadExchangeDemo },
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
      log(`Nạp dữ liệu minh họa: ${part.name}… / Loading demonstration data: ${part.name}…`)
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
    async perform<T>(operationId: string, input: unknown, { at, as }: { at?: Date; as?: Acting } = {}) {
      const operation = operations.get(operationId)
      if (!operation) throw new Error(`There is no operation ${operationId}.`)
      // The caller names the operation and therefore its contract.
      const actor: Actor = as ? { ...SYSTEM, kind: 'person', ...as } : SYSTEM
      return (await perform(operation, input, { db, actor, handlers, ...(at && { now: at }) })) as T
    },
    settle: async () => void (await settle(db, handlers)),
  }
}

/** The demonstration accounts, for the terminal. */
export function demoSignIns(): string {
  return demoSignInLines().join('\n')
}
