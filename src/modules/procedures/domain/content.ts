import { z } from 'zod'
import { dayField, line, paragraphs } from '#kernel/fields.ts'
import { Expression } from '#kernel/rules/expression.ts'

// What one version of a procedure (thủ tục hành chính) says. A version is data with validity: what a decree changes is written here.

export const ONLINE_LEVELS = ['none', 'partial', 'full'] as const
export type OnlineLevel = (typeof ONLINE_LEVELS)[number]
/** `district` is kept so that procedures of before 1 July 2025 stay readable; it cannot be chosen for new work. */
export const COMPETENT_LEVELS = ['province', 'district', 'commune'] as const
export const APPLICANTS = [
  'citizen',
  'overseas-vietnamese',
  'foreigner',
  'enterprise',
  'household-business',
  'organisation',
] as const
export type Applicant = (typeof APPLICANTS)[number]
export const CHANNELS = ['counter', 'online', 'post'] as const
export type Channel = (typeof CHANNELS)[number]
export const TIME_UNITS = ['working-hours', 'working-days', 'calendar-days', 'months', 'in-day'] as const
export const PAPER_FORMS = ['original', 'certified-copy', 'copy', 'electronic'] as const

/** A text in both languages; Vietnamese is the language of record. */
export const both = (maxLength: number) => z.object({ vi: line(maxLength), en: line(maxLength) })
/** Several lines in both languages; may be empty. */
export const bothParagraphs = (maxLength: number) => z.object({ vi: paragraphs(maxLength), en: paragraphs(maxLength) })
export type Both = { readonly vi: string; readonly en: string }

/** Short code inside one procedure: `to-khai`, `ban-sao-giay-khai-sinh`. */
export const partCode = z
  .string()
  .max(60)
  .regex(/^[a-z0-9][a-z0-9-]*$/)

/** Digit, dot, six digits; the long local variant is accepted. */
export const procedureCode = z
  .string()
  .max(40)
  .regex(/^\d\.\d{6}(\.\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2})?$/, 'procedures/bad-code')

/**
 * A time limit. `rule` matters for working days only: `hours` counts n × 8 working hours from the moment of receipt, `days` leaves
 * the day of receipt out and ends with the n-th working day.
 */
export const Term = z.object({
  amount: z.int().min(0).max(2000),
  unit: z.enum(TIME_UNITS),
  rule: z.enum(['hours', 'days']).default('days'),
})
export type Term = z.infer<typeof Term>

/** `title` as the instrument calls itself, `article` where in it. */
export const LegalBasis = z.object({
  number: line(60),
  title: line(500),
  article: line(100).nullable().default(null),
  issuedOn: dayField.nullable().default(null),
  effectiveOn: dayField.nullable().default(null),
  url: line(500).nullable().default(null),
})

export const Paper = z.object({
  code: partCode,
  name: both(500),
  forms: z.array(z.enum(PAPER_FORMS)).min(1).max(4),
  copies: z.int().min(0).max(20).default(1),
  required: z.boolean().default(true),
  /** Asked only when this holds over the answers of the case; null: always. */
  when: Expression.nullable().default(null),
  /** Why it is asked: shown to the citizen. */
  legalBasis: line(300).nullable().default(null),
  /** May be taken from a store of results or a national database instead of being asked again. */
  reusable: z.boolean().default(false),
})
export type Paper = z.infer<typeof Paper>

export const Result = z.object({
  code: partCode,
  name: both(500),
  /** A written result must be issued (counted by the electronic-result indicator). */
  written: z.boolean().default(true),
  validMonths: z.int().min(1).max(1200).nullable().default(null),
})
export type Result = z.infer<typeof Result>

export const Fee = z.object({
  code: partCode,
  /** `charge`: phí; `levy`: lệ phí. */
  kind: z.enum(['charge', 'levy']),
  name: both(300),
  amountVnd: z.int().min(0).max(10_000_000_000),
  /** Due only when this holds; null: always. */
  when: Expression.nullable().default(null),
  /** `validTo` is the first day on which it no longer holds. */
  validFrom: dayField,
  validTo: dayField.nullable().default(null),
  legalBasis: line(300).nullable().default(null),
  exemptions: z
    .array(
      z.object({
        who: both(300),
        when: Expression.nullable().default(null),
        /** Part of the amount that is not asked, in per cent. */
        percent: z.int().min(1).max(100),
        legalBasis: line(300).nullable().default(null),
      }),
    )
    .max(20)
    .default([]),
})
export type Fee = z.infer<typeof Fee>

export const ProcedureContent = z.object({
  name: both(500),
  fieldCode: partCode,
  onlineLevel: z.enum(ONLINE_LEVELS),
  /** Flagged as eligible for `full` by the ministry (766, 3.1). */
  eligibleForFull: z.boolean().default(false),
  levels: z.array(z.enum(COMPETENT_LEVELS)).min(1).max(3),
  applicants: z.array(z.enum(APPLICANTS)).min(1).max(6),
  channels: z.array(z.enum(CHANNELS)).min(1).max(3),
  /** Trình tự thực hiện. */
  steps: bothParagraphs(10_000),
  /** Yêu cầu, điều kiện. */
  requirements: bothParagraphs(10_000),
  papers: z.array(Paper).max(60),
  /** Sets of papers to hand in (số lượng hồ sơ). */
  sets: z.int().min(1).max(10).default(1),
  results: z.array(Result).min(1).max(20),
  fees: z.array(Fee).max(60),
  /** The first limit whose condition holds counts; the last one must be unconditional. */
  terms: z
    .array(z.object({ when: Expression.nullable().default(null), term: Term }))
    .min(1)
    .max(20),
  /** The clock stands still while the citizen supplements; only with a legal ground. */
  supplementPauses: z.boolean().default(true),
  legalBasis: z.array(LegalBasis).min(1).max(60),
  /** Names under which the conditions above may ask, with their types: the answers of a case. */
  questions: z
    .array(
      z.object({
        name: z
          .string()
          .max(80)
          .regex(/^[a-z][a-z0-9_]*$/),
        label: both(300),
        type: z.enum(['boolean', 'number', 'text', 'day', 'choice']),
        choices: z
          .array(z.object({ value: z.string().max(80), label: both(200) }))
          .max(50)
          .default([]),
      }),
    )
    .max(60)
    .default([]),
  /** True for demonstration data: shown as such wherever the procedure is. */
  demonstration: z.boolean().default(false),
})
export type ProcedureContent = z.infer<typeof ProcedureContent>
