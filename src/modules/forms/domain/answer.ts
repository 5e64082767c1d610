import type { Day } from '#kernel/calendar.ts'

/** A place: a unit of the platform's own territory as it stood on a day, or words for a place elsewhere. */
export type PlaceAnswer = {
  readonly unitId: string | null
  /** What the place was called on that day: `Phường Vũng Tàu, Thành phố Hồ Chí Minh`. */
  readonly place: string
  /** House number, street, hamlet; of a unit nothing. */
  readonly line: string
}
export type FileAnswer = { readonly fileId: string; readonly name: string }
export type CellAnswer = string | number | boolean
export type RowAnswer = Readonly<Record<string, CellAnswer>>
export type AnswerValue =
  | string
  | number
  | boolean
  | readonly string[]
  | PlaceAnswer
  | readonly FileAnswer[]
  | readonly RowAnswer[]

/** What was answered, by the name of the field, as it came: nothing of it is trusted, and only own keys are read. */
export type Answers = Readonly<Record<string, unknown>>

/** A unit as it is on the day that decides: `path` names it and what it stands under. */
export type UnitOfDay = { readonly id: string; readonly path: string }

export type FormContext = {
  readonly today: Day
  /**
   * The units that answers name, by `unitKey(id, day)`; one that is missing is refused. Null: they are not looked up here.
   */
  readonly units: ReadonlyMap<string, UnitOfDay> | null
}

export const unitKey = (unitId: string, day: Day): string => `${unitId} ${day}`

/** One thing wrong with an answer, or doubtful. `path`: `ho_ten`, `thanh_vien.3`, `thanh_vien.3.ngay_sinh`. */
export type Trouble = {
  readonly path: string
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly values: Readonly<Record<string, string | number>>
}

export function trouble(path: string, code: string, values: Trouble['values'] = {}): Trouble {
  return { path, code, severity: 'error', values }
}

export function doubt(path: string, code: string, values: Trouble['values'] = {}): Trouble {
  return { path, code, severity: 'warning', values }
}

/** The value of an own key, undefined for every other. */
export function own(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? (object as Readonly<Record<string, unknown>>)[key] : undefined
}

/** Whether the value is an object with keys: no list, no null. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
