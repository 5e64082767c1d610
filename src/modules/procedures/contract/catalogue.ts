import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, dayField, flagField, idField, limitField } from '#kernel/fields.ts'
import { PARTS } from '../domain/completeness.ts'
import {
  APPLICANTS,
  both,
  COMPETENT_LEVELS,
  ONLINE_LEVELS,
  ProcedureContent,
  partCode,
  procedureCode,
} from '../domain/content.ts'
import { Field, ProcessHead, VersionHead } from './shapes.ts'

/** Announced to browsers at each change of the catalogue. */
export const CATALOGUE_TOPIC = 'procedures.catalogue'

export const ListedProcedure = z.object({
  id: idField,
  code: z.string(),
  version: VersionHead,
  field: Field,
  levels: z.array(z.enum(COMPETENT_LEVELS)),
  applicants: z.array(z.enum(APPLICANTS)),
  /** There is also a draft; said only to who may read drafts. */
  hasDraft: z.boolean(),
})
export type ListedProcedure = z.infer<typeof ListedProcedure>

/** The published catalogue is public by law; drafts are shown to who holds `procedures:read`. */
export const listProcedures = endpoint({
  id: 'procedures.list-procedures',
  method: 'GET',
  path: '/procedures',
  permission: 'anyone',
  summary: { vi: 'Danh mục thủ tục hành chính', en: 'The catalogue of administrative procedures' },
  input: z.object({
    /** In the name, the code or the field; marks do not matter. */
    search: z.string().max(200).default(''),
    fieldCode: partCode.optional(),
    level: z.enum(COMPETENT_LEVELS).optional(),
    onlineLevel: z.enum(ONLINE_LEVELS).optional(),
    applicant: z.enum(APPLICANTS).optional(),
    /** In force on the day; default today. Not looked at for drafts. */
    day: dayField.optional(),
    /** `drafts`: procedures that have a draft, as the draft says; needs `procedures:read`. */
    show: z.enum(['in-force', 'drafts']).default('in-force'),
    /** The code of the last row of the page before. */
    after: z.string().max(40).optional(),
    limit: limitField,
  }),
  output: z.object({
    day: dayField,
    /** How many there are in all pages. */
    total: z.number(),
    procedures: z.array(ListedProcedure),
    /** For `after` of the next page; null: this was the last. */
    next: z.string().nullable(),
  }),
})

/** One version with everything it says; drafts and what happened to them only for who holds `procedures:read`. */
export const getProcedure = endpoint({
  id: 'procedures.get-procedure',
  method: 'GET',
  path: '/procedures/by-code/:code',
  permission: 'anyone',
  summary: { vi: 'Xem một thủ tục', en: 'One procedure' },
  input: z.object({
    code: procedureCode,
    /** A certain version; else the one in force on `day` (default today), else the newest one that may be seen. */
    versionId: idField.optional(),
    day: dayField.optional(),
  }),
  output: z.object({
    id: idField,
    code: z.string(),
    field: Field,
    version: VersionHead,
    content: ProcedureContent,
    /** Whether this version is in force on the day asked for. */
    inForce: z.boolean(),
    /** Newest first. */
    versions: z.array(VersionHead),
    /** Empty without `procedures:read`. */
    processes: z.array(ProcessHead),
  }),
})

export const listFields = endpoint({
  id: 'procedures.list-fields',
  method: 'GET',
  path: '/procedures/fields',
  permission: 'anyone',
  summary: { vi: 'Danh mục lĩnh vực', en: 'The fields of procedures' },
  input: z.object({}),
  output: z.object({
    /** With how many procedures in force today. */
    fields: z.array(Field.extend({ inForce: z.number() })),
  }),
})

export const saveField = endpoint({
  id: 'procedures.save-field',
  method: 'PUT',
  path: '/procedures/fields/:code',
  permission: 'procedures:write',
  summary: { vi: 'Thêm hoặc sửa lĩnh vực', en: 'Add or rename a field' },
  input: z.object({ code: partCode, name: both(200) }),
  output: Field,
})

/** What a case of these answers would be asked: the same computation that intake uses. */
export const previewCase = endpoint({
  id: 'procedures.preview-case',
  method: 'POST',
  path: '/procedures/by-code/:code/preview',
  permission: 'anyone',
  changes: false,
  summary: {
    vi: 'Tính giấy tờ, phí và thời hạn theo câu trả lời',
    en: 'Papers, fees and time limit for given answers',
  },
  input: z.object({
    code: procedureCode,
    day: dayField.optional(),
    answers: z
      .record(z.string().max(80), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
      .refine((answers) => Object.keys(answers).length <= 200, 'platform/too-long')
      .default({}),
  }),
  output: z.object({
    versionId: idField,
    papers: z.array(
      z.object({
        code: z.string(),
        name: bothField,
        forms: z.array(z.string()),
        copies: z.number(),
        required: z.boolean(),
        legalBasis: z.string().nullable(),
        reusable: z.boolean(),
      }),
    ),
    fees: z.array(
      z.object({
        code: z.string(),
        kind: z.string(),
        name: bothField,
        legalBasis: z.string().nullable(),
        amountVnd: z.number(),
        dueVnd: z.number(),
        exemption: z.object({ who: bothField, percent: z.number(), legalBasis: z.string().nullable() }).nullable(),
        possible: z.array(z.object({ who: bothField, percent: z.number(), legalBasis: z.string().nullable() })),
      }),
    ),
    totalVnd: z.number(),
    term: z.object({ amount: z.number(), unit: z.string(), rule: z.string() }),
  }),
})

export const checkCompleteness = endpoint({
  id: 'procedures.check-completeness',
  method: 'GET',
  path: '/procedures/completeness',
  permission: 'procedures:read',
  summary: {
    vi: 'Kiểm tra đủ bộ phận tạo thành của thủ tục đang công khai',
    en: 'Which published procedures have all seven parts',
  },
  input: z.object({ day: dayField.optional(), onlyMissing: flagField.default(true) }),
  output: z.object({
    day: dayField,
    /** Numerator and denominator of 766, 1.3. */
    complete: z.number(),
    total: z.number(),
    procedures: z.array(
      z.object({ code: z.string(), versionId: idField, name: bothField, missing: z.array(z.enum(PARTS)) }),
    ),
  }),
})
