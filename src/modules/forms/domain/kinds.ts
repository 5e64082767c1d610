import type { ValueType } from '#kernel/rules/types.ts'

/** What a field of a form asks for. */
export const FIELD_KINDS = [
  'text',
  'paragraph',
  'person-name',
  'number',
  'money',
  'year',
  'day',
  'time',
  'yes-no',
  'consent',
  'choice',
  'choices',
  'gender',
  'identity-number',
  'tax-code',
  'phone',
  'email',
  'code',
  'address',
  'unit',
  'table',
  'files',
  'signature',
  'fee',
  'heading',
  'note',
] as const
export type FieldKind = (typeof FIELD_KINDS)[number]

/** What a column of a table may ask for. */
export const COLUMN_KINDS = [
  'text',
  'person-name',
  'number',
  'money',
  'year',
  'day',
  'yes-no',
  'choice',
  'gender',
  'identity-number',
  'phone',
  'code',
] as const satisfies readonly FieldKind[]
export type ColumnKind = (typeof COLUMN_KINDS)[number]

/** Kinds that only show something: they have no answer. A signature is put under the finished form, not typed. */
const SILENT: ReadonlySet<FieldKind> = new Set(['heading', 'note', 'signature'])
/** Whether the kind has an answer at all. */
export const hasAnswer = (kind: FieldKind): boolean => !SILENT.has(kind)

const VALUE_TYPES: Partial<Record<FieldKind, ValueType>> = {
  number: 'number',
  money: 'number',
  fee: 'number',
  year: 'number',
  day: 'day',
  'yes-no': 'boolean',
  consent: 'boolean',
  text: 'text',
  paragraph: 'text',
  'person-name': 'text',
  time: 'text',
  choice: 'text',
  gender: 'text',
  'identity-number': 'text',
  'tax-code': 'text',
  phone: 'text',
  email: 'text',
  code: 'text',
  address: 'text',
  unit: 'text',
}
/** The type an answer has in conditions under the field's own name; undefined: it has none. */
export const valueTypeOf = (kind: FieldKind): ValueType | undefined => VALUE_TYPES[kind]

/** Kinds whose value a formula may give instead of the person. */
export const COMPUTABLE: ReadonlySet<FieldKind> = new Set(['text', 'number', 'money', 'fee', 'year', 'day', 'yes-no'])

/** What is known of the applicant before anything is asked: of a signed-in citizen, or from the record of an earlier case. */
export const KNOWN_FACTS = [
  'name',
  'identityNumber',
  'bornOn',
  'gender',
  'phone',
  'email',
  'address',
  'taxCode',
] as const
export type KnownFact = (typeof KNOWN_FACTS)[number]

/** The most rows of a table, characters of a paragraph, fields of a form. */
export const MOST_ROWS = 5000
export const MOST_LETTERS = 10_000
export const MOST_FIELDS = 500
