import { z } from 'zod'
import { endpoint, type FileAnswer } from '#kernel/endpoint.ts'
import { idField, limitField, momentField, paragraphs } from '#kernel/fields.ts'
import { LETTER_SIDES, MOST_LETTER_FILES, MOST_LETTER_TEXT } from '../domain/letter.ts'

const reason = paragraphs(500).refine((text) => text.length >= 3, 'platform/required')
const onCase = z.object({ caseId: idField })

/** What is said in a letter: plain text, and files that went up before. */
export const letterWords = {
  text: paragraphs(MOST_LETTER_TEXT).refine((text) => text.length > 0, 'platform/required'),
  fileIds: z.array(idField).max(MOST_LETTER_FILES).default([]),
}

export const Letter = z.object({
  id: idField,
  side: z.enum(LETTER_SIDES),
  /** Whoever has code and secret of the receipt reads it too. */
  byReceipt: z.boolean(),
  text: z.string(),
  /** Of the office: who wrote, and for which unit. */
  writtenByName: z.string().nullable(),
  unit: z.string().nullable(),
  at: momentField,
  /** When the other side saw it; null: not yet. */
  readAt: momentField.nullable(),
  files: z.array(z.object({ fileId: idField, name: z.string(), mediaType: z.string(), size: z.number().int() })),
})
export type Letter = z.infer<typeof Letter>

/** Since when the citizen waits for an answer and by when it is owed; null: nothing is owed. */
export const Waiting = z.object({ since: momentField, dueAt: momentField }).nullable()

/** The newest first. */
export const letterPage = { letters: z.array(Letter), next: idField.nullable() }
const page = { after: idField.optional(), limit: limitField }

export const listLetters = endpoint({
  id: 'cases.list-letters',
  method: 'GET',
  path: '/cases/:caseId/letters',
  permission: 'cases:read',
  summary: { vi: 'Trao đổi với công dân về hồ sơ', en: 'What citizen and office said about a case' },
  audit: 'read',
  input: onCase.extend(page),
  output: z.object({
    ...letterPage,
    waiting: Waiting,
    /** Whether the reader may answer, and whether whoever has the receipt would read it. */
    mayWrite: z.boolean(),
    answersReceipt: z.boolean(),
  }),
})

export const writeLetter = endpoint({
  id: 'cases.write-letter',
  method: 'POST',
  path: '/cases/:caseId/letters',
  permission: 'cases:process',
  perMinute: 30,
  summary: { vi: 'Trả lời công dân về hồ sơ', en: 'Answer the citizen about a case' },
  input: onCase.extend(letterWords),
  output: z.object({ letterId: idField }),
})

/** What the citizen wrote has been seen by who handles the case. */
export const markLettersRead = endpoint({
  id: 'cases.mark-letters-read',
  method: 'POST',
  path: '/cases/:caseId/letters/read',
  permission: 'cases:process',
  summary: { vi: 'Đánh dấu đã đọc lời công dân', en: 'Mark what the citizen wrote as read' },
  input: onCase,
  output: z.object({ marked: z.number().int() }),
})

/** What the citizen wrote needs no answer: thanks, say. */
export const closeTalk = endpoint({
  id: 'cases.close-talk',
  method: 'POST',
  path: '/cases/:caseId/letters/no-answer',
  permission: 'cases:process',
  summary: { vi: 'Ghi nhận không cần trả lời', en: 'Note that no answer is needed' },
  reason: 'reason',
  input: onCase.extend({ reason }),
  output: z.null(),
})

export const letterFile = z.custom<FileAnswer>(
  (value) => typeof value === 'object' && value !== null && 'bytes' in value,
)

export const getLetterFile = endpoint({
  id: 'cases.get-letter-file',
  method: 'GET',
  path: '/cases/:caseId/letters/:letterId/files/:fileId',
  permission: 'cases:read',
  summary: { vi: 'Mở tệp kèm lời nhắn', en: 'Open a file of a letter' },
  audit: 'read',
  answers: 'file',
  input: onCase.extend({ letterId: idField, fileId: idField }),
  output: letterFile,
})

const LetterSettings = {
  /** Working hours within which a citizen is answered. */
  answerHours: z.coerce.number().int().min(1).max(200),
  /** So many letters of a citizen about one case in 24 hours. */
  mostADay: z.coerce.number().int().min(1).max(100),
  /** A case may be talked about for so many days after its end. */
  daysAfterEnd: z.coerce.number().int().min(0).max(1000),
}

export const getLetterSettings = endpoint({
  id: 'cases.get-letter-settings',
  method: 'GET',
  path: '/cases/letter-settings',
  permission: 'cases:define',
  summary: { vi: 'Xem thiết lập trao đổi với công dân', en: 'See what talk with citizens goes by' },
  input: z.object({}),
  output: z.object({ ...LetterSettings, changedAt: momentField }),
})

export const setLetterSettings = endpoint({
  id: 'cases.set-letter-settings',
  method: 'PUT',
  path: '/cases/letter-settings',
  permission: 'cases:define',
  summary: { vi: 'Ghi thiết lập trao đổi với công dân', en: 'Set what talk with citizens goes by' },
  reason: 'reason',
  input: z.object({ ...LetterSettings, reason }),
  output: z.object({ ...LetterSettings, changedAt: momentField }),
})
