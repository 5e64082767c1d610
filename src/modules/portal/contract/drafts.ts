import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line, momentField, paragraphs } from '#kernel/fields.ts'
import { PublicCase } from '#modules/cases/contract.ts'
import { Both } from './finding.ts'

export const FieldValue = z.union([
  line(500),
  z.literal(''),
  z.number(),
  z.boolean(),
  z.null(),
  z.object({ fileId: idField, name: line(200) }),
])
const draftId = z.object({ draftId: idField })
const Trouble = z.object({ field: z.string(), code: z.string() })

export const Draft = z.object({
  id: idField,
  state: z.enum(['open', 'filed', 'dropped']),
  caseCode: z.string().nullable(),
  fields: z.record(z.string(), FieldValue),
  changedAt: momentField,
  procedure: z.object({
    code: z.string(),
    name: Both,
    demonstration: z.boolean(),
    questions: z.array(
      z.object({
        name: z.string(),
        label: Both,
        type: z.enum(['boolean', 'number', 'text', 'day', 'choice']),
        choices: z.array(z.object({ value: z.string(), label: Both })),
      }),
    ),
    /** What is asked over the answers so far. */
    papers: z.array(
      z.object({
        code: z.string(),
        name: Both,
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

/** The open application of the citizen for a procedure, begun when there is none. */
export const beginDraft = endpoint({
  id: 'portal.begin-draft',
  method: 'POST',
  path: '/portal/drafts',
  permission: 'citizen',
  perMinute: 30,
  idempotent: false,
  summary: { vi: 'Bắt đầu hoặc tiếp tục hồ sơ', en: 'Begin or go on with an application' },
  input: z.object({ procedureCode: z.string().max(40), unitId: idField.optional() }),
  output: Draft,
})

export const getDraft = endpoint({
  id: 'portal.get-draft',
  method: 'GET',
  path: '/portal/drafts/:draftId',
  permission: 'citizen',
  summary: { vi: 'Xem hồ sơ đang soạn', en: 'An application that is being written' },
  input: draftId,
  output: Draft,
})

/** Keeps one field at once; the last to write has it. */
export const keepField = endpoint({
  id: 'portal.keep-field',
  method: 'PUT',
  path: '/portal/drafts/:draftId/fields',
  permission: 'citizen',
  perMinute: 600,
  audit: 'none',
  summary: { vi: 'Lưu một mục của hồ sơ', en: 'Keep one field of an application' },
  input: draftId.extend({ name: z.string().max(120), value: FieldValue, language: z.enum(['vi', 'en']).default('vi') }),
  output: z.object({ keptAt: momentField }),
})

export const dropDraft = endpoint({
  id: 'portal.drop-draft',
  method: 'DELETE',
  path: '/portal/drafts/:draftId',
  permission: 'citizen',
  summary: { vi: 'Xóa hồ sơ đang soạn', en: 'Throw an application away' },
  input: draftId,
  output: z.null(),
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
        name: Both,
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

export const rateOwnCase = endpoint({
  id: 'portal.rate-own-case',
  method: 'PUT',
  path: '/portal/own/:draftId/rating',
  permission: 'citizen',
  summary: { vi: 'Đánh giá việc giải quyết', en: 'Say how a case was handled' },
  input: draftId.extend({ stars: z.coerce.number().int().min(1).max(5), words: paragraphs(1000).default('') }),
  output: z.null(),
})
