import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { bothField, flagField, idField, line, momentField } from '#kernel/fields.ts'
import { ReadStep } from '#modules/forms/contract.ts'

export const FILE_STATES = ['clean', 'infected', 'unchecked', 'refused'] as const

/** What was found in a file; it goes up through `POST /api/files` first. */
export const FileFound = z.object({
  fileId: idField,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  /** `unchecked`: no virus scanner looked at it. It is `refused` for its kind or content, `infected` by the scanner's word. */
  state: z.enum(FILE_STATES),
  /** Codes of what a reader should know (domain/file-kinds.ts). */
  warnings: z.array(z.string()),
  /** Why it is not taken: a problem code; null when it is. */
  refusal: z.string().nullable(),
})
export type FileFound = z.infer<typeof FileFound>

/** Looks at a file the caller put in: what it really is, whether it does something by itself, whether the scanner knows it. */
export const checkFile = endpoint({
  id: 'cases.check-file',
  method: 'POST',
  path: '/cases/files/:fileId/check',
  permission: 'signed-in',
  summary: { vi: 'Kiểm tra tệp tải lên', en: 'Check an uploaded file' },
  perMinute: 60,
  input: z.object({ fileId: idField }),
  output: FileFound,
})

export const MOST_SCANNED_PAGES = 30

/** Pictures the caller put in, in their order, as one PDF of A4 pages. */
export const imagesToPdf = endpoint({
  id: 'cases.images-to-pdf',
  method: 'POST',
  path: '/cases/files/pages',
  permission: 'signed-in',
  summary: { vi: 'Gộp ảnh quét thành một tệp PDF', en: 'Join scanned pages to one PDF' },
  perMinute: 20,
  input: z.object({ fileIds: z.array(idField).min(1).max(MOST_SCANNED_PAGES), title: line(200) }),
  output: FileFound,
})

/** The file of a paper. `inline`: shown by the browser instead of being downloaded; pictures and PDF only. */
export const getPaperFile = endpoint({
  id: 'cases.get-paper-file',
  method: 'GET',
  path: '/cases/:caseId/papers/:paperId/file',
  permission: 'cases:read',
  summary: { vi: 'Mở tệp của giấy tờ', en: 'Open the file of a paper' },
  audit: 'read',
  answers: 'file',
  input: z.object({ caseId: idField, paperId: idField, inline: flagField.default(false) }),
  output: z.custom<FileAnswer>((value) => typeof value === 'object' && value !== null && 'bytes' in value),
})

/** What was answered on the electronic forms, in words; none: the case came without one. */
export const listFilledForms = endpoint({
  id: 'cases.list-filled-forms',
  method: 'GET',
  path: '/cases/:caseId/filled-forms',
  permission: 'cases:read',
  summary: { vi: 'Xem các tờ khai điện tử của hồ sơ', en: 'Read the electronic forms of a case' },
  audit: 'read',
  input: z.object({ caseId: idField, language: z.enum(['vi', 'en']).default('vi') }),
  output: z.object({
    forms: z.array(
      z.object({
        code: z.string(),
        title: bothField,
        versionId: idField,
        number: z.number(),
        hash: z.string(),
        filledAt: momentField,
        steps: z.array(ReadStep),
        /** As they are kept, by the name of the field. */
        answers: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
})
