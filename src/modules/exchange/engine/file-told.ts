import { dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { findUnitByCode, takeInFiled } from '#modules/cases/index.ts'
import { findInForce } from '#modules/procedures/index.ts'
import type { HandlerContext } from '#server/events.ts'
import type { Facts } from '../domain/facts.ts'
import type { IncomingRow } from '../store/tables.ts'

/** A filing that is older comes from somewhere else than from today's portal; it counts as filed when it came. */
const OLDEST_MS = 60 * 86_400_000

type Filed = { readonly caseId: string; readonly unitId: string }

/** Makes a case of what a citizen filed on the portal. Throws the refusal. */
export async function fileTold(context: HandlerContext, facts: Facts, files: IncomingRow['files']): Promise<Filed> {
  const { tx, now } = context
  const at = filedAt(facts, now)
  const day = dayAt(at)
  const unitId = await findUnitByCode(tx, facts.unit, dayAt(now))
  if (unitId === undefined)
    throw new Problem('rule-broken', 'exchange/unknown-unit', '', { values: { unit: facts.unit.slice(0, 100) } })
  const version = await findInForce(tx, facts.procedureCode, day)
  const asked = new Set(version?.content.papers.map(({ code }) => code) ?? [])
  const { identity, kind, name, phone, email } = facts.subject
  const { caseId } = await takeInFiled(context, {
    code: facts.code,
    procedureCode: facts.procedureCode,
    competentUnitId: unitId,
    channel: facts.channel === 'post' ? 'post' : 'online',
    authentication: facts.isVneidAccount ? 'eid-2' : 'none',
    title: facts.title === '' ? undefined : facts.title.slice(0, 500),
    subject: {
      kind,
      name: name.slice(0, 200),
      identityNumber: identity && identity.kind !== 'tax' ? identity.number : null,
      taxCode: identity?.kind === 'tax' ? identity.number : null,
      bornOn: null,
      gender: null,
      phone: phone === '' ? null : phone,
      email: email === '' ? null : email,
      address: null,
    },
    representative: null,
    papers: papersOf(facts, asked, files),
    answers: {},
    returnWay: facts.returnWay,
    at,
  })
  return { caseId, unitId }
}

function filedAt({ filedAt: told }: Facts, now: Date): Date {
  return told !== null && told <= now && now.getTime() - told.getTime() < OLDEST_MS ? told : now
}

function papersOf({ files, onPaper }: Facts, asked: ReadonlySet<string>, kept: IncomingRow['files']) {
  const byUrl = new Map(kept.map(({ url, fileId }) => [url, fileId]))
  const electronic = files
    .filter(({ isDeleted }) => !isDeleted)
    .map(({ name, paperCode, url, fromStore }, place) => {
      const fileId = byUrl.get(url) ?? null
      return {
        code: asked.has(paperCode) ? paperCode : `other-${place + 1}`,
        name: named(name),
        form: 'electronic' as const,
        copies: 1,
        source: fromStore ? ('national' as const) : ('citizen' as const),
        fileId,
        note: fileId === null ? 'Không tải được tệp từ Cổng Dịch vụ công quốc gia' : '',
      }
    })
  const rest = onPaper.map(({ name, copies, form }, place) => ({
    code: `other-${electronic.length + place + 1}`,
    name: named(name),
    form,
    copies: Math.min(50, copies),
    source: 'citizen' as const,
    fileId: null,
    note: '',
  }))
  return [...electronic, ...rest].slice(0, 100)
}

const named = (name: string) => name.slice(0, 500) || 'Giấy tờ không có tên'
