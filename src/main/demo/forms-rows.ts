import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Expression } from '#kernel/rules/expression.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import type * as contract from '#modules/forms/contract.ts'

// Illustrative forms: see data/forms/README.md. They must be compared with the official ones before use.

const pair = z.tuple([z.string(), z.string()])
const Choices = z.record(z.string(), pair)
const More = z.strictObject({
  showIf: z.string().optional(),
  requiredIf: z.string().optional(),
  value: z.string().optional(),
  choices: Choices.optional(),
  known: z.string().optional(),
  bornOn: z.string().optional(),
  gender: z.string().optional(),
  dayFrom: z.string().optional(),
  past: z.boolean().optional(),
  future: z.boolean().optional(),
  least: z.number().optional(),
  most: z.number().optional(),
  decimals: z.number().optional(),
  mask: z.string().optional(),
  suffix: pair.optional(),
  paper: z.string().optional(),
  files: z.array(z.string()).optional(),
  columns: z.array(z.unknown()).optional(),
})
const FieldRow = z.union([
  z.tuple([z.string(), z.string(), z.string(), z.string()]),
  z.tuple([z.string(), z.string(), z.string(), z.string(), More]),
])
type FieldRow = z.infer<typeof FieldRow>
const Use = z.strictObject({
  use: z.string(),
  prefix: z.string(),
  vi: z.string(),
  en: z.string(),
  showIf: z.string().optional(),
})
const FormRow = z.strictObject({
  code: z.string(),
  procedures: z.array(z.string()),
  vi: z.string(),
  en: z.string(),
  legalBasis: z.string().default(''),
  /** The paper of its procedures that it is. */
  paper: z.string(),
  checks: z.array(z.tuple([z.string(), z.string(), z.string(), z.string()])).default([]),
  steps: z.array(
    z.strictObject({
      code: z.string(),
      vi: z.string(),
      en: z.string(),
      showIf: z.string().optional(),
      fields: z.array(z.union([FieldRow, Use])),
    }),
  ),
})
export type FormRow = z.infer<typeof FormRow>
const File = z.strictObject({
  about: z.string(),
  blocks: z.record(z.string(), z.array(FieldRow)),
  forms: z.array(FormRow),
})
export type FormsFile = z.infer<typeof File>
type Definition = z.input<typeof contract.FormDefinition>
type NewField = Definition['steps'][number]['fields'][number]

/** The forms of the demonstration, as they are written down. */
export async function readForms(): Promise<FormsFile> {
  return File.parse(JSON.parse(await readFile(join(import.meta.dirname, 'data/forms/forms.json'), 'utf8')))
}

/** What the form of a row asks. */
export function definitionOf(row: FormRow, { blocks }: FormsFile): Definition {
  return {
    title: { vi: row.vi, en: row.en },
    addressee: { vi: 'Cơ quan tiếp nhận hồ sơ', en: 'The office that receives the file' },
    pledge: {
      vi: 'Tôi cam đoan lời khai trên là đúng sự thật và chịu trách nhiệm về lời khai của mình.',
      en: 'I vouch that the above is true and answer for it.',
    },
    legalBasis: row.legalBasis,
    paper: row.paper,
    checks: row.checks.map(([at, holds, vi, en]) => ({ at, holds: rule(holds), message: { vi, en } })),
    steps: row.steps.map(({ code, vi, en, showIf, fields }) => ({
      code,
      title: { vi, en },
      showIf: showIf === undefined ? null : rule(showIf),
      fields: fields.flatMap((one) => (Array.isArray(one) ? [fieldOf(one)] : blockOf(one, blocks))),
    })),
    demonstration: true,
  }
}

/** The fields of a block, with the prefix before their names and the words in their labels. */
function blockOf({ use, prefix, vi, en, showIf }: z.infer<typeof Use>, blocks: FormsFile['blocks']): NewField[] {
  const block = blocks[use]
  if (!block) throw new Error(`The demonstration has no block ${use}.`)
  const filled = JSON.stringify(block).replaceAll('{p}', prefix).replaceAll('{vi}', vi).replaceAll('{en}', en)
  const rows = z.array(FieldRow).parse(JSON.parse(filled))
  return rows.map((one) => {
    const made = fieldOf(one)
    return showIf === undefined || one[4]?.showIf !== undefined ? made : { ...made, showIf: rule(showIf) }
  })
}

function fieldOf([kind, name, vi, en, more = {}]: FieldRow): NewField {
  const { showIf, requiredIf, value, choices, columns, suffix, ...rest } = more
  const isRequired = kind.endsWith('!')
  // The contract refuses a kind, a fact or a paper that it does not know.
  return {
    ...rest,
    kind: isRequired ? kind.slice(0, -1) : kind,
    name,
    label: { vi, en },
    required: isRequired,
    ...(showIf !== undefined && { showIf: rule(showIf) }),
    ...(requiredIf !== undefined && { requiredIf: rule(requiredIf) }),
    ...(value !== undefined && { value: rule(value) }),
    ...(choices && { choices: choicesOf(choices) }),
    ...(columns && { columns: z.array(FieldRow).parse(columns).map(fieldOf) }),
    ...(suffix && { suffix: { vi: suffix[0], en: suffix[1] } }),
  } as NewField
}

const choicesOf = (choices: z.infer<typeof Choices>) =>
  Object.entries(choices).map(([value, [vi, en]]) => ({ value, label: { vi, en } }))

function rule(formula: string): Expression {
  const parsed = parseFormula(formula)
  if ('problem' in parsed) throw new Error(`${formula}: ${parsed.problem.code}`)
  return parsed.expression
}
