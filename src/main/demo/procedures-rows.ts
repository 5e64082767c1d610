import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Expression } from '#kernel/rules/expression.ts'
import { references } from '#kernel/rules/expression.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import type * as contract from '#modules/procedures/contract.ts'

// Illustrative procedures: see data/procedures/README.md. They must be checked against the national database before use.

const text = z.strictObject({ vi: z.string(), en: z.string() })
const exemption = text.extend({ when: z.string(), percent: z.number(), basis: z.string() })
const Row = z.strictObject({
  code: z.string(),
  /** The code is in public use; else it is made up. */
  codeKnown: z.boolean(),
  vi: z.string(),
  en: z.string(),
  field: z.string(),
  levels: z.array(z.enum(['province', 'commune'])),
  online: z.enum(['none', 'partial', 'full']),
  applicants: z.array(
    z.enum(['citizen', 'overseas-vietnamese', 'foreigner', 'enterprise', 'household-business', 'organisation']),
  ),
  papers: z.array(z.string()),
  fees: z.array(z.string()),
  /** `3 working-days`, or `in-day`. */
  term: z.string(),
  /** When others have to be asked. */
  longerTerm: z.string().optional(),
  result: z.tuple([z.string(), z.string()]),
  written: z.boolean().default(true),
  validMonths: z.number().optional(),
  basis: z.array(z.string()),
  process: z.enum(['desk', 'quick', 'standard', 'verify', 'agency']),
})
export type Row = z.infer<typeof Row>

const File = z.strictObject({
  about: z.string(),
  fields: z.array(text.extend({ code: z.string() })),
  bases: z.record(
    z.string(),
    z.strictObject({
      number: z.string(),
      title: z.string(),
      issuedOn: z.string().optional(),
      effectiveOn: z.string().optional(),
    }),
  ),
  papers: z.record(
    z.string(),
    text.extend({
      forms: z.array(z.enum(['original', 'certified-copy', 'copy', 'electronic'])),
      basis: z.string().optional(),
      reusable: z.boolean().default(false),
      when: z.string().optional(),
      optional: z.boolean().default(false),
    }),
  ),
  fees: z.record(
    z.string(),
    text.extend({
      kind: z.enum(['charge', 'levy']),
      amountVnd: z.number(),
      when: z.string().optional(),
      basis: z.string(),
      exemptions: z.array(exemption).default([]),
    }),
  ),
  questions: z.record(z.string(), text),
  procedures: z.array(Row),
})
export type ProceduresFile = z.infer<typeof File>
type Content = z.input<typeof contract.ProcedureContent>
type Term = z.input<typeof contract.Term>

/** The procedures of the demonstration, as they are written down. */
export async function readProcedures(): Promise<ProceduresFile> {
  const json = await readFile(join(import.meta.dirname, 'data/procedures/procedures.json'), 'utf8')
  return File.parse(JSON.parse(json))
}

/** The first day of the demonstration's procedures: since then there are two levels. */
export const FIRST_DAY = '2025-07-01'
const UNKNOWN_BASIS = 'Theo quy định công bố của UBND'

/** What the procedure of a row says. */
export function contentOf(row: Row, file: ProceduresFile): Content {
  const papers = row.papers.map((code) => paperOf(code, file))
  const fees = row.fees.map((code) => feeOf(code, file))
  const terms: Content['terms'] = [
    ...(row.longerTerm === undefined ? [] : [{ when: rule('[needs_opinion]'), term: termOf(row.longerTerm) }]),
    { term: termOf(row.term) },
  ]
  const formulas = [
    ...row.papers.map((code) => file.papers[code]?.when),
    ...row.fees.flatMap((code) => [
      file.fees[code]?.when,
      ...(file.fees[code]?.exemptions ?? []).map(({ when }) => when),
    ]),
    row.process === 'verify' ? '[needs_opinion]' : undefined,
  ]
  return {
    name: { vi: row.vi, en: row.en },
    fieldCode: row.field,
    onlineLevel: row.online,
    eligibleForFull: row.online === 'full',
    levels: row.levels,
    applicants: row.applicants,
    channels: row.online === 'none' ? ['counter'] : ['counter', 'online', 'post'],
    steps: stepsText(row),
    requirements: { vi: '', en: '' },
    papers,
    results: [
      {
        code: 'ket-qua',
        name: { vi: row.result[0], en: row.result[1] },
        written: row.written,
        validMonths: row.validMonths ?? null,
      },
    ],
    fees,
    terms,
    legalBasis: row.basis.map((code) => file.bases[code] ?? fail(code)),
    questions: questionsOf(formulas, file),
    demonstration: true,
  }
}

function paperOf(code: string, file: ProceduresFile): Content['papers'][number] {
  const { vi, en, forms, basis, reusable, when, optional } = file.papers[code] ?? fail(code)
  return {
    code,
    name: { vi, en },
    forms,
    required: !optional,
    when: when === undefined ? null : rule(when),
    legalBasis: basis ?? UNKNOWN_BASIS,
    reusable,
  }
}

function feeOf(code: string, file: ProceduresFile): Content['fees'][number] {
  const { kind, vi, en, amountVnd, when, basis, exemptions } = file.fees[code] ?? fail(code)
  return {
    code,
    kind,
    name: { vi, en },
    amountVnd,
    when: when === undefined ? null : rule(when),
    validFrom: FIRST_DAY,
    legalBasis: basis,
    exemptions: exemptions.map((one) => ({
      who: { vi: one.vi, en: one.en },
      when: rule(one.when),
      percent: one.percent,
      legalBasis: one.basis,
    })),
  }
}

/** The questions that the conditions ask, each once. */
function questionsOf(formulas: readonly (string | undefined)[], file: ProceduresFile) {
  const names = new Set(formulas.flatMap((when) => (when === undefined ? [] : references(rule(when)))))
  return [...names].map((name) => ({
    name,
    label: file.questions[name] ?? fail(name),
    type: 'boolean' as const,
  }))
}

/** `3 working-days` as a term. */
export function termOf(written: string): Term {
  if (written === 'in-day') return { amount: 1, unit: 'in-day' }
  const [amount = '', unit = ''] = written.split(' ')
  // The units are those of the file; a wrong one is refused by the contract when it is stored.
  return { amount: Number(amount), unit: unit as Term['unit'] }
}

/** A condition as it is written. */
export function rule(formula: string): Expression {
  const parsed = parseFormula(formula)
  return 'expression' in parsed ? parsed.expression : fail(formula)
}

function stepsText({ online, result }: Row) {
  const where = {
    vi: online === 'none' ? 'tại Bộ phận Một cửa' : 'tại Bộ phận Một cửa, qua bưu chính hoặc trực tuyến',
    en: online === 'none' ? 'at the one-stop counter' : 'at the one-stop counter, by post or online',
  }
  return {
    vi: `Bước 1. Nộp hồ sơ ${where.vi}.\nBước 2. Cán bộ kiểm tra hồ sơ, nhận và hẹn ngày trả, hoặc hướng dẫn bổ sung một lần bằng văn bản.\nBước 3. Cơ quan có thẩm quyền giải quyết.\nBước 4. Nhận kết quả: ${result[0]}.`,
    en: `Step 1. Hand in the papers ${where.en}.\nStep 2. The officer checks them, receives them and names the day of return, or asks once, in writing, for what is missing.\nStep 3. The competent authority decides.\nStep 4. Receive the result: ${result[1]}.`,
  }
}

function fail(what: string): never {
  throw new Error(`The demonstration's procedures name something that is not there: ${what}`)
}
