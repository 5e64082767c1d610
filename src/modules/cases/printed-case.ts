import { dayAt } from '#kernel/calendar.ts'
import { findStep, getProcess, getVersion } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import type { FormAct, FormCase, FormUnit } from './domain/forms/facts.ts'
import { lookUpAddress } from './domain/look-up-address.ts'
import { printedUnit, unitNames } from './gateways/printed-units.ts'
import { findDesk } from './store/desks.ts'
import {
  findPrinted,
  listConsultedUnits,
  listPrintedActs,
  listPrintedDueChanges,
  listPrintedPapers,
  listPrintedParties,
  type PrintedRow,
} from './store/printed.ts'

/** What the official forms of a case are made from, or null when the reader's units do not reach it. */
export async function printedCase(tx: Tx, caseId: string, origin: string): Promise<FormCase | null> {
  const row = await findPrinted(tx, caseId)
  if (!row) return null
  const { content } = await getVersion(tx, row.procedureVersionId)
  const day = dayAt(row.receivedAt ?? row.filedAt)
  const nameOf = await unitNames(tx, day)
  return {
    ...row,
    procedureNameEn: content.name.en,
    sets: content.sets,
    received: await withDesk(tx, row.receivedUnitId, day),
    competent: await withDesk(tx, row.competentUnitId, day),
    consulted: (await listConsultedUnits(tx, caseId)).map(nameOf),
    parties: await listPrintedParties(tx, caseId),
    papers: await listPrintedPapers(tx, caseId),
    acts: await printedActs(tx, row, nameOf),
    dueChanges: await listPrintedDueChanges(tx, caseId),
    lookUpUrl: row.code === null ? null : lookUpAddress(origin, row.code, row.secret),
  }
}

async function withDesk(tx: Tx, unitId: string, day: string): Promise<FormUnit> {
  return { ...(await printedUnit(tx, unitId, day)), desk: (await findDesk(tx, unitId)) ?? null }
}

async function printedActs(
  tx: Tx,
  { id, processVersionId }: PrintedRow,
  nameOf: (unitId: string) => string,
): Promise<FormAct[]> {
  const { process } = await getProcess(tx, processVersionId)
  const stepName = (stepId: string | null) => (stepId === null ? null : (findStep(process, stepId)?.name.vi ?? stepId))
  const acts = await listPrintedActs(tx, id)
  return acts.map(({ unitId, fromUnitId, toUnitId, ...act }) => ({
    ...act,
    unitName: nameOf(unitId),
    fromUnitName: fromUnitId === null ? null : nameOf(fromUnitId),
    toUnitName: toUnitId === null ? null : nameOf(toUnitId),
    fromStep: stepName(act.fromStep),
    toStep: stepName(act.toStep),
  }))
}
