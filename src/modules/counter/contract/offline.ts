import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, momentField, paragraphs } from '#kernel/fields.ts'
import { receiveNewCase } from '#modules/cases/contract.ts'

const hashField = z.string().regex(/^[0-9a-f]{64}$/)
/** ECDSA P-256 over SHA-256, r and s, in base64url. */
const signatureField = z.string().regex(/^[A-Za-z0-9_-]{86}$/)
const exactMoment = z.string().regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z$/)

/** What a counter kept of one intake. It travels as the text that was signed, so that what it meant then is what is read now. */
export const OfflineContent = z.object({
  /** Chance, so that nobody finds out by trying what the hash on the printed slip stands for. */
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  intake: receiveNewCase.input.omit({ receivedAt: true }),
  /** The pages that were scanned for each paper, by the code of the paper. */
  scans: z.array(z.object({ paper: z.string().max(60), pages: z.array(hashField).min(1).max(30) })).max(100),
})
export type OfflineContent = z.output<typeof OfflineContent>

const statement = {
  itemId: idField,
  deviceId: idField,
  leaseId: idField,
  number: z.int().min(1).max(9_999_999),
  takenAt: exactMoment,
  signature: signatureField,
}

export const ProblemShown = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  errors: z.array(
    z.object({
      path: z.string(),
      code: z.string(),
      message: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    }),
  ),
})

export type ProblemShown = z.output<typeof ProblemShown>

/** The server's word on one intake: received under a dossier code, or why not. */
export const IntakeAnswer = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('received'),
    caseId: idField,
    code: z.string(),
    secret: z.string(),
    receivedAt: momentField,
    dueAt: momentField.nullable(),
  }),
  z.object({ state: z.literal('explained'), problem: ProblemShown }),
])
export type IntakeAnswer = z.output<typeof IntakeAnswer>

/**
 * Receives what a counter took without a network: once, however often it is sent. A refusal is an answer too, so that it is on record with its
 * reason while the item waits at the counter to be corrected.
 */
export const sendOfflineIntake = endpoint({
  id: 'counter.send-offline-intake',
  method: 'POST',
  path: '/counter/intakes',
  permission: 'cases:receive',
  summary: { vi: 'Gửi hồ sơ quầy đã nhận khi mất mạng', en: 'Send a case that a counter took without a network' },
  idempotent: false,
  maxBytes: 512 * 1024,
  input: z.object({
    ...statement,
    /** JSON of `OfflineContent`. */
    content: z.string().max(200_000),
    /** The files that the scans became, by the code of the paper. */
    files: z.record(z.string().max(60), idField).refine((files) => Object.keys(files).length <= 100),
  }),
  output: IntakeAnswer,
})

/** The counter gives an intake up that was not received: the citizen took it back, or it was taken down twice. */
export const giveUpIntake = endpoint({
  id: 'counter.give-up-intake',
  method: 'POST',
  path: '/counter/intakes/:itemId/giving-up',
  permission: 'cases:receive',
  summary: { vi: 'Hủy hồ sơ quầy đã nhận khi mất mạng', en: 'Give up a case that a counter took without a network' },
  idempotent: false,
  reason: 'reason',
  input: z.object({
    itemId: idField,
    deviceId: idField,
    leaseId: idField,
    number: statement.number,
    takenAt: exactMoment,
    reason: paragraphs(500).refine((text) => text.length >= 3, 'platform/required'),
  }),
  output: z.object({ state: z.literal('void') }),
})

/** What anyone with a provisional receipt in hand may know. */
export const SlipFound = z.object({
  number: z.string(),
  unitName: z.string(),
  counterName: z.string(),
  takenAt: momentField,
  /** provisional: nothing has come in yet. refused: it came in and waits to be corrected. revoked: the counter was lost; the slip holds nothing. */
  state: z.enum(['provisional', 'received', 'refused', 'void', 'revoked']),
  received: z
    .object({ code: z.string(), secret: z.string(), receivedAt: momentField, dueAt: momentField.nullable() })
    .nullable(),
})
export type SlipFound = z.output<typeof SlipFound>

/** The signature of the counter is the key: whoever has the slip asks about that intake and no other. */
export const lookUpSlip = endpoint({
  id: 'counter.look-up-slip',
  method: 'POST',
  path: '/public/counter/slips',
  permission: 'anyone',
  summary: { vi: 'Tra cứu biên nhận tạm của quầy', en: 'Look up a provisional receipt of a counter' },
  changes: false,
  perMinute: 20,
  input: z.object({ ...statement, contentHash: hashField }),
  output: SlipFound,
})
