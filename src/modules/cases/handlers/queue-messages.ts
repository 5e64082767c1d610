import { z } from 'zod'
import { dayAt } from '#kernel/calendar.ts'
import { idField } from '#kernel/fields.ts'
import type { Handler } from '#server/events.ts'
import { MESSAGES_TOPIC } from '../contract/messages.ts'
import { caseTopic } from '../contract/shapes.ts'
import { addressFor } from '../domain/message.ts'
import { ACTS } from '../domain/words.ts'
import { fillingFor, plainChannels, worded } from '../filling.ts'
import { automaticTemplates } from '../store/message-templates.ts'
import { findActNote, findCaseToTell, queueMessage } from '../store/messages.ts'

export const Acted = z.object({ caseId: idField, number: z.number().int(), act: z.enum(ACTS) })

/** An act queues what is to be said about it, once for each channel, however often it is delivered. */
export const queueMessages: Handler = {
  name: 'cases.queue-messages',
  on: 'cases.acted',
  async run({ tx, now, newId, announce }, payload) {
    const { caseId, number, act } = Acted.parse(payload)
    const templates = await automaticTemplates(tx, act, dayAt(now))
    const one = templates.length > 0 ? await findCaseToTell(tx, caseId) : undefined
    if (!one) return
    const { note = '' } = (await findActNote(tx, caseId, number)) ?? {}
    const plain = await plainChannels(tx)
    let queued = false
    for (const template of templates) {
      const { channel, language } = template
      const recipient = addressFor(channel, one)
      if (recipient === null) continue
      const filling = await fillingFor(tx, one, { reason: note, language, now })
      const words = worded(template, filling, plain.has(channel))
      const place = {
        id: newId(),
        caseId,
        actNumber: number,
        act,
        channel,
        templateId: template.id,
        language,
        recipient,
      }
      queued = (await queueMessage(tx, { ...place, ...words, ...FRESH, queuedAt: now, nextAt: now })) || queued
    }
    if (!queued) return
    await announce(MESSAGES_TOPIC)
    await announce(caseTopic(caseId))
  },
}

/** A message before its first try. */
export const FRESH = {
  writtenBy: null,
  writtenByName: null,
  state: 'queued' as const,
  attempts: 0,
  lastError: null,
  providerId: null,
  triedAt: null,
  sentAt: null,
  settledAt: null,
}
