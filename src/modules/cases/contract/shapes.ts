import { z } from 'zod'
import { bothField, dayField, flagField, idField, line, momentField, paragraphs } from '#kernel/fields.ts'
import {
  ACTS,
  AUTHENTICATION,
  BUSINESS_STATES,
  CHANNELS,
  DELIVERY_STATES,
  FINANCE_STATES,
  OUTCOMES,
  PAPER_FORMS,
  PAPER_SOURCES,
  PARTY_KINDS,
  RETURN_WAYS,
  SYNC_STATES,
} from '../domain/words.ts'

/** Announced when any case of a unit changes: `cases.unit.ID`; and one case: `cases.case.ID`. */
export const UNIT_TOPICS = 'cases.unit.'
export const CASE_TOPICS = 'cases.case.'
export const unitTopic = (unitId: string) => `${UNIT_TOPICS}${unitId}`
export const caseTopic = (caseId: string) => `${CASE_TOPICS}${caseId}`

export const UnitRef = z.object({ unitId: idField, name: z.string() })

/** A person or organisation as it comes in. What is doubtful is accepted with a warning, what cannot be is refused (domain/party.ts). */
export const PartyInput = z.object({
  kind: z.enum(PARTY_KINDS),
  name: line(200),
  identityNumber: line(20).nullable().default(null),
  taxCode: line(20).nullable().default(null),
  bornOn: dayField.nullable().default(null),
  gender: z.enum(['male', 'female']).nullable().default(null),
  phone: line(20).nullable().default(null),
  email: line(200).nullable().default(null),
  address: line(500).nullable().default(null),
})
export const RepresentativeInput = PartyInput.extend({
  /** On what ground: power of attorney, parent, head of the organisation. */
  ground: line(300),
})
export const Party = z.object({
  role: z.enum(['subject', 'representative']),
  kind: z.enum(PARTY_KINDS),
  name: z.string(),
  identityNumber: z.string().nullable(),
  taxCode: z.string().nullable(),
  bornOn: z.string().nullable(),
  gender: z.enum(['male', 'female']).nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  ground: z.string().nullable(),
  warnings: z.array(z.string()),
})
export type Party = z.infer<typeof Party>

export const PaperInput = z.object({
  /** Of the procedure's list, or `other-…` for one that is not on it. */
  code: z
    .string()
    .max(60)
    .regex(/^[a-z0-9][a-z0-9-]*$/),
  name: line(500).optional(),
  form: z.enum(PAPER_FORMS),
  copies: z.int().min(0).max(50).default(1),
  source: z.enum(PAPER_SOURCES).default('citizen'),
  fileId: idField.nullable().default(null),
  note: line(300).or(z.literal('')).default(''),
})
export const Paper = z.object({
  id: idField,
  code: z.string(),
  name: z.string(),
  form: z.enum(PAPER_FORMS),
  copies: z.number().int(),
  source: z.enum(PAPER_SOURCES),
  fileId: idField.nullable(),
  /** What was found when the file was looked at; null without a file. */
  file: z
    .object({
      name: z.string(),
      mediaType: z.string(),
      size: z.number().int(),
      state: z.enum(['clean', 'infected', 'unchecked', 'refused']),
      warnings: z.array(z.string()),
    })
    .nullable(),
  note: z.string(),
  addedAt: momentField,
})
export type Paper = z.infer<typeof Paper>

/** Answers over which the conditions of the procedure are asked. */
export const Answers = z
  .record(
    z
      .string()
      .max(80)
      .regex(/^[a-z][a-z0-9_]*$/),
    z.union([z.string().max(500), z.number(), z.boolean(), z.null()]),
  )
  .refine((answers) => Object.keys(answers).length <= 200, 'platform/too-long')

/** One line of a list. Names and phones are personal data: only what finds the case again. */
export const CaseSummary = z.object({
  id: idField,
  code: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: z.string(),
  title: z.string(),
  subjectName: z.string(),
  subjectPhone: z.string().nullable(),
  channel: z.enum(CHANNELS),
  business: z.enum(BUSINESS_STATES),
  finance: z.enum(FINANCE_STATES),
  delivery: z.enum(DELIVERY_STATES),
  sync: z.enum(SYNC_STATES),
  receivedUnit: UnitRef,
  competentUnit: UnitRef,
  /** Who holds it now. */
  unit: UnitRef,
  stepName: bothField.nullable(),
  assigneeName: z.string().nullable(),
  receivedAt: momentField.nullable(),
  /** Null: not running. */
  dueAt: momentField.nullable(),
  stepDueAt: momentField.nullable(),
  endedAt: momentField.nullable(),
  onTime: z.boolean().nullable(),
  /** Working minutes left until due (negative: late); null: not running or ended. */
  minutesLeft: z.number().int().nullable(),
  demonstration: z.boolean(),
  version: z.number().int(),
})
export type CaseSummary = z.infer<typeof CaseSummary>

export const ActRow = z.object({
  number: z.number().int(),
  act: z.enum(ACTS),
  at: momentField,
  actorName: z.string(),
  unit: UnitRef,
  fromUnit: UnitRef.nullable(),
  toUnit: UnitRef.nullable(),
  fromStep: bothField.nullable(),
  toStep: bothField.nullable(),
  toState: z.enum(BUSINESS_STATES),
  /** The reason or note given. */
  note: z.string(),
  /** On what it rests, as people cite it. */
  decision: z.string().nullable(),
})
export const Opinion = z.object({
  id: idField,
  unit: UnitRef,
  question: z.string(),
  askedByName: z.string(),
  askedAt: momentField,
  dueAt: momentField.nullable(),
  answer: z.string().nullable(),
  agrees: z.boolean().nullable(),
  answeredByName: z.string().nullable(),
  answeredAt: momentField.nullable(),
  fileId: idField.nullable(),
})
export const ResultRow = z.object({
  id: idField,
  code: z.string(),
  name: z.string(),
  written: z.boolean(),
  number: z.string().nullable(),
  issuedOn: z.string(),
  fileId: idField.nullable(),
})
export const FeeRow = z.object({
  code: z.string(),
  kind: z.enum(['charge', 'levy']),
  name: z.string(),
  amountVnd: z.number().int(),
  exemptedVnd: z.number().int(),
  exemption: z.string().nullable(),
  /** Taken off by hand, and the legal ground given last. */
  waivedVnd: z.number().int(),
  waiver: z.string().nullable(),
})

/** What the reader may do now: possible by the law of movement, allowed by their rights, open in the process. */
export const PossibleAct = z.object({
  act: z.enum(ACTS),
  /** For `forward` and `send-back`: where to. */
  steps: z.array(z.object({ stepId: z.string(), name: bothField, needsUnit: z.boolean() })).default([]),
})

export const CaseDetail = CaseSummary.extend({
  secret: z.string(),
  helpedUnit: UnitRef.nullable(),
  onlineLevel: z.enum(['none', 'partial', 'full']),
  remote: z.boolean(),
  authentication: z.enum(AUTHENTICATION),
  outcome: z.enum(OUTCOMES).nullable(),
  procedureVersionId: idField,
  stepId: z.string().nullable(),
  assigneeId: idField.nullable(),
  answers: Answers,
  term: z.object({ amount: z.number(), unit: z.string(), rule: z.string() }),
  filedAt: momentField,
  firstDueAt: momentField.nullable(),
  extended: z.boolean(),
  returnedAt: momentField.nullable(),
  returnWay: z.enum(RETURN_WAYS).nullable(),
  lateReason: z.string().nullable(),
  lateStep: z.string().nullable(),
  /** What is asked in all, after exemptions by law: paid + waived + outstanding. */
  feeTotalVnd: z.number().int(),
  waivedVnd: z.number().int(),
  paidVnd: z.number().int(),
  outstandingVnd: z.number().int(),
  parties: z.array(Party),
  papers: z.array(Paper),
  /** Papers of the procedure that are asked of this case and not there. */
  missingPapers: z.array(z.object({ code: z.string(), name: bothField, legalBasis: z.string().nullable() })),
  fees: z.array(FeeRow),
  results: z.array(ResultRow),
  opinions: z.array(Opinion),
  acts: z.array(ActRow),
  possible: z.array(PossibleAct),
  /** Since when the citizen waits for an answer and by when it is owed; null: nothing is owed. */
  waiting: z.object({ since: momentField, dueAt: momentField }).nullable(),
  /** National code 1–10 of the state, by the mapping in force. */
  nationalCode: z.number().int().nullable(),
  /** It came with answers to electronic forms (`list-filled-forms`). */
  hasForm: z.boolean(),
})
export type CaseDetail = z.infer<typeof CaseDetail>

/** What every act on a case is given: which case, and the version its doer saw. A later version answers 409 `cases/changed-meanwhile`. */
export const onCase = { caseId: idField, version: z.coerce.number().int().min(1) }
export const noteField = paragraphs(2000).default('')
export const reasonField = paragraphs(2000).refine((text) => text.length >= 3, 'platform/required')
export { flagField }
