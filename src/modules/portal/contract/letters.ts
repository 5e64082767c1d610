import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, limitField } from '#kernel/fields.ts'
import { letterFile, letterPage, letterWords } from '#modules/cases/contract.ts'

/** Announced to a citizen when there is news of an application of theirs: `portal.own.ID`. */
export const OWN_TOPICS = 'portal.own.'
export const ownTopic = (draftId: string) => `${OWN_TOPICS}${draftId}`

const own = z.object({ draftId: idField })

export const listOwnLetters = endpoint({
  id: 'portal.list-own-letters',
  method: 'GET',
  path: '/portal/own/:draftId/letters',
  permission: 'citizen',
  audit: 'read',
  summary: { vi: 'Trao đổi về hồ sơ của tôi', en: 'What was said about a case of mine' },
  input: own.extend({ after: idField.optional(), limit: limitField }),
  output: z.object({ ...letterPage, mayWrite: z.boolean() }),
})

export const writeOwnLetter = endpoint({
  id: 'portal.write-own-letter',
  method: 'POST',
  path: '/portal/own/:draftId/letters',
  permission: 'citizen',
  perMinute: 10,
  summary: { vi: 'Nhắn cho cơ quan về hồ sơ của tôi', en: 'Write to the office about a case of mine' },
  input: own.extend(letterWords),
  output: z.object({ letterId: idField }),
})

export const markOwnLettersRead = endpoint({
  id: 'portal.mark-own-letters-read',
  method: 'POST',
  path: '/portal/own/:draftId/letters/read',
  permission: 'citizen',
  summary: { vi: 'Đánh dấu đã đọc lời cơ quan', en: 'Mark what the office wrote as read' },
  input: own,
  output: z.object({ marked: z.number().int() }),
})

export const getOwnLetterFile = endpoint({
  id: 'portal.get-own-letter-file',
  method: 'GET',
  path: '/portal/own/:draftId/letters/:letterId/files/:fileId',
  permission: 'citizen',
  audit: 'read',
  answers: 'file',
  summary: { vi: 'Mở tệp kèm lời nhắn về hồ sơ của tôi', en: 'Open a file of a letter about a case of mine' },
  input: own.extend({ letterId: idField, fileId: idField }),
  output: letterFile,
})
