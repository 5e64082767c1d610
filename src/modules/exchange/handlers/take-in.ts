import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import { Problem } from '#kernel/problem.ts'
import { findCaseIdByCode, isCaseCode } from '#modules/cases/index.ts'
import type { Handler, HandlerContext } from '#server/events.ts'
import { EXCHANGE_TOPIC } from '../contract.ts'
import type { Facts } from '../domain/facts.ts'
import { judge } from '../domain/incoming.ts'
import type { Profile } from '../domain/profile.ts'
import { fromDossier, type Read } from '../domain/read-record.ts'
import { Dossier } from '../domain/record.ts'
import { fileTold } from '../engine/file-told.ts'
import { getConnection } from '../store/connection.ts'
import { findToldForUpdate, listWaitingFor, updateTold } from '../store/incoming.ts'
import { findLinkByCode, putLink } from '../store/outgoing.ts'
import type { IncomingRow } from '../store/tables.ts'

/** What citizens filed becomes a case, once; whatever cannot be one stays with the reason. */
export const takeInTold: Handler = {
  name: 'exchange.take-in',
  on: 'exchange.told',
  async run(context, payload) {
    const { tx, announce } = context
    const { incomingId } = z.object({ incomingId: idField }).parse(payload)
    const row = await findToldForUpdate(tx, incomingId)
    if (!row || (row.state !== 'arrived' && row.state !== 'waiting')) return
    const { profile } = await getConnection(tx)
    const read = readTold(row, profile)
    const link = 'facts' in read ? await findLinkByCode(tx, read.facts.code) : undefined
    const caseId = link?.caseId ?? ('facts' in read ? await findCaseIdByCode(tx, read.facts.code) : undefined)
    const isCode = 'facts' in read && isCaseCode(read.facts.code)
    const verdict = judge(read, { isCase: caseId !== undefined, isCode })
    if (verdict !== 'file')
      await updateTold(tx, row.id, { ...verdict, caseId: caseId ?? null, unitId: link?.unitId ?? null })
    else if ('facts' in read) await file(context, row, read.facts)
    await announce(EXCHANGE_TOPIC)
  },
}

function readTold({ payload }: IncomingRow, profile: Profile): Read<Facts> {
  const parsed = Dossier.safeParse(payload)
  if (parsed.success) return fromDossier(parsed.data, profile)
  return {
    faults: parsed.error.issues
      .slice(0, 50)
      .map(({ path }) => ({ field: path.map(String).join('.') || 'MaHoSo', fault: 'unreadable' as const })),
  }
}

async function file(context: HandlerContext, row: IncomingRow, facts: Facts): Promise<void> {
  const { tx, emit } = context
  try {
    const { caseId, unitId } = await fileTold(context, facts, row.files)
    const { code } = facts
    await putLink(tx, { caseId, code, nationalCode: code, origin: 'national', known: true, unitId })
    await updateTold(tx, row.id, { state: 'taken-in', caseId, unitId, payload: null, reason: null, faults: [] })
    for (const incomingId of await listWaitingFor(tx, row.nationalCode)) await emit('exchange.told', { incomingId })
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown
    await updateTold(tx, row.id, {
      state: 'quarantine',
      reason: thrown.code,
      faults: thrown.errors.map(({ path, code }) => ({ field: path, fault: code })),
    })
  }
}
