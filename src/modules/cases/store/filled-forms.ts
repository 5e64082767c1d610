import { json, type Tx } from '#server/db.ts'
import { type FilledFormRow, on } from './tables.ts'

export async function insertFilledForm(tx: Tx, row: FilledFormRow): Promise<void> {
  await on(tx)
    .insertInto('cases.filledForm')
    .values({ ...row, answers: json(row.answers) } as never)
    .execute()
}

/** What was answered on the forms of a case, by their codes, as far as row security shows the case. */
export const filledFormsOf = (tx: Tx, caseId: string): Promise<FilledFormRow[]> =>
  on(tx).selectFrom('cases.filledForm').selectAll().where('caseId', '=', caseId).orderBy('formCode').limit(20).execute()
