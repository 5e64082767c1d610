import { dayAt } from '#kernel/calendar.ts'
import type { Deadline } from '#kernel/work-time/deadline.ts'
import { termWords, traceSentences } from '#kernel/work-time/words.ts'
import { findStep, getProcess, getVersion } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import type { PublicCase } from './contract/look-up.ts'
import { outstandingVnd } from './domain/fees.ts'
import { lastAct, papersOf, reasonOf } from './domain/forms/details.ts'
import { dueChangeWords, initials, stageWords } from './domain/public-words.ts'
import { countable, reckon } from './engine/due.ts'
import { unitNames } from './gateways/printed-units.ts'
import { findDesk } from './store/desks.ts'
import { listPrintedActs, listPrintedDueChanges, type PrintedRow } from './store/printed.ts'

/** A case as its citizen sees it on the public page. */
export async function publicCase(tx: Tx, row: PrintedRow): Promise<PublicCase> {
  const { content } = await getVersion(tx, row.procedureVersionId)
  const { process } = await getProcess(tx, row.processVersionId)
  const nameOf = await unitNames(tx, dayAt(row.receivedAt ?? row.filedAt))
  const changes = await listPrintedDueChanges(tx, row.id)
  const deadline = await reckon({ tx }, row)
  return {
    code: row.code ?? '',
    procedureName: { vi: row.procedureName, en: content.name.en },
    subjectInitials: initials(row.subjectName),
    business: row.business,
    outcome: row.outcome,
    stage: stageWords(row.business, row.outcome),
    stepName: row.stepId === null ? null : (findStep(process, row.stepId)?.name ?? null),
    receivedUnit: nameOf(row.receivedUnitId),
    competentUnit: nameOf(row.competentUnitId),
    holderUnit: nameOf(row.unitId),
    ...momentsOf(row),
    onTime: row.onTime,
    ...countOf(row, deadline),
    dueChanges: changes.map(({ kind, at, before, after, reason }) => ({
      at: at.toISOString(),
      why: dueChangeWords(kind),
      before: before?.toISOString() ?? null,
      after: after?.toISOString() ?? null,
      reason,
    })),
    asked: row.business === 'supplement' ? await askedOf(tx, row.id) : null,
    toPayVnd: row.business === 'payment' ? Math.max(0, outstandingVnd(row)) : 0,
    returnWay: row.returnWay,
    desk: (await findDesk(tx, row.receivedUnitId)) ?? null,
    demonstration: row.demonstration,
  }
}

function momentsOf({ receivedAt, firstDueAt, dueAt, endedAt, returnedAt }: PrintedRow) {
  return {
    receivedAt: receivedAt?.toISOString() ?? null,
    firstDueAt: firstDueAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    endedAt: endedAt?.toISOString() ?? null,
    returnedAt: returnedAt?.toISOString() ?? null,
  }
}

function countOf({ term, dueAt }: PrintedRow, deadline: Deadline | null) {
  const said = (language: 'vi' | 'en') => termWords(countable(term), language)
  const sentences = (language: 'vi' | 'en') => (deadline ? [...traceSentences(deadline.trace, language)] : [])
  return {
    term: { vi: said('vi'), en: said('en') },
    counted: { vi: sentences('vi'), en: sentences('en') },
    countAgrees: deadline === null || (deadline.dueAt?.getTime() ?? null) === (dueAt?.getTime() ?? null),
  }
}

async function askedOf(tx: Tx, caseId: string): Promise<PublicCase['asked']> {
  const acts = await listPrintedActs(tx, caseId)
  const act = lastAct(
    acts.map((one) => ({ ...one, unitName: '', fromUnitName: null, toUnitName: null })),
    'ask-supplement',
  )
  return act ? { since: act.at.toISOString(), reason: reasonOf(act), papers: papersOf(act) } : null
}
