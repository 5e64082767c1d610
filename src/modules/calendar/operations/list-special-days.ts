import { dayAt } from '#kernel/calendar.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { findYears, listDays, type YearRow } from '../store/special-days.ts'

export const listSpecialDays = operation(contract.listSpecialDays, async ({ tx, now }, input) => {
  const thisYear = Number(dayAt(now).slice(0, 4))
  const year = input.year ?? thisYear
  const rows = await listDays(tx, `${year}-01-01`, `${year}-12-31`)
  const words = await findYears(tx, [year, thisYear, thisYear + 1])
  const near = [thisYear, thisYear + 1].map((one) => shown(one, words.get(one)))
  return {
    year: shown(year, words.get(year)),
    days: rows.flatMap(({ kind, changedAt, ...row }) =>
      kind ? [{ ...row, kind, changedAt: changedAt.toISOString() }] : [],
    ),
    near: { years: near, warn: near.some(({ confirmed }) => !confirmed) },
  }
})

function shown(year: number, word: YearRow | undefined): contract.YearWord {
  const changedAt = word?.changedAt.toISOString() ?? null
  return {
    year,
    confirmed: word?.confirmed ?? false,
    decision: word?.decision ?? null,
    version: word?.version ?? 0,
    changedAt,
  }
}
