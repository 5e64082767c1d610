import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { bothField, line, momentField } from '#kernel/fields.ts'
import { BUSINESS_STATES, OUTCOMES, PAPER_FORMS, RETURN_WAYS } from '../domain/words.ts'
import { Letter, letterWords } from './letters.ts'

const sentences = z.object({ vi: z.array(z.string()), en: z.array(z.string()) })

/** What anyone with the receipt in hand may know of a case: no names of people, no numbers, no answers. */
export const PublicCase = z.object({
  code: z.string(),
  procedureName: bothField,
  /** Initials of whose case it is: enough to see that it is one's own. */
  subjectInitials: z.string(),
  business: z.enum(BUSINESS_STATES),
  outcome: z.enum(OUTCOMES).nullable(),
  /** Where it stands, as a sentence. */
  stage: bothField,
  stepName: bothField.nullable(),
  receivedUnit: z.string(),
  competentUnit: z.string(),
  /** Who holds it now. */
  holderUnit: z.string(),
  receivedAt: momentField.nullable(),
  /** As promised on the receipt. */
  firstDueAt: momentField.nullable(),
  /** Null: the clock stands still, or it was never received. */
  dueAt: momentField.nullable(),
  endedAt: momentField.nullable(),
  returnedAt: momentField.nullable(),
  onTime: z.boolean().nullable(),
  term: bothField,
  /** How each day was counted, a sentence a step; empty before receipt. */
  counted: sentences,
  /** The count gives the due moment on record; false when the calendar or the agency changed since. */
  countAgrees: z.boolean(),
  dueChanges: z.array(
    z.object({
      at: momentField,
      why: bothField,
      before: momentField.nullable(),
      after: momentField.nullable(),
      reason: z.string(),
    }),
  ),
  /** What the citizen is asked for now; null when nothing. */
  asked: z
    .object({
      since: momentField,
      reason: z.string(),
      papers: z.array(
        z.object({ name: z.string(), form: z.enum(PAPER_FORMS), copies: z.number().int(), note: z.string() }),
      ),
    })
    .nullable(),
  /** What is still to be paid, in đồng. */
  toPayVnd: z.number().int(),
  returnWay: z.enum(RETURN_WAYS).nullable(),
  desk: z.object({ name: z.string(), address: z.string(), phone: z.string() }).nullable(),
  demonstration: z.boolean(),
})
export type PublicCase = z.infer<typeof PublicCase>

/** What whoever has code and secret reads of the talk: what was said with them in hand. */
export const ReceiptLetter = Letter.pick({ side: true, text: true, unit: true, at: true, readAt: true })

/** A case as whoever has its code and secret follows it. */
export const FollowedCase = PublicCase.extend({
  letters: z.array(ReceiptLetter),
  /** Whether one may write about it still. */
  mayWrite: z.boolean(),
})

/** Code and secret in the body, never in an address. A wrong code and a wrong secret get the same answer. */
export const lookUpCase = endpoint({
  id: 'cases.look-up-case',
  method: 'POST',
  path: '/public/cases/look-up',
  permission: 'anyone',
  summary: { vi: 'Tra cứu hồ sơ bằng mã trên giấy tiếp nhận', en: 'Follow a case by the code on the receipt' },
  changes: false,
  perMinute: 20,
  input: z.object({ code: line(60), secret: line(60) }),
  output: FollowedCase,
})

/** The same key as for the look-up, and the same bounds on wrong ones. */
export const writeByReceipt = endpoint({
  id: 'cases.write-by-receipt',
  method: 'POST',
  path: '/public/cases/letters',
  permission: 'anyone',
  perMinute: 6,
  summary: { vi: 'Nhắn cho cơ quan bằng mã trên giấy tiếp nhận', en: 'Write by the code on the receipt' },
  input: z.object({ code: line(60), secret: line(60), text: letterWords.text }),
  output: FollowedCase,
})
