import type { Day } from '#kernel/calendar.ts'
import { decimalNumber, decimalOf, roundDecimal } from '#kernel/decimal.ts'
import {
  type AnswerValue,
  type FileAnswer,
  type FormContext,
  isRecord,
  own,
  type PlaceAnswer,
  unitKey,
} from './answer.ts'
import { type Checked, checkText, kept, nothing, refused } from './check-text.ts'
import { type Column, type Field, mostOf } from './definition.ts'

/** Whether nothing was answered. A consent that is not given is none. */
export function isBlank(raw: unknown, kind: Field['kind']): boolean {
  if (raw === undefined || raw === null || raw === '') return true
  if (Array.isArray(raw)) return raw.length === 0
  if (kind === 'consent') return raw === false
  return (kind === 'address' || kind === 'unit') && isRecord(raw) && isEmptyPlace(raw)
}

const isEmptyPlace = (raw: object): boolean =>
  [own(raw, 'unitId') ?? '', own(raw, 'place') ?? '', own(raw, 'line') ?? ''].every((part) => part === '')

/**
 * The answer to one field that is no table, checked against what the field says of itself. `day` decides which units there were.
 */
export function checkValue(
  field: Field | Column,
  raw: unknown,
  path: string,
  context: FormContext,
  day: Day = context.today,
): Checked<AnswerValue> {
  if (isBlank(raw, field.kind)) return nothing
  const kind: string = field.kind
  switch (kind) {
    case 'number':
    case 'money':
    case 'fee':
    case 'year':
      return checkNumber(field, raw, path, context)
    case 'yes-no':
    case 'consent':
      return typeof raw === 'boolean' ? kept(raw) : refused(path, 'forms/wrong-type')
    case 'choices':
      return checkChoices(field, raw, path)
    case 'address':
    case 'unit':
      return checkPlace(kind, raw, path, { context, day })
    case 'files':
      return checkFiles(field, raw, path)
    default:
      return checkText(field, raw, path, context)
  }
}

function checkNumber(field: Field | Column, raw: unknown, path: string, { today }: FormContext): Checked<number> {
  // At most fifteen digits: a JavaScript number says those exactly, here, in JSON and in the database.
  if (typeof raw !== 'number' || !Number.isFinite(raw)) return refused(path, 'platform/not-a-number')
  const value = raw === 0 ? 0 : raw
  if (Math.abs(value) >= 1e15) return refused(path, 'forms/too-large')
  const decimals = field.kind === 'number' ? field.decimals : 0
  if (decimalNumber(roundDecimal(decimalOf(value), decimals)) !== value)
    return refused(path, decimals === 0 ? 'forms/not-whole' : 'forms/too-fine', { decimals })
  const least = field.least ?? (field.kind === 'number' ? null : field.kind === 'year' ? 1800 : 0)
  if (least !== null && value < least) return refused(path, 'forms/too-small', { least })
  const most = field.most ?? (field.kind === 'year' ? 2200 : null)
  if (most !== null && value > most) return refused(path, 'forms/too-big', { most })
  if (field.kind === 'year' && field.past && value > Number(today.slice(0, 4))) return refused(path, 'forms/in-future')
  if (field.kind === 'year' && field.future && value < Number(today.slice(0, 4))) return refused(path, 'forms/in-past')
  return kept(value)
}

function checkChoices(field: Field | Column, raw: unknown, path: string): Checked<readonly string[]> {
  if (!Array.isArray(raw) || raw.length > 200) return refused(path, 'forms/wrong-type')
  const given = new Set<unknown>(raw)
  const chosen = field.choices.flatMap(({ value }) => (given.has(value) ? [value] : []))
  if (chosen.length !== given.size) return refused(path, 'platform/not-a-choice')
  if (field.least !== null && chosen.length < field.least)
    return refused(path, 'forms/too-few-chosen', { least: field.least })
  const most = mostOf(field)
  return chosen.length > most ? refused(path, 'forms/too-many-chosen', { most }) : kept(chosen)
}

const LINE = { least: null, most: 300, mask: '', past: false, future: false, choices: [] }
type When = { readonly context: FormContext; readonly day: Day }

function checkPlace(
  kind: 'address' | 'unit',
  raw: unknown,
  path: string,
  { context, day }: When,
): Checked<PlaceAnswer> {
  if (!isRecord(raw) || Object.keys(raw).some((key) => !['unitId', 'place', 'line'].includes(key)))
    return refused(path, 'forms/wrong-type')
  const unitId = own(raw, 'unitId') ?? null
  const text = (key: string) => checkText({ ...LINE, kind: 'text' }, own(raw, key) ?? '', path, context)
  const [place, line] = [text('place'), kind === 'unit' ? nothing : text('line')]
  const troubles = [...place.troubles, ...line.troubles]
  if (troubles.length > 0) return { value: null, troubles }
  if (unitId === null) {
    if (kind === 'unit' || place.value === null) return refused(path, 'forms/no-unit')
    return kept({ unitId, place: place.value, line: line.value ?? '' })
  }
  if (typeof unitId !== 'string' || !/^[0-9a-f-]{36}$/.test(unitId)) return refused(path, 'forms/unknown-unit')
  if (context.units === null) return kept({ unitId, place: place.value ?? '', line: line.value ?? '' })
  const unit = context.units.get(unitKey(unitId, day))
  return unit
    ? kept({ unitId, place: unit.path, line: line.value ?? '' })
    : refused(path, 'forms/unknown-unit', { day })
}

function checkFiles(field: Field | Column, raw: unknown, path: string): Checked<readonly FileAnswer[]> {
  const most = mostOf(field)
  if (!Array.isArray(raw)) return refused(path, 'forms/wrong-type')
  if (raw.length > most) return refused(path, 'forms/too-many-files', { most })
  const files: FileAnswer[] = []
  for (const one of raw as readonly unknown[]) {
    const [fileId, name] = isRecord(one) ? [own(one, 'fileId'), own(one, 'name')] : []
    if (typeof fileId !== 'string' || !/^[0-9a-f-]{36}$/.test(fileId) || typeof name !== 'string')
      return refused(path, 'forms/wrong-type')
    if (name.length > 255 || /[\p{Cc}\p{Cs}/\\]/u.test(name)) return refused(path, 'forms/unstorable')
    files.push({ fileId, name: name.normalize('NFC') })
  }
  if (field.least !== null && files.length < field.least)
    return refused(path, 'forms/too-few-files', { least: field.least })
  return kept(files)
}
