import { daysBetween } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { requireScope } from '#modules/organisation/index.ts'
import { getVersion } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import { operation } from '#server/operation.ts'
import { PDF_TYPE } from '#server/typst.ts'
import { printBook as contract, MOST_BOOK_ROWS } from '../contract/forms.ts'
import { bookForm } from '../domain/forms/book.ts'
import { printedUnit, unitNames } from '../gateways/printed-units.ts'
import { formPdf } from '../outputs/forms/pdf.ts'
import { type BookCaseRow, listBook } from '../store/printed.ts'

const MOST_DAYS = 366

export const printBook = operation(contract, async (context, { unitId, from, to }) => {
  const { tx, now } = context
  await requireScope(context, contract.permission, unitId)
  const days = daysBetween(from, to) + 1
  if (days < 1 || days > MOST_DAYS)
    throw new Problem('invalid-input', 'cases/book-days', 'The days are not a time of at most a year.', {
      values: { days: MOST_DAYS },
    })
  const rows = await listBook(tx, { unitId, from, to, limit: MOST_BOOK_ROWS })
  if (rows.length > MOST_BOOK_ROWS)
    throw new Problem('too-large', 'cases/book-too-long', 'There are too many cases for one book.', {
      values: { rows: MOST_BOOK_ROWS },
    })
  const setsOf = await setsByVersion(tx, rows)
  const nameOf = await unitNames(tx, to)
  const document = bookForm(
    {
      unit: { ...(await printedUnit(tx, unitId, to)), desk: null },
      from,
      to,
      demonstration: rows.some(({ demonstration }) => demonstration),
      rows: rows.map((row) => ({
        ...row,
        sets: setsOf.get(row.procedureVersionId) ?? 1,
        competent: nameOf(row.competentUnitId),
        state: row.business,
      })),
    },
    now,
  )
  return {
    name: `Mau-07-So-theo-doi-${from}-${to}.pdf`,
    mediaType: PDF_TYPE,
    bytes: await formPdf(document),
    inline: true,
  }
})

/** Each version is read once, however many cases rest on it. */
async function setsByVersion(tx: Tx, rows: readonly BookCaseRow[]): Promise<ReadonlyMap<string, number>> {
  const sets = new Map<string, number>()
  for (const id of new Set(rows.map(({ procedureVersionId }) => procedureVersionId)))
    sets.set(id, (await getVersion(tx, id)).content.sets)
  return sets
}
