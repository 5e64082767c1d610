import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, dayField, idField, limitField } from '#kernel/fields.ts'
import { formCode } from '../domain/definition.ts'
import { FormVersion, Trouble } from './shapes.ts'

/** Answers as they come: 5,000 rows with long cells fit; anything beyond is refused before it is read. */
const MOST_ANSWER_BYTES = 4 * 1024 * 1024
/** By the name of the field; checked by the form, not by this shape. */
const answers = z.unknown()
const shownAnswers = z.record(z.string(), z.unknown())

/** What the form says over answers: nothing is stored. The same engine runs in the browser; this is the one that decides. */
export const checkAnswers = endpoint({
  id: 'forms.check-answers',
  method: 'POST',
  path: '/forms/by-code/:code/check',
  permission: 'anyone',
  summary: { vi: 'Kiểm tra câu trả lời của biểu mẫu', en: 'Check the answers to a form' },
  changes: false,
  maxBytes: MOST_ANSWER_BYTES,
  perMinute: 120,
  input: z.object({ code: formCode, versionId: idField, answers }),
  output: z.object({
    version: FormVersion,
    /** Whether nothing forbids handing it in. */
    complete: z.boolean(),
    steps: z.array(z.string()),
    shown: z.array(z.string()),
    required: z.array(z.string()),
    /** What would be kept: in one form, with computed values, without what is hidden, blank or refused. */
    values: shownAnswers,
    troubles: z.array(Trouble),
  }),
})

/** The answers of a draft begun on an earlier version, on the one in force; with a notice for each field that changed. */
export const moveAnswers = endpoint({
  id: 'forms.move-answers',
  method: 'POST',
  path: '/forms/by-code/:code/moved-answers',
  permission: 'anyone',
  summary: { vi: 'Chuyển bản nháp sang phiên bản mới', en: 'Bring a draft to the new version' },
  changes: false,
  maxBytes: MOST_ANSWER_BYTES,
  perMinute: 60,
  input: z.object({
    code: formCode,
    /** The version the draft was begun on, and the one it goes to; without it the one in force today. */
    fromVersionId: idField,
    toVersionId: idField.optional(),
    answers,
  }),
  output: z.object({
    version: FormVersion,
    answers: shownAnswers,
    /** Answers that have no place any more, by their old names. */
    aside: shownAnswers,
    notices: z.array(
      z.object({
        field: z.string(),
        label: bothField,
        what: z.enum(['renamed', 'removed', 'new', 'now-required', 'no-longer-fits', 'asked-differently']),
        /** What was chosen and is no choice any more, as it was called. */
        chosen: z.array(bothField).optional(),
      }),
    ),
  }),
})

/** The filled form as the official paper. Answers may still be incomplete: what is missing is a dotted line. */
export const printFilledForm = endpoint({
  id: 'forms.print-filled-form',
  method: 'POST',
  path: '/forms/by-code/:code/printed',
  permission: 'anyone',
  summary: { vi: 'In tờ khai đã điền', en: 'Print a filled form' },
  changes: false,
  answers: 'file',
  maxBytes: MOST_ANSWER_BYTES,
  perMinute: 20,
  input: z.object({
    code: formCode,
    versionId: idField,
    answers,
    as: z.enum(['pdf', 'docx']).default('pdf'),
    language: z.enum(['vi', 'en']).default('vi'),
  }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})

/** Territories an address may name, as they were on a day. Names of places are public. */
export const listAddressUnits = endpoint({
  id: 'forms.list-address-units',
  method: 'GET',
  path: '/forms/address-units',
  permission: 'anyone',
  summary: { vi: 'Đơn vị hành chính để chọn địa chỉ', en: 'Territories for an address' },
  input: z.object({
    search: z.string().max(200).default(''),
    /** Default today. */
    day: dayField.optional(),
    /** `agency`: committees and offices instead, for whom a form is addressed to. */
    kind: z.enum(['territory', 'agency']).default('territory'),
    limit: limitField,
  }),
  output: z.object({
    day: dayField,
    units: z.array(z.object({ id: idField, name: z.string(), path: z.string() })),
  }),
})

/** The answers of a version as JSON Schema 2020-12, for other programs. */
export const formSchema = endpoint({
  id: 'forms.form-schema',
  method: 'GET',
  path: '/forms/by-code/:code/schema',
  permission: 'anyone',
  summary: { vi: 'JSON Schema của biểu mẫu', en: 'The JSON Schema of a form' },
  input: z.object({ code: formCode, versionId: idField.optional() }),
  output: z.object({ hash: z.string(), schema: z.record(z.string(), z.unknown()) }),
})
