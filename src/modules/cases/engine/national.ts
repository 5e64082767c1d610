import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { listFields } from '#modules/procedures/index.ts'
import { findFiles } from '#server/files.ts'
import { caseTopic } from '../contract/shapes.ts'
import { countCase } from '../counting.ts'
import type { ActRecord } from '../domain/act.ts'
import type { CaseRow } from '../domain/case.ts'
import { foldActs } from '../domain/fold.ts'
import type { SyncState } from '../domain/words.ts'
import { findCase, findCaseForUpdate } from '../store/cases.ts'
import { findNationalCode, type HangingThen, hangingAt, listActsUpTo, updateSync } from '../store/national.ts'
import { listFees } from '../store/parts.ts'
import { findUnitCode } from '../store/settings.ts'
import type { FeeRow } from '../store/tables.ts'
import type { Acting } from './acting.ts'
import { type Intake, takeIn } from './intake.ts'

/** A case as it was after one of its acts, with what hung on it then: what another system is told of it. */
export type CaseThen = HangingThen & {
  readonly row: CaseRow
  readonly act: ActRecord
  /** Every act up to that one. */
  readonly acts: readonly ActRecord[]
  readonly fees: readonly FeeRow[]
  readonly fieldName: string
  readonly nationalCode: number | null
  readonly received: { readonly code: string; readonly name: string }
  readonly competent: { readonly code: string; readonly name: string }
  /** Names of the files of papers and results. */
  readonly fileNames: ReadonlyMap<string, string>
}

/** The case after its act of that number; the same whenever it is asked, but for corrections of names and fees that were waived. Throws when there is none. */
export async function caseAfterAct(tx: Acting['tx'], caseId: string, number: number): Promise<CaseThen> {
  const [now, acts] = [await findCase(tx, caseId), await listActsUpTo(tx, caseId, number)]
  const act = acts.at(-1)
  if (!now || act?.number !== number) throw new Problem('not-found', 'cases/not-found', 'There is no such act.')
  const row: CaseRow = { ...now, ...foldActs(acts), searchText: '' }
  const day = dayAt(act.at)
  const hanging = await hangingAt(tx, caseId, act.at)
  const structure = await loadStructure(tx)
  const unit = async (unitId: string) => {
    const known = findUnitAt(structure, unitId, day) ?? structure.byUnit.get(unitId)?.at(-1)
    return { code: (await findUnitCode(tx, unitId, day)) ?? '', name: known?.name ?? '' }
  }
  const fileIds = [...hanging.papers, ...hanging.results].flatMap(({ fileId }) => (fileId === null ? [] : [fileId]))
  const files = await findFiles(tx, fileIds)
  return {
    ...hanging,
    row,
    act,
    acts,
    fees: await listFees(tx, caseId),
    fieldName: (await listFields(tx)).find(({ code }) => code === row.fieldCode)?.nameVi ?? row.fieldCode,
    nationalCode: await findNationalCode(tx, row.business, day),
    received: await unit(row.receivedUnitId),
    competent: await unit(row.competentUnitId),
    fileNames: new Map([...files].map(([id, { name }]) => [id, name])),
  }
}

/** How far a case is known to the national portal from now on: its fourth state, counted with the others. */
export async function setSync(context: Acting, caseId: string, sync: SyncState): Promise<void> {
  const row = await findCaseForUpdate(context.tx, caseId)
  if (!row || !(await updateSync(context.tx, caseId, sync))) return
  await countCase(context, caseId, 'Đồng bộ với Cổng Dịch vụ công quốc gia')
  await context.announce(caseTopic(caseId))
}

/** A case filed on the national portal, under the code it got there. Throws each refusal, as for any other. */
export async function takeInFiled(
  context: Acting,
  filed: Omit<Intake, 'act' | 'missingReason' | 'helpedUnitId' | 'receivedUnitId'> & { readonly code: string },
): Promise<{ readonly caseId: string }> {
  const { id } = await takeIn(context, {
    ...filed,
    act: 'submit',
    helpedUnitId: null,
    receivedUnitId: filed.competentUnitId,
    missingReason: '',
  })
  return { caseId: id }
}
