import { readMoment } from './moment.ts'
import { DOSSIER_FIELDS, DOSSIER_LISTS, type Dossier } from './record.ts'

/** One field on which the national portal and we do not agree; both as they are told. */
export type Difference = { readonly field: string; readonly ours: string; readonly theirs: string }

/** What only finds something here, and may be written anew by whoever keeps it. */
const NOT_COMPARED = ['URLDetail', 'MaCSDL', 'MaDoiTuong'] as const
const LISTS = [...Object.keys(DOSSIER_LISTS), 'DanhSachHoSoBoSung'] as (keyof Dossier)[] // as the record names its lists

/**
 * Field by field what the national side says otherwise than we do. A field it does not name at all is not compared; moments are compared
 * as moments, lists by how many rows there are and what they say without addresses.
 */
export function differencesOf(ours: Dossier, theirs: Dossier, named: ReadonlySet<string>): readonly Difference[] {
  const fields = DOSSIER_FIELDS.filter((field) => named.has(field) && !NOT_COMPARED.some((one) => one === field))
  const texts = fields
    .filter((field) => !isSame(field, ours[field], theirs[field]))
    .map((field) => ({ field, ours: ours[field], theirs: theirs[field] }))
  const lists = LISTS.filter((list) => named.has(list))
    .map((list) => ({ field: list, ours: listText(ours[list]), theirs: listText(theirs[list]) }))
    .filter((one) => one.ours !== one.theirs)
  return [...texts, ...lists]
}

function isSame(field: string, ours: string, theirs: string): boolean {
  if (ours === theirs) return true
  if (!field.startsWith('Ngay')) return false
  const [mine, other] = [readMoment(ours), readMoment(theirs)]
  return mine !== undefined && other !== undefined && mine?.getTime() === other?.getTime()
}

function listText(list: Dossier[keyof Dossier]): string {
  if (typeof list === 'string') return list
  return JSON.stringify(list, (key, value: unknown) => (key.startsWith('DuongDan') ? undefined : value))
}
