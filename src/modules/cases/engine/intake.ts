import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import { dayAt, isDay } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { loadStructure, type UnitVersion } from '#modules/organisation/index.ts'
import {
  type FeeLine,
  feesDue,
  findInForce,
  findProcessFor,
  type ProcessVersion,
  papersAsked,
  termFor,
  type Version,
} from '#modules/procedures/index.ts'
import { requireCheckedFiles } from '../checked-files.ts'
import type { receiveNewCase } from '../contract/intake.ts'
import type { Wish } from '../domain/act.ts'
import type { CaseRow, Filed } from '../domain/case.ts'
import { caseCode, isCaseCode, secretFrom } from '../domain/code.ts'
import { afterAct, NOTHING } from '../domain/fold.ts'
import type { CheckedParty } from '../domain/party.ts'
import { insertCase, takeNumber } from '../store/cases.ts'
import { findCaseIdByCode, leaveOutNumber } from '../store/national.ts'
import { findUnitCode } from '../store/settings.ts'
import { type Acting, dueChange, planned, tell } from './acting.ts'
import { calendarOf } from './calendar.ts'
import { dueAfter } from './due.ts'
import { paperRows } from './papers.ts'
import { checkedParty, partyRows, searchTextOf } from './parties.ts'
import { startOf } from './start.ts'
import { pathOf, standingUnit } from './units.ts'

type Given = Pick<
  z.output<typeof receiveNewCase.input>,
  | 'procedureCode'
  | 'helpedUnitId'
  | 'channel'
  | 'authentication'
  | 'title'
  | 'subject'
  | 'representative'
  | 'papers'
  | 'answers'
  | 'returnWay'
>

export type Intake = Given & {
  /** `receive` starts the clock, `submit` waits for an officer. */
  readonly act: 'receive' | 'submit'
  readonly receivedUnitId: string
  readonly competentUnitId: string
  readonly missingReason: string
  readonly at: Date
  /** Under which it was filed elsewhere; without it the unit gives the next of its day. */
  readonly code?: string
}

/** What is asked of the procedure before anything is written. */
type Ground = {
  readonly version: Version
  readonly process: ProcessVersion
  /** The identifier of the unit that receives; undefined: it has none in force. */
  readonly unitCode: string | undefined
  readonly fees: readonly FeeLine[]
  readonly missing: readonly string[]
}

/** Takes a case in: checked, numbered without gaps, with its papers and fees and (received) its due moment. Throws each refusal. */
export async function takeIn(context: Acting, given: Intake): Promise<CaseRow> {
  const ground = await groundOf(context, given)
  const subject = checkedParty('subject', given.subject)
  const representative = given.representative && checkedParty('representative', given.representative)
  await requireCheckedFiles(
    context.tx,
    given.papers.flatMap(({ fileId }) => (fileId === null ? [] : [fileId])),
    context.actor,
  )
  const filed = filedCase(context, given, ground, subject)
  const wish = await firstWish(context, given, ground)
  const by = { id: context.actor.id, name: context.actor.name, unitId: given.receivedUnitId }
  const parties = partyRows(context, filed.id, subject, representative, given.representative?.ground ?? null)
  const code = await numbered(context, given, ground)
  const record = planned(filed.id, NOTHING, { ...wish, details: { ...wish.details, code } }, by, context.now)
  const row = { ...filed, ...afterAct(NOTHING, record), searchText: searchTextOf(code, filed.title, parties) }
  const inserted = insertCase(context.tx, row, {
    act: record,
    parties,
    papers: paperRows(context, row, ground.version, given.papers),
    fees: feeRows(row.id, ground.fees),
    due: row.dueAt === null ? [] : [dueChange(context, null, row, { kind: 'first', reason: '' })],
  })
  await Promise.all([inserted, tell(context, null, row, record)])
  return row
}

async function groundOf({ tx, now }: Acting, given: Intake): Promise<Ground> {
  const structure = await loadStructure(tx)
  const day = dayAt(given.at)
  const version = await findInForce(tx, given.procedureCode, day)
  if (!version) throw new Problem('rule-broken', 'cases/no-procedure', '', { values: { code: given.procedureCode } })
  standingUnit(structure, given.receivedUnitId, now)
  if (given.helpedUnitId !== null) standingUnit(structure, given.helpedUnitId, now)
  const competent = standingUnit(structure, given.competentUnitId, now)
  requireFit(version, given, competent)
  const [process, unitCode] = await Promise.all([
    findProcessFor(tx, version.procedureId, pathOf(structure, given.competentUnitId, now)),
    findUnitCode(tx, given.receivedUnitId, day),
  ])
  if (!process) throw new Problem('rule-broken', 'cases/no-process', '', { values: { code: given.procedureCode } })
  const there = new Set(given.papers.map(({ code }) => code))
  const missing = papersAsked(version.content, given.answers)
    .filter(({ code, required }) => required && !there.has(code))
    .map(({ code }) => code)
  if (given.act === 'receive' && missing.length > 0 && given.missingReason === '')
    throw new Problem('rule-broken', 'cases/papers-missing', '', {
      values: { count: missing.length, papers: missing.join(', ').slice(0, 400) },
    })
  return { version, process, unitCode, missing, fees: feesDue(version.content, given.answers, day) }
}

/** Whom a procedure is for, by the kind of its applicant. */
const APPLICANTS = {
  person: ['citizen', 'overseas-vietnamese', 'foreigner'],
  'household-business': ['household-business'],
  enterprise: ['enterprise'],
  organisation: ['organisation'],
} as const

function requireFit({ content, code }: Version, { channel, subject }: Intake, competent: UnitVersion): void {
  if (!content.channels.includes(channel))
    throw new Problem('rule-broken', 'cases/channel-not-offered', '', { values: { code, channel } })
  const kinds: readonly string[] = APPLICANTS[subject.kind]
  if (!content.applicants.some((one) => kinds.includes(one)))
    throw new Problem('rule-broken', 'cases/not-for-such-applicants', '', { values: { code, kind: subject.kind } })
  // An organ belongs to the level of what it stands under, which its version says.
  if (!content.levels.some((level) => level === competent.level))
    throw new Problem('rule-broken', 'cases/not-competent', '', { values: { code, level: competent.level } })
}

function filedCase(
  { newId, now }: Acting,
  given: Intake,
  { version, process }: Ground,
  { party }: CheckedParty,
): Filed {
  const { content } = version
  return {
    id: newId(),
    secret: secretFrom((below) => randomInt(below)),
    procedureId: version.procedureId,
    procedureCode: version.code,
    procedureName: content.name.vi,
    procedureVersionId: version.id,
    fieldCode: content.fieldCode,
    processVersionId: process.id,
    title: given.title ?? content.name.vi,
    helpedUnitId: given.helpedUnitId,
    channel: given.channel,
    remote: given.channel !== 'counter',
    onlineLevel: content.onlineLevel,
    authentication: given.authentication,
    answers: given.answers,
    term: termFor(content, given.answers),
    filedAt: given.at,
    subjectName: party.name,
    subjectIdentity: party.identityNumber ?? party.taxCode,
    subjectPhone: party.phone,
    searchText: '',
    demonstration: content.demonstration,
    createdAt: now,
    sync: 'none',
  }
}

async function firstWish(context: Acting, given: Intake, { version, process, fees, missing }: Ground): Promise<Wish> {
  const { act, receivedUnitId, competentUnitId, missingReason } = given
  const total = fees.reduce((sum, { dueVnd }) => sum + dueVnd, 0)
  const details = {
    note: missingReason,
    receivedUnitId,
    competentUnitId,
    feeTotalVnd: total,
    ...(total === 0 && fees.length > 0 && { exempt: true }),
    paperCount: given.papers.length,
    way: given.returnWay,
    ...(missing.length > 0 && { missing }),
  }
  if (act === 'submit') return { act, toUnitId: competentUnitId, toStep: null, details }
  const term = termFor(version.content, given.answers)
  const running = await startOf(context, { process, competentUnitId, receivedUnitId, answers: given.answers, version })
  const dueAt = dueAfter(given.at, term, await calendarOf(context.tx, competentUnitId))
  return {
    act,
    ...running.where,
    details: { ...details, ...running.details, receivedAt: given.at.toISOString(), dueAt },
  }
}

async function numbered({ tx }: Acting, { at, code }: Intake, { unitCode }: Ground): Promise<string> {
  if (code !== undefined) return filedUnder(tx, code)
  const day = dayAt(at)
  if (unitCode === undefined) throw new Problem('rule-broken', 'cases/unit-has-no-code')
  return caseCode(unitCode, day, await takeNumber(tx, unitCode, day))
}

/** The code from elsewhere, which nobody gets here any more. Throws when a case bears it already, or it is none. */
async function filedUnder(tx: Acting['tx'], code: string): Promise<string> {
  if (!isCaseCode(code)) throw new Problem('rule-broken', 'cases/bad-case-code', '', { values: { code } })
  if (await findCaseIdByCode(tx, code)) throw new Problem('conflict', 'cases/code-taken', '', { values: { code } })
  // Our own numbers have four digits on any usual day; longer ones from elsewhere cannot be met by them.
  const [, unitCode, year, month, date, number] = /^(.+)-(\d{2})(\d{2})(\d{2})-(\d{4})$/.exec(code) ?? []
  const day = `20${year}-${month}-${date}`
  if (unitCode !== undefined && isDay(day)) await leaveOutNumber(tx, unitCode, day, Number(number))
  return code
}

export function feeRows(caseId: string, fees: readonly FeeLine[]) {
  return fees.map(({ code, kind, name, amountVnd, dueVnd, exemption }) => ({
    caseId,
    code,
    kind,
    name: name.vi,
    amountVnd,
    exemptedVnd: amountVnd - dueVnd,
    exemption: exemption?.who.vi ?? null,
    waivedVnd: 0,
    waiver: null,
  }))
}
