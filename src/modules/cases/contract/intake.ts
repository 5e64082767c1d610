import { z } from 'zod'
import { endpoint } from '#kernel/endpoint.ts'
import { idField, line } from '#kernel/fields.ts'
import { AUTHENTICATION, CHANNELS, RETURN_WAYS } from '../domain/words.ts'
import { Answers, CaseDetail, noteField, PaperInput, PartyInput, RepresentativeInput } from './shapes.ts'

/** Receives a case at once (counter or post): parties, papers, fees, code, due moment, receipt. */
export const receiveNewCase = endpoint({
  id: 'cases.receive-new-case',
  method: 'POST',
  path: '/cases',
  permission: 'cases:receive',
  summary: { vi: 'Tiếp nhận hồ sơ mới', en: 'Receive a new case' },
  input: z.object({
    procedureCode: z.string().max(40),
    /** The counter that receives: one of the reader's units. */
    receivedUnitId: idField,
    /** Who decides; any unit of a level the procedure names (borderless filing). Default: the receiving unit. */
    competentUnitId: idField.optional(),
    helpedUnitId: idField.nullable().default(null),
    channel: z.enum(CHANNELS),
    authentication: z.enum(AUTHENTICATION).default('none'),
    title: line(500).optional(),
    subject: PartyInput,
    representative: RepresentativeInput.nullable().default(null),
    papers: z.array(PaperInput).max(100).default([]),
    answers: Answers.default({}),
    returnWay: z.enum(RETURN_WAYS).default('desk'),
    /** Papers that are asked are missing and it is received all the same, with the reason. */
    missingReason: noteField,
    /** When it was really handed in, if entered later; not in the future, not before the last working day but one. Default: now. */
    receivedAt: z.iso.datetime({ offset: true }).optional(),
  }),
  output: CaseDetail,
})

/** A case sent from afar (portal, post box): stands in `to-receive` until an officer receives or refuses it. */
export const submitCase = endpoint({
  id: 'cases.submit-case',
  method: 'POST',
  path: '/cases/submissions',
  permission: 'cases:submit',
  summary: { vi: 'Nộp hồ sơ trực tuyến', en: 'Submit a case online' },
  input: receiveNewCase.input
    .omit({ receivedUnitId: true, missingReason: true, receivedAt: true, competentUnitId: true, channel: true })
    .extend({ competentUnitId: idField, channel: z.enum(['online', 'post']).default('online') }),
  output: CaseDetail,
})
