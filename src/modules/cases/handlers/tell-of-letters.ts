import { z } from 'zod'
import { idField } from '#kernel/fields.ts'
import type { Handler, HandlerContext } from '#server/events.ts'
import { publicAddress } from '#server/public-address.ts'
import { MESSAGES_TOPIC } from '../contract/messages.ts'
import { caseTopic } from '../contract/shapes.ts'
import { NOTICES_TOPIC } from '../contract/watch.ts'
import { isWorthTelling, LETTER_SIDES, letterNotice } from '../domain/letter.ts'
import { LOOK_UP_PAGE, LOOK_UP_PATH } from '../domain/look-up-address.ts'
import { addressFor } from '../domain/message.ts'
import type { Act } from '../domain/words.ts'
import { plainChannels, worded } from '../filling.ts'
import { findCase } from '../store/cases.ts'
import type { Recipient } from '../store/escalation.ts'
import { findLetter, findWaiting, type LetterRow, listUnread } from '../store/letters.ts'
import { findCaseToTell, queueMessage } from '../store/messages.ts'
import { insertNotices, isToldOfLetter } from '../store/notices.ts'
import { Acted, FRESH } from './queue-messages.ts'

/** Where citizens who signed in have their cases. */
const OWN_PAGE = { path: '/ho-so-cua-toi', name: 'trang Hồ sơ của tôi của dịch vụ công' }

const Written = z.object({ caseId: idField, letterId: idField, side: z.enum(LETTER_SIDES) })

/** The office is told in its bell, the citizen by their other addresses. */
const tellOfLetter: Handler = {
  name: 'cases.tell-of-letter',
  on: 'cases.letter-written',
  async run(context, payload) {
    const { caseId, letterId, side } = Written.parse(payload)
    if (side === 'citizen') return tellOffice(context, caseId, letterId)
    // An answer: whoever was told that somebody waits sees that nobody does.
    await context.announce(NOTICES_TOPIC)
    const letter = await findLetter(context.tx, caseId, letterId)
    if (letter && letter.readAt === null) await tellCitizen(context, letter)
  },
}

/** Acts after which another officer or unit has the case. */
const HANDING_ON: readonly Act[] = ['receive', 'assign', 'forward', 'send-back', 'transfer', 'decide', 'reopen']

/** Whoever gets a case in which a citizen waits for an answer is told of it. */
const handOnLetter: Handler = {
  name: 'cases.hand-on-letter',
  on: 'cases.acted',
  async run(context, payload) {
    const { caseId, act } = Acted.parse(payload)
    if (HANDING_ON.includes(act)) await tellOffice(context, caseId, null)
  },
}

export const letterHandlers: readonly Handler[] = [tellOfLetter, handOnLetter]

/** Once for each letter, and once for whoever gets the case while somebody waits. */
async function tellOffice(context: HandlerContext, caseId: string, letterId: string | null): Promise<void> {
  const { tx, now, newId, announce } = context
  const waiting = await findWaiting(tx, caseId)
  const row = waiting && (await findCase(tx, caseId))
  if (!row) return
  const recipient: Recipient =
    row.assigneeId === null ? { unitId: row.unitId, permission: 'cases:process' } : { accountId: row.assigneeId }
  const letter = letterId === null ? undefined : await findLetter(tx, caseId, letterId)
  const isFurther = letter !== undefined && letter.at > waiting.since
  if (!isFurther && (await isToldOfLetter(tx, caseId, recipient, waiting.since))) return
  const notice = { kind: 'letter' as const, ruleId: null, dueAt: waiting.dueAt, at: now }
  await insertNotices(tx, [{ ...notice, id: newId(), caseId, recipient }])
  await announce(NOTICES_TOPIC)
}

async function tellCitizen({ tx, now, newId, announce }: HandlerContext, letter: LetterRow): Promise<void> {
  const { caseId } = letter
  const one = await findCaseToTell(tx, caseId)
  if (!one || !isWorthTelling(await listUnread(tx, caseId, 'office', letter.id), now)) return
  const address = publicAddress()
  const page = letter.byReceipt ? { path: LOOK_UP_PATH, name: LOOK_UP_PAGE.vi } : OWN_PAGE
  const place = address === null ? page.name : `${address}${page.path}`
  const plain = await plainChannels(tx)
  for (const channel of ['email', 'sms'] as const) {
    const recipient = addressFor(channel, one)
    if (recipient === null) continue
    const notice = letterNotice(one.code ?? '', place, 'vi')
    const words = worded({ ...notice, subject: channel === 'email' ? notice.subject : '' }, null, plain.has(channel))
    const about = {
      id: newId(),
      caseId,
      actNumber: null,
      act: null,
      channel,
      templateId: null,
      language: 'vi' as const,
    }
    await queueMessage(tx, { ...about, recipient, ...words, ...FRESH, queuedAt: now, nextAt: now })
  }
  await announce(MESSAGES_TOPIC)
  await announce(caseTopic(caseId))
}
