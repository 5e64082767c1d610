import { z } from 'zod'
import { canonicalJson } from '#kernel/canonical-json.ts'
import { line, paragraphs } from '#kernel/fields.ts'
import { Expression } from '#kernel/rules/expression.ts'
import { COLUMN_KINDS, FIELD_KINDS, KNOWN_FACTS, MOST_FIELDS, MOST_LETTERS, MOST_ROWS } from './kinds.ts'

// What one version of a form asks. Texts may still be empty in a draft: the linter says so, and publishing asks for them.

/** A text in both languages; Vietnamese is the language of record, an empty English text says the Vietnamese. */
const both = (maxLength: number) =>
  z.object({ vi: paragraphs(maxLength), en: paragraphs(maxLength) }).default({ vi: '', en: '' })
export type Both = { readonly vi: string; readonly en: string }

/** The name under which rules ask: `ngay_sinh`. */
export const fieldName = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9_]*$/, 'forms/bad-name')

/** Address of a form: `to-khai-dang-ky-khai-sinh`. */
export const formCode = z
  .string()
  .max(80)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'forms/bad-code')

/** Under which a procedure lists a paper. */
const paperCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/, 'forms/bad-name')

const Choice = z.object({
  value: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9_-]*$/, 'forms/bad-name'),
  label: both(300),
})

const rule = Expression.nullable().default(null)

/** What a field and a column of a table have in common. */
const asked = {
  name: fieldName,
  label: both(500),
  required: z.boolean().default(false),
  /** Must be answered when this holds. */
  requiredIf: rule,
  /** Given by a formula instead of by the person. */
  value: rule,
  choices: z.array(Choice).max(100).default([]),
  /** Least and most: of a number its value, of text its letters, of choices, rows and files how many. */
  least: z.number().min(-1e15).max(1e15).nullable().default(null),
  most: z.number().min(-1e15).max(1e15).nullable().default(null),
  decimals: z.int().min(0).max(6).default(0),
  /** Shape of a code: `0` is a digit, `A` a letter, `*` either, anything else itself. */
  mask: z
    .string()
    .max(40)
    .regex(/^[\x20-\x7e]*$/)
    .default(''),
  /** Days and years: not after today, not before today. */
  past: z.boolean().default(false),
  future: z.boolean().default(false),
}

export const Column = z.object({ kind: z.enum(COLUMN_KINDS), ...asked })
export type Column = z.infer<typeof Column>

export const FILE_KINDS = ['pdf', 'image', 'word', 'excel'] as const

export const Field = z.object({
  kind: z.enum(FIELD_KINDS),
  ...asked,
  /** Help under the label; of a note the text itself. */
  hint: both(2000),
  /** Asked only when this holds; nobody is asked for the answer of a hidden field, and none is kept. */
  showIf: rule,
  /** What the platform may already know of the applicant: offered instead of asked. */
  known: z.enum(KNOWN_FACTS).nullable().default(null),
  /** Names the field had in earlier versions: answers of drafts follow. */
  formerly: z.array(fieldName).max(10).default([]),
  /** Behind the box: `m²`, `người`. */
  suffix: both(40),
  /** Address and unit: the field whose day decides which units there were; null: today. */
  dayFrom: fieldName.nullable().default(null),
  /** Identity number: the fields it has to agree with. */
  bornOn: fieldName.nullable().default(null),
  gender: fieldName.nullable().default(null),
  columns: z.array(Column).max(40).default([]),
  files: z.array(z.enum(FILE_KINDS)).max(4).default([]),
  /** Files: the code of the procedure's paper that they are. */
  paper: z.string().max(60).nullable().default(null),
})
export type Field = z.infer<typeof Field>

export const Step = z.object({
  code: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9-]*$/, 'forms/bad-name'),
  title: both(300),
  hint: both(2000),
  showIf: rule,
  fields: z.array(Field).max(MOST_FIELDS),
})
export type Step = z.infer<typeof Step>

/** Something that must hold between several answers; refused at one of them when it is false. */
export const FormCheck = z.object({ at: fieldName, holds: Expression, message: both(500) })
export type FormCheck = z.infer<typeof FormCheck>

export const FormDefinition = z
  .object({
    title: both(300),
    intro: both(5000),
    steps: z.array(Step).min(1).max(40),
    checks: z.array(FormCheck).max(200).default([]),
    /** Whom the printed form addresses (Kính gửi) and what its signer vouches for. */
    addressee: both(300),
    pledge: both(2000),
    /** Number of the official form and the instrument that prescribes it. */
    number: z.union([z.literal(''), line(60)]).default(''),
    legalBasis: z.union([z.literal(''), line(500)]).default(''),
    /** The code of the procedure's paper that the filled form is; null: it is a paper of its own. */
    paper: paperCode.nullable().default(null),
    demonstration: z.boolean().default(false),
  })
  .refine(({ steps }) => steps.reduce((sum, { fields }) => sum + fields.length, 0) <= MOST_FIELDS, {
    error: 'forms/too-many-fields',
    path: ['steps'],
  })
export type FormDefinition = z.infer<typeof FormDefinition>

/** The one text of a definition, of which its hash is taken. */
export const canonicalDefinition = (definition: FormDefinition): string => canonicalJson(definition)

/** Every field in the order of the form. */
export const fieldsOf = ({ steps }: FormDefinition): readonly Field[] => steps.flatMap(({ fields }) => fields)

/** The text in the language; the Vietnamese where there is no English. */
export const say = (text: Both, language: 'vi' | 'en'): string =>
  language === 'en' && text.en !== '' ? text.en : text.vi

/** A whole field from what is said of it. */
export const field = (said: z.input<typeof Field>): Field => Field.parse(said)

/** The most a field may hold: rows of a table, letters of a text. */
export function mostOf({ kind, most }: Pick<Field, 'kind' | 'most'>): number {
  const bound = BOUNDS[kind] ?? 300
  return most === null ? bound : Math.min(most, bound)
}

const BOUNDS: Partial<Record<Field['kind'], number>> = {
  paragraph: MOST_LETTERS,
  table: MOST_ROWS,
  files: 20,
  choices: 100,
  'person-name': 100,
  email: 254,
}
