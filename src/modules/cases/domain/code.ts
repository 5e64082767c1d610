import type { Day } from '#kernel/calendar.ts'

/** A dossier code as it is made today, and as other systems of today write it. */
const CURRENT = /^[A-Z]\d{2}(?:\.\d{2,3}){0,4}-\d{6}(?:\d{2})?-\d{4,7}$/
/** Before 2020: the unit's code reversed. */
const LEGACY = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,7}$/
/** The identifier of a unit (mã định danh cơ quan). */
export const UNIT_CODE = /^[A-Z]\d{2}(?:\.\d{2,3}){0,4}$/

/** The code of the `number`-th case a unit takes in on a day: four digits, more when they do not suffice. */
export function caseCode(unitCode: string, day: Day, number: number): string {
  return `${unitCode}-${day.slice(2).replaceAll('-', '')}-${String(number).padStart(4, '0')}`
}

/** Whether the text is a dossier code, of today or of before. */
export function isCaseCode(text: string): boolean {
  return CURRENT.test(text) || LEGACY.test(text)
}

/** Signs that are not mistaken for one another on paper: no 0 and O, no 1, I and L, no U. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Four signs, with `pick` giving a random number from 0 and below its argument; with the code they open the public page of a case. */
export function secretFrom(pick: (below: number) => number): string {
  return Array.from({ length: 4 }, () => SIGNS.charAt(pick(SIGNS.length))).join('')
}
