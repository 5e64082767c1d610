import type { Day } from '#kernel/calendar.ts'
import type { Db, Tx } from '#server/db.ts'
import type { DeliveryReport } from '../contract/messages.ts'
import type { LANGUAGES, MessageChannel, MessageState, WrittenChannel } from '../domain/message.ts'
import type { Act } from '../domain/words.ts'

type Language = (typeof LANGUAGES)[number]

export type ChannelRow = {
  channel: MessageChannel
  perMinute: number
  mostAttempts: number
  plainLetters: boolean
  pausedUntil: Date | null
}
export type TemplateRow = {
  id: string
  act: Act
  channel: WrittenChannel
  language: Language
  subject: string
  text: string
  automatic: boolean
  validFrom: Day
  validTo: Day | null
  reason: string
  changedBy: string | null
  changedAt: Date
}
export type MessageRow = {
  id: string
  caseId: string
  actNumber: number | null
  act: Act | null
  channel: MessageChannel
  templateId: string | null
  language: Language
  recipient: string
  subject: string
  text: string
  writtenBy: string | null
  writtenByName: string | null
  state: MessageState
  attempts: number
  lastError: string | null
  providerId: string | null
  queuedAt: Date
  nextAt: Date | null
  triedAt: Date | null
  sentAt: Date | null
  settledAt: Date | null
}

type Tables = {
  'cases.messageChannel': ChannelRow
  'cases.messageTemplate': TemplateRow
  'cases.message': MessageRow
  'cases.messageReport': { id: string; at: Date; waits: DeliveryReport | null }
}

/** The transaction with the tables of messages in sight. */
export const on = (tx: Tx | Db) => tx.$extendTables<Tables>()
