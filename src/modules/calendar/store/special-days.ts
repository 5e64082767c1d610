import { sql } from 'kysely'
import type { Day } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import type { Tx } from '#server/db.ts'
import type { DayWord } from '../domain/special-day.ts'
import { forgetCalendar } from './calendar.ts'
import { on } from './tables.ts'

/** Who changes, when and why. */
export type Change = { readonly reason: string; readonly changedAt: Date; readonly changedBy: string }

export type DayRow = Omit<DayWord, 'kind'> & {
  /** null: removed. */
  readonly kind: DayWord['kind'] | null
  readonly version: number
  readonly reason: string
  readonly changedAt: Date
}

/**
 * Waits until no other transaction changes the calendar, keeps others waiting until this one ends, and gives the calendar a new
 * stamp. Every change begins with it.
 */
export async function beginChange(tx: Tx): Promise<void> {
  await on(tx).updateTable('calendar.state').set({ stamp: newId() }).execute()
  forgetCalendar(tx)
}

/** The days of a range about which something holds, in order; removed ones too when `withRemoved`. */
export async function listDays(tx: Tx, from: Day, to: Day, withRemoved = false): Promise<DayRow[]> {
  const rows = await selectDays(tx)
    .distinctOn('day')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .orderBy('version', 'desc')
    .execute()
  return rows.map(dayRow).filter(({ kind }) => withRemoved || kind !== null)
}

/** The last word about each of these days, removed ones included. */
export async function findDays(tx: Tx, days: readonly Day[]): Promise<Map<Day, DayRow>> {
  const rows = await selectDays(tx)
    .distinctOn('day')
    .where('day', '=', sql<Day>`any (${[...days]}::date[])`)
    .orderBy('day')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.day, dayRow(row)]))
}

/** The last hundred words about a day, newest first. */
export async function historyOf(tx: Tx, day: Day): Promise<DayRow[]> {
  const rows = await selectDays(tx).where('day', '=', day).orderBy('version', 'desc').limit(100).execute()
  return rows.map(dayRow)
}

/** Writes new words, each as the version given. */
export async function insertDays(
  tx: Tx,
  words: readonly (Omit<DayWord, 'kind'> & { readonly kind: DayWord['kind'] | null; readonly version: number })[],
  change: Change,
): Promise<void> {
  if (words.length === 0) return
  const rows = words.map(({ name, ...word }) => ({ ...word, nameVi: name.vi, nameEn: name.en, ...change }))
  await on(tx).insertInto('calendar.specialDay').values(rows).execute()
}

function selectDays(tx: Tx) {
  return on(tx)
    .selectFrom('calendar.specialDay')
    .select([
      'day',
      'kind',
      'nameVi',
      'nameEn',
      'decision',
      'confirmed',
      'sourceNote',
      'version',
      'reason',
      'changedAt',
    ])
}

type Selected = Omit<DayRow, 'name'> & { readonly nameVi: string; readonly nameEn: string }

function dayRow({ nameVi, nameEn, ...row }: Selected): DayRow {
  return { ...row, name: { vi: nameVi, en: nameEn } }
}

export type YearRow = {
  readonly year: number
  readonly confirmed: boolean
  readonly decision: string | null
  readonly version: number
  readonly changedAt: Date
}

/** The last word about each of these years. */
export async function findYears(tx: Tx, years: readonly number[]): Promise<Map<number, YearRow>> {
  const rows = await on(tx)
    .selectFrom('calendar.year')
    .select(['year', 'confirmed', 'decision', 'version', 'changedAt'])
    .distinctOn('year')
    .where('year', 'in', [...years])
    .orderBy('year')
    .orderBy('version', 'desc')
    .execute()
  return new Map(rows.map((row) => [row.year, row]))
}

/** Writes a new word about a year. */
export async function insertYear(tx: Tx, word: Omit<YearRow, 'changedAt'>, change: Change): Promise<void> {
  await on(tx)
    .insertInto('calendar.year')
    .values({ ...word, ...change })
    .execute()
}
