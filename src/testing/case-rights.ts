import { sql } from 'kysely'
import type { z } from 'zod'
import { addDays } from '#kernel/calendar.ts'
import * as contract from '#modules/cases/contract.ts'
import { rawPdf } from '#modules/cases/gateways/files/hostile.fixture.ts'
import type { Db } from '#server/db.ts'
import { done, PAPER, received, today, type Ward } from './ward.ts'

/** A case with one of everything that has an id of its own. */
export type Victim = Readonly<
  Record<'caseId' | 'opinionId' | 'paperId' | 'messageId' | 'letterId' | 'fileId', string> & { version: number }
>

/** A case of ward one with a file, a question that waits for an answer, a message and a letter. */
export async function buildVictim(ward: Ward): Promise<Victim> {
  const fileId = await ward.officer.upload('to-khai.pdf', 'application/pdf', rawPdf(''))
  const { id: caseId, version, papers } = await received(ward, { papers: [{ ...PAPER, fileId }] })
  const taken = { caseId, version, assigneeId: ward.officer.actorId }
  const { version: then } = (await done(ward.officer.call(contract.assignCase, taken))).body
  const asked = { caseId, version: then, unitIds: [ward.one], question: 'Có đồng ý không?' }
  const { body } = await done(ward.officer.call(contract.consultUnits, asked))
  const words = { caseId, channel: 'sms', text: 'Mời đến' }
  const { messageId } = (await done(ward.officer.call(contract.sendMessage, words))).body
  const said = { caseId, text: 'Mời đến', fileIds: [fileId] }
  const { letterId } = (await done(ward.officer.call(contract.writeLetter, said))).body
  const [opinion, paper] = [body.opinions[0], papers[0]]
  if (!opinion || !paper) throw new Error('The case has neither a question nor a paper.')
  return { caseId, version: body.version, opinionId: opinion.id, paperId: paper.id, messageId, letterId, fileId }
}

/** What is kept of a case: every row of every table of the module that names it, as text. */
export async function keptOf(db: Db, caseId: string): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'cases'::regnamespace and c.relkind = 'r' and a.attname = 'case_id' order by 1`.execute(db)
  const parts = [
    sql`select 'case ' || c::text as kept from cases."case" c where id = ${caseId}::uuid`,
    ...tables.map(
      ({ name }) =>
        sql`select ${`${name} `} || t::text as kept from ${sql.id('cases', name)} t where case_id = ${caseId}::uuid`,
    ),
  ]
  const { rows } = await sql<{ kept: string }>`${sql.join(parts, sql` union all `)} order by 1`.execute(db)
  return rows.map(({ kept }) => kept)
}

type Input = (victim: Victim, ward: Ward) => Record<string, unknown>

/** That what is asked names no case: ids of units, accounts, files, rules and filters. */
export const OTHER_IDS: readonly string[] = [
  'unitId',
  'receivedUnitId',
  'competentUnitId',
  'helpedUnitId',
  'assigneeId',
  'webhookId',
  'fileId',
  'fileIds',
  'ruleId',
  'noticeIds',
  // Of a saved filter.
  'id',
]

const act =
  (rest: Record<string, unknown> = {}): Input =>
  ({ caseId, version }) => ({ caseId, version, ...rest })
const reading =
  (rest: Record<string, unknown> = {}): Input =>
  ({ caseId }) => ({ caseId, ...rest })
const REASON = { reason: 'Có lý do' }

/** An input that would be taken, for every operation that is about one case or several. */
export const INPUTS: Readonly<Record<string, Input>> = {
  'cases.get-case': reading(),
  'cases.list-acts': reading(),
  'cases.explain-due': reading(),
  'cases.list-messages': reading(),
  'cases.case-forecast': reading(),
  'cases.print-form': reading({ form: '06' }),
  'cases.list-filled-forms': reading(),
  'cases.get-paper-file': ({ caseId, paperId }) => ({ caseId, paperId }),
  'cases.list-letters': reading(),
  'cases.write-letter': reading({ text: 'Mời đến' }),
  'cases.mark-letters-read': reading(),
  'cases.close-talk': reading(REASON),
  'cases.get-letter-file': ({ caseId, letterId, fileId }) => ({ caseId, letterId, fileId }),
  'cases.send-message': reading({ channel: 'sms', text: 'Mời đến' }),
  'cases.retry-message': ({ caseId, messageId }) => ({ caseId, messageId }),
  'cases.receive-case': act(),
  'cases.refuse-case': act(REASON),
  'cases.assign-case': ({ caseId, version }, { officer }) => ({ caseId, version, assigneeId: officer.actorId }),
  'cases.check-case': act({ papers: [{ code: 'to-khai', fine: true }] }),
  'cases.forward-case': act(),
  'cases.send-back-case': act({ stepId: 'work', ...REASON }),
  'cases.ask-supplement': act({ papers: [{ code: 'to-khai', form: 'original' }], ...REASON }),
  'cases.supplement-case': act({ papers: [PAPER] }),
  'cases.ask-payment': act({ fees: [{ code: 'thue', name: 'Thuế', amountVnd: 1000 }], ...REASON }),
  'cases.confirm-payment': act({ amountVnd: 1000, online: false, reference: 'BL01' }),
  'cases.waive-fee': act({ feeCode: 'le-phi', amountVnd: 1000, legalBasis: 'Điều 10', ...REASON }),
  'cases.consult-units': ({ caseId, version }, { one }) => ({ caseId, version, unitIds: [one], question: 'Ý kiến?' }),
  'cases.answer-opinion': ({ caseId, version, opinionId }) => ({
    caseId,
    version,
    opinionId,
    agrees: true,
    answer: 'Đồng ý',
  }),
  'cases.withdraw-opinion': ({ caseId, version, opinionId }) => ({ caseId, version, opinionId, ...REASON }),
  'cases.decide-case': act({ outcome: 'granted', results: [{ code: 'giay', number: '01/GCN' }] }),
  'cases.extend-case': act({ newDueAt: `${addDays(today(), 30)}T10:00:00+07:00`, lateReason: 'workload', ...REASON }),
  'cases.stop-case': act({ decision: 'QĐ 1', ...REASON }),
  'cases.withdraw-case': act(REASON),
  'cases.return-result': act({ way: 'desk' }),
  'cases.reopen-case': act(REASON),
  'cases.transfer-case': ({ caseId, version }, { two }) => ({ caseId, version, competentUnitId: two, ...REASON }),
  'cases.give-late-reason': act({ lateReason: 'workload' }),
  'cases.correct-case': act({ title: 'Tên khác', ...REASON }),
  'cases.act-on-many': ({ caseId, version }) => ({ act: 'forward', cases: [{ caseId, version }] }),
  'cases.transfer-cases': ({ caseId, version }, { two }) => ({
    cases: [{ caseId, version }],
    competentUnitId: two,
    ...REASON,
  }),
  'cases.move-deadlines': ({ caseId, version }) => ({ cases: [{ caseId, version }], decision: 'QĐ 1', ...REASON }),
}

/** Whether the operation is about cases: it is asked for by an id that is none of the other ones. */
export function isAboutCases(input: z.ZodObject): boolean {
  return Object.keys(input.shape).some(
    (name) => name === 'cases' || (/(^id|Id|Ids)$/.test(name) && !OTHER_IDS.includes(name)),
  )
}
