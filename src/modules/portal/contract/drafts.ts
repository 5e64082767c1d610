import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, idField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { PublicCase } from '#modules/cases/contract.ts'
import { ReadStep } from '#modules/forms/contract.ts'
import { UNSIGNED } from './citizens.ts'

export const FieldValue = z.union([
  line(500),
  z.literal(''),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ fileId: idField, name: line(200) }),
])
const draftId = z.object({ draftId: idField })
/** Of an answer to the form: what the field is called, and what is wrong in the words of the form. */
const Trouble = z.object({
  field: z.string(),
  code: z.string(),
  label: bothField.nullable(),
  message: bothField.nullable(),
})

/** An electronic form of the procedure, in the version that the application is written on. */
const DraftForm = z.object({
  code: z.string(),
  /** Its answers are the fields `form.NAME` without a mark, else `form.NAME@MARK`. */
  mark: z.string(),
  versionId: idField,
  number: z.number(),
  hash: z.string(),
  title: bothField,
  steps: z.array(z.object({ code: z.string(), title: bothField, fields: z.array(z.string()) })),
  /** Codes of the steps that are asked over the answers. */
  shownSteps: z.array(z.string()),
  /** As they were typed, by the name of the field; right or wrong, also what is hidden just now. */
  answers: z.record(z.string(), z.unknown()),
  /** Answers for which a later version has no place any more, by their old names. */
  aside: z.record(z.string(), z.unknown()),
  /** What a later version did to single answers. */
  notices: z.array(
    z.object({
      field: z.string(),
      label: bothField,
      what: z.enum(['renamed', 'removed', 'new', 'now-required', 'no-longer-fits', 'asked-differently']),
      /** What was chosen and is no choice any more, as it was called. */
      chosen: z.array(bothField).optional(),
    }),
  ),
  /** What is known of who applies; the form offers it instead of asking. */
  known: z.record(z.string(), z.string()),
  /** By the answers the form itself reckons a fee. */
  hasFees: z.boolean(),
})
export type DraftForm = z.infer<typeof DraftForm>

export const Draft = z.object({
  id: idField,
  state: z.enum(['open', 'filed', 'dropped']),
  caseCode: z.string().nullable(),
  fields: z.record(z.string(), FieldValue),
  forms: z.array(DraftForm),
  /** Later versions, or other forms, are in force: begin again, and the application is brought to them. */
  formsOutdated: z.boolean(),
  changedAt: momentField,
  procedure: z.object({
    code: z.string(),
    name: bothField,
    demonstration: z.boolean(),
    questions: z.array(
      z.object({
        name: z.string(),
        label: bothField,
        type: z.enum(['boolean', 'number', 'text', 'day', 'choice']),
        choices: z.array(z.object({ value: z.string(), label: bothField })),
      }),
    ),
    /** What is asked over the answers so far. */
    papers: z.array(
      z.object({
        code: z.string(),
        name: bothField,
        required: z.boolean(),
        legalBasis: z.string().nullable(),
      }),
    ),
    totalVnd: z.number(),
    places: z.array(z.object({ id: idField, name: z.string() })),
    applicants: z.array(z.string()),
  }),
  /** What is missing before it can be handed in. */
  troubles: z.array(Trouble),
})
export type Draft = z.infer<typeof Draft>

/** An application of the same procedure that is being written: when it was begun and last written, and for whom. */
const OpenDraft = z.object({ id: idField, beganAt: momentField, changedAt: momentField, name: z.string() })
export type OpenDraft = z.infer<typeof OpenDraft>

/**
 * The open application of the citizen for a procedure, begun when there is none; on the versions of its forms that are in force. Where
 * several are open, because one was begun before signing in, the one that is named, else the last begun.
 */
export const beginDraft = endpoint({
  id: 'portal.begin-draft',
  method: 'POST',
  path: '/portal/drafts',
  permission: 'citizen',
  mends: [UNSIGNED],
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Bắt đầu hoặc tiếp tục hồ sơ', en: 'Begin or go on with an application' },
  input: z.object({ procedureCode: z.string().max(40), unitId: idField.optional(), draftId: idField.optional() }),
  /** `open`: all that are open for the procedure, this one among them, the last begun first. */
  output: Draft.extend({ open: z.array(OpenDraft) }),
})

export const getDraft = endpoint({
  id: 'portal.get-draft',
  method: 'GET',
  path: '/portal/drafts/:draftId',
  permission: 'citizen',
  mends: [UNSIGNED],
  summary: { vi: 'Xem hồ sơ đang soạn', en: 'An application that is being written' },
  input: draftId,
  output: Draft,
})

/** A table of 5,000 rows fits. */
const MOST_FIELD_BYTES = 4 * 1024 * 1024

/** Keeps one field at once; the last to write has it. An answer to a form is the field `form.NAME`, or `form.NAME@MARK`. */
export const keepField = endpoint({
  id: 'portal.keep-field',
  method: 'PUT',
  path: '/portal/drafts/:draftId/fields',
  permission: 'citizen',
  mends: [UNSIGNED],
  perMinute: 600,
  audit: 'none',
  maxBytes: MOST_FIELD_BYTES,
  summary: { vi: 'Lưu một mục của hồ sơ', en: 'Keep one field of an application' },
  input: draftId.extend({
    name: z.string().max(200),
    /** As the field takes it: of the application itself a short value, of the form what its kind holds. */
    value: z.unknown(),
    language: z.enum(['vi', 'en']).default('vi'),
    /** Of the form: the version on whose page it was typed. */
    versionId: idField.optional(),
  }),
  output: z.object({
    keptAt: momentField,
    /** Of an answer to a form: the version of it that the application is on now. */
    formVersionId: idField.nullable(),
  }),
})

export const dropDraft = endpoint({
  id: 'portal.drop-draft',
  method: 'DELETE',
  path: '/portal/drafts/:draftId',
  permission: 'citizen',
  mends: [UNSIGNED],
  summary: { vi: 'Xóa hồ sơ đang soạn', en: 'Throw an application away' },
  input: draftId,
  output: z.null(),
})

/** The forms with the answers so far, in words. */
export const readDraft = endpoint({
  id: 'portal.read-draft',
  method: 'GET',
  path: '/portal/drafts/:draftId/read',
  permission: 'citizen',
  mends: [UNSIGNED],
  summary: { vi: 'Đọc lại tờ khai đã điền', en: 'The filled form in words' },
  input: draftId.extend({ language: z.enum(['vi', 'en']).default('vi') }),
  output: z.object({ forms: z.array(z.object({ code: z.string(), steps: z.array(ReadStep) })) }),
})

/** The official paper with the answers so far; what is missing is a dotted line. */
export const printDraft = endpoint({
  id: 'portal.print-draft',
  method: 'GET',
  path: '/portal/drafts/:draftId/printed',
  permission: 'citizen',
  mends: [UNSIGNED],
  perMinute: 20,
  answers: 'file',
  summary: { vi: 'Tải tờ khai đã điền', en: 'Download the filled form' },
  input: draftId.extend({
    as: z.enum(['pdf', 'docx']).default('pdf'),
    language: z.enum(['vi', 'en']).default('vi'),
    /** Which of its forms; without it the first. */
    form: z.string().max(80).optional(),
  }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})

export const fileDraft = endpoint({
  id: 'portal.file-draft',
  method: 'POST',
  path: '/portal/drafts/:draftId/filing',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Nộp hồ sơ', en: 'Hand in an application' },
  input: draftId,
  output: z.object({ draftId: idField, caseCode: z.string(), secret: z.string() }),
})

export const listOwn = endpoint({
  id: 'portal.list-own',
  method: 'GET',
  path: '/portal/own',
  permission: 'citizen',
  summary: { vi: 'Hồ sơ của tôi', en: 'My applications and cases' },
  input: z.object({ after: idField.optional() }),
  output: z.object({
    rows: z.array(
      z.object({
        id: idField,
        state: z.enum(['open', 'filed']),
        procedureCode: z.string(),
        name: bothField,
        caseCode: z.string().nullable(),
        changedAt: momentField,
      }),
    ),
    next: idField.nullable(),
  }),
})

export const getOwnCase = endpoint({
  id: 'portal.get-own-case',
  method: 'GET',
  path: '/portal/own/:draftId',
  permission: 'citizen',
  audit: 'read',
  summary: { vi: 'Theo dõi hồ sơ của tôi', en: 'Follow a case of mine' },
  input: draftId,
  output: z.object({
    case: PublicCase,
    rating: z.object({ stars: z.number(), words: z.string() }).nullable(),
    consents: z.array(z.object({ purpose: z.string(), given: z.boolean(), at: momentField })),
  }),
})

export const supplementOwnCase = endpoint({
  id: 'portal.supplement-own-case',
  method: 'POST',
  path: '/portal/own/:draftId/supplements',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Bổ sung giấy tờ được yêu cầu', en: 'Hand in what was asked for' },
  input: draftId.extend({
    files: z
      .array(z.object({ fileId: idField, name: line(200) }))
      .min(1)
      .max(20),
    note: paragraphs(1000).default(''),
  }),
  output: PublicCase,
})

export const withdrawOwnCase = endpoint({
  id: 'portal.withdraw-own-case',
  method: 'POST',
  path: '/portal/own/:draftId/withdrawal',
  permission: 'citizen',
  summary: { vi: 'Rút hồ sơ', en: 'Withdraw a case of mine' },
  input: draftId.extend({ reason: line(500) }),
  output: PublicCase,
})

/** Announced when any case is rated; says nothing of which. */
export const RATINGS_TOPIC = 'portal.ratings'

export const rateOwnCase = endpoint({
  id: 'portal.rate-own-case',
  method: 'PUT',
  path: '/portal/own/:draftId/rating',
  permission: 'citizen',
  summary: { vi: 'Đánh giá việc giải quyết', en: 'Say how a case was handled' },
  input: draftId.extend({ stars: z.coerce.number().int().min(1).max(5), words: paragraphs(1000).default('') }),
  output: z.null(),
})
