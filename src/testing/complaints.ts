import { sql } from 'kysely'
import * as contract from '#modules/complaints/contract.ts'
import { SYSTEM } from '#server/actor.ts'
import type { Schedule } from '#server/events.ts'
import { handlerContext, handlersByEvent } from '#server/events.ts'
import { setRowScope } from '#server/row-security.ts'
import type { Caller, TestApi } from './api.ts'
import { done, giveAccount, officer, type Ward } from './ward.ts'

const RIGHTS = ['complaints:read', 'complaints:answer']
export const SAID = { topic: 'handling', text: 'Chậm trả kết quả' } as const

export const citizen = (api: TestApi): Caller => api.as({ kind: 'citizen', name: 'Công dân' })

/** Somebody of that name who answers complaints at a unit and what stands under it, and works on its cases. */
export async function answering(api: TestApi, unitId: string, name: string): Promise<Caller> {
  const caller = officer(api, unitId, RIGHTS)
  await giveAccount(api, caller.actorId, unitId, RIGHTS)
  await sql`update identity.account set display_name = ${name} where id = ${caller.actorId}`.execute(api.db)
  return caller
}

/** Two heads at the first ward, one at the second, one above both. */
export async function buildHeads(api: TestApi, ward: Ward) {
  return {
    an: await answering(api, ward.one, 'Lê Văn An'),
    binh: await answering(api, ward.one, 'Trần Thị Bình'),
    chi: await answering(api, ward.two, 'Phạm Kim Chi'),
    dung: await answering(api, ward.province, 'Mai Xuân Dũng'),
  }
}

/** Sends a complaint about a unit; its id and number. */
export async function complained(who: Caller, unitId: string, more: Record<string, unknown> = {}) {
  const { body } = await done(who.call(contract.complain, { ...SAID, unitId, ...more }))
  return body
}

/** One round of a schedule at a moment. */
export function round(api: TestApi, schedule: Schedule, now = new Date()): Promise<void> {
  return api.appDb.transaction().execute(async (tx) => {
    await setRowScope(tx, SYSTEM, { all: true, own: [], subtree: [] })
    await schedule.run(handlerContext(tx, handlersByEvent([]), now))
  })
}
