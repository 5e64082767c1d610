import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import {
  atLeader,
  buildProcedure,
  buildWard,
  type Detail,
  decided,
  done,
  giveAccount,
  leader,
  officer,
  PAPER,
  PERSON,
  received,
  seen,
  today,
  type Ward,
} from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

const both = (vi: string) => ({ vi, en: vi })
const states = ({ acts }: Detail) => acts.map(({ act }) => act)
const FEE = { code: 'le-phi', kind: 'levy' as const, name: both('Lệ phí'), amountVnd: 20_000, validFrom: '2025-07-01' }

async function working(more: Record<string, unknown> = {}): Promise<Detail> {
  const one = await received(ward, more)
  const assigneeId = ward.officer.actorId
  return (await done(ward.officer.call(contract.assignCase, { ...seen(one), assigneeId }))).body
}

async function submitted(): Promise<Detail> {
  const given = { procedureCode: ward.procedure, competentUnitId: ward.one, subject: PERSON, papers: [PAPER] }
  return (await done(ward.officer.call(contract.submitCase, given))).body
}

describe('what was sent in', () => {
  test('is received by an officer, and the clock starts', async () => {
    const one = await submitted()
    const { body } = await done(ward.officer.call(contract.receiveCase, { ...seen(one), note: '' }))
    expect(body).toMatchObject({ business: 'received', code: one.code, stepId: 'work' })
    expect(body.dueAt).not.toBeNull()
    const again = await ward.officer.call(contract.receiveCase, { ...seen(body), note: '' })
    expect(again.problem).toMatchObject({ status: 409, code: 'cases/not-possible-now' })
  })

  test('is refused with the reason, and may be reopened as it was', async () => {
    const one = await submitted()
    const { body } = await done(ward.officer.call(contract.refuseCase, { ...seen(one), reason: 'Sai thẩm quyền' }))
    expect(body).toMatchObject({ business: 'refused', onTime: null })
    expect(body.acts.at(-1)).toMatchObject({ act: 'refuse', note: 'Sai thẩm quyền' })
    const reopened = await done(ward.leader.call(contract.reopenCase, { ...seen(body), reason: 'Nhầm' }))
    expect(reopened.body).toMatchObject({ business: 'submitted', endedAt: null, dueAt: null })
  })
})

describe('supplements', () => {
  const ask = (one: Detail) =>
    done(
      ward.officer.call(contract.askSupplement, {
        ...seen(one),
        reason: 'Thiếu bản sao',
        papers: [{ code: 'other-ban-sao', name: 'Bản sao giấy tờ', form: 'copy' }],
      }),
    )

  test('stop the clock where the procedure says so, and start it again', async () => {
    const one = await working()
    const { body: waiting } = await ask(one)
    expect(waiting).toMatchObject({ business: 'supplement', dueAt: null, minutesLeft: null })
    const papers = [{ code: 'other-ban-sao', name: 'Bản sao giấy tờ', form: 'copy' }]
    const { body } = await done(
      ward.officer.call(contract.supplementCase, { ...seen(waiting), papers, answers: { da_co: true } }),
    )
    expect(body).toMatchObject({ business: 'processing', answers: { da_co: true }, firstDueAt: one.firstDueAt })
    expect(body.papers.map(({ code }) => code)).toEqual(['to-khai', 'other-ban-sao'])
    expect(body.dueAt).not.toBeNull()
    const { body: due } = await done(ward.officer.call(contract.explainDue, { caseId: one.id }))
    expect(due.changes.map(({ kind }) => kind)).toEqual(['first', 'pause', 'resume'])
    expect(due.reckonedDueAt).toBe(body.dueAt)
    expect(due.sentences.length).toBeGreaterThan(2)
    expect(due.sentences.every(({ vi, en }) => vi !== '' && en !== '')).toBe(true)
  })

  test('do not stop it without a ground', async () => {
    const procedureCode = await buildProcedure(api, { supplementPauses: false })
    const one = await working({ procedureCode })
    const { body } = await ask(one)
    expect(body).toMatchObject({ business: 'supplement', dueAt: one.dueAt })
    const { body: later } = await done(ward.officer.call(contract.supplementCase, { ...seen(body), papers: [] }))
    expect(later).toMatchObject({ business: 'processing', dueAt: one.dueAt })
  })
})

describe('fees', () => {
  test('are asked, paid, and then the result is handed over', async () => {
    const procedureCode = await buildProcedure(api, { fees: [FEE] })
    const one = await working({ procedureCode })
    const fees = [{ code: 'thue-dat', name: 'Thuế đất', amountVnd: 30_000 }]
    const { body: asked } = await done(
      ward.officer.call(contract.askPayment, { ...seen(one), fees, stopsClock: true, reason: 'Thuế' }),
    )
    expect(asked).toMatchObject({ business: 'payment', feeTotalVnd: 50_000, finance: 'due', dueAt: null })
    const pay = (amountVnd: number) =>
      ward.officer.call(contract.confirmPayment, { ...seen(asked), amountVnd, online: true, reference: 'GD-1' })
    expect((await pay(50_001)).problem).toMatchObject({ status: 422, code: 'cases/paid-too-much' })
    const { body } = await done(pay(50_000))
    expect(body).toMatchObject({ business: 'processing', finance: 'paid', paidVnd: 50_000 })
    expect(body.dueAt).not.toBeNull()
  })

  test('may be paid at the very end', async () => {
    const one = await decided(ward, { procedureCode: await buildProcedure(api, { fees: [FEE] }) })
    const payment = { ...seen(one), amountVnd: 20_000, online: false, reference: 'BL-1' }
    const { body } = await done(ward.officer.call(contract.confirmPayment, payment))
    expect(body).toMatchObject({ business: 'decided', finance: 'paid' })
    expect(
      (await ward.officer.call(contract.returnResult, { ...seen(body), way: 'post', receiver: 'EX1' })).body,
    ).toMatchObject({
      business: 'returned',
      delivery: 'sent',
    })
  })
})

describe('an extension', () => {
  const at = (day: string, clock: string) => new Date(`${day}T${clock}:00+07:00`).toISOString()
  /** A Wednesday two weeks and more from now. */
  const later = () => {
    let day = addDays(today(), 15)
    while (new Date(`${day}T12:00:00Z`).getUTCDay() !== 3) day = addDays(day, 1)
    return day
  }

  test('is given once, in working time, with the reason', async () => {
    const one = await working()
    const extend = (which: Detail, newDueAt: string) =>
      ward.leader.call(contract.extendCase, {
        ...seen(which),
        newDueAt,
        reason: 'Chờ xác minh',
        lateReason: 'verification',
      })
    expect((await extend(one, at(later(), '22:00'))).problem).toMatchObject({ code: 'cases/not-working-time' })
    const { body } = await done(extend(one, at(later(), '10:00')))
    expect(body).toMatchObject({ extended: true, dueAt: at(later(), '10:00'), firstDueAt: one.firstDueAt })
    expect((await extend(body, at(addDays(later(), 7), '10:00'))).problem).toMatchObject({
      code: 'cases/already-extended',
    })
    const { body: due } = await done(ward.officer.call(contract.explainDue, { caseId: one.id }))
    expect(due).toMatchObject({ dueAt: body.dueAt, reckonedDueAt: body.dueAt })
  })
})

describe('opinions', () => {
  const ask = (one: Detail) =>
    done(
      ward.officer.call(contract.consultUnits, {
        ...seen(one),
        unitIds: [ward.two],
        question: 'Có đồng ý không?',
        dueOn: addDays(today(), 5),
      }),
    )

  test('are answered by the unit that was asked, which sees the case from then on', async () => {
    const one = await working()
    expect((await ward.stranger.call(contract.getCase, { caseId: one.id })).status).toBe(404)
    const { body: asked } = await ask(one)
    const [opinion] = asked.opinions
    const { body: seenThere } = await done(ward.stranger.call(contract.getCase, { caseId: one.id }))
    expect(seenThere.possible.map(({ act }) => act)).toEqual(['answer-opinion'])
    const answer = { ...seen(asked), opinionId: opinion?.id, agrees: true, answer: 'Đồng ý' }
    expect((await ward.officer.call(contract.answerOpinion, answer)).status).toBe(403)
    const { body } = await done(ward.stranger.call(contract.answerOpinion, answer))
    expect(body.opinions).toMatchObject([{ agrees: true, answer: 'Đồng ý', unit: { name: 'Phường Hai' } }])
    const again = await ward.stranger.call(contract.answerOpinion, { ...answer, version: body.version })
    expect(again.problem).toMatchObject({ status: 409, code: 'cases/opinion-not-waiting' })
  })

  test('hold a case at the step that asks for them, until they are answered or withdrawn', async () => {
    const process = {
      nodes: [
        { id: 'start', kind: 'start' as const, name: both('Nhận') },
        { id: 'work', kind: 'work' as const, name: both('Thẩm tra') },
        { id: 'ask', kind: 'consult' as const, name: both('Lấy ý kiến'), consults: [ward.two] },
        { id: 'approve', kind: 'approve' as const, name: both('Duyệt') },
        { id: 'end', kind: 'end' as const, name: both('Xong') },
      ],
      edges: ['start:work', 'work:ask', 'ask:approve', 'approve:end'].map((way) => {
        const [from = '', to = ''] = way.split(':')
        return { from, to }
      }),
    }
    const one = await received(ward, { procedureCode: await buildProcedure(api, {}, process) })
    const { body: asking } = await done(ward.officer.call(contract.forwardCase, { ...seen(one), note: '' }))
    expect(asking).toMatchObject({ stepId: 'ask', opinions: [{ unit: { unitId: ward.two }, answer: null }] })
    expect(asking.possible.map(({ act }) => act)).not.toContain('forward')
    const held = await ward.officer.call(contract.forwardCase, { ...seen(asking), note: '' })
    expect(held.problem).toMatchObject({ code: 'cases/opinions-waiting', values: { count: 1 } })
    const withdrawal = { ...seen(asking), opinionId: asking.opinions[0]?.id, reason: 'Không cần nữa' }
    const { body: free } = await done(ward.officer.call(contract.withdrawOpinion, withdrawal))
    expect(free.opinions).toEqual([])
    const { body } = await done(ward.officer.call(contract.forwardCase, { ...seen(free), note: '' }))
    expect(body.stepId).toBe('approve')
  })
})

test('a step of another agency moves a case there and back', async () => {
  const process = {
    nodes: [
      { id: 'start', kind: 'start' as const, name: both('Nhận') },
      { id: 'work', kind: 'work' as const, name: both('Thẩm tra') },
      { id: 'agency', kind: 'agency' as const, name: both('Liên thông'), holder: { kind: 'chosen' as const } },
      { id: 'approve', kind: 'approve' as const, name: both('Duyệt') },
      { id: 'end', kind: 'end' as const, name: both('Xong') },
    ],
    edges: [
      { from: 'start', to: 'work' },
      { from: 'work', to: 'agency' },
      { from: 'agency', to: 'approve' },
      { from: 'approve', to: 'end' },
    ],
  }
  const one = await received(ward, { procedureCode: await buildProcedure(api, {}, process) })
  expect(one.possible.find(({ act }) => act === 'forward')?.steps).toMatchObject([
    { stepId: 'agency', needsUnit: true },
  ])
  const nowhere = await ward.officer.call(contract.forwardCase, { ...seen(one), note: '' })
  expect(nowhere.problem).toMatchObject({ code: 'cases/unit-needed' })
  const { body: there } = await done(
    ward.officer.call(contract.forwardCase, { ...seen(one), unitId: ward.two, note: '' }),
  )
  expect(there).toMatchObject({ unit: { unitId: ward.two }, competentUnit: { unitId: ward.one } })
  const mine = await ward.officer.call(contract.forwardCase, { ...seen(there), note: '' })
  expect(mine.problem).toMatchObject({ status: 403, code: 'cases/not-yours-to-do' })
  const { body: back } = await done(
    ward.stranger.call(contract.forwardCase, { ...seen(there), note: 'Xong phần mình' }),
  )
  expect(back).toMatchObject({ unit: { unitId: ward.one }, stepId: 'approve' })
  const { body: again } = await done(
    ward.officer.call(contract.sendBackCase, { ...seen(back), stepId: 'agency', reason: 'Sai' }),
  )
  expect(again).toMatchObject({ unit: { unitId: ward.two }, stepId: 'agency' })
})

test('a case is sent back to whoever had it, with the reason', async () => {
  await giveAccount(api, ward.officer.actorId, ward.one, ['cases:process'])
  const one = await working()
  const { body: above } = await done(ward.officer.call(contract.forwardCase, { ...seen(one), note: '' }))
  expect(above.assigneeName).toBeNull()
  const { body } = await done(
    ward.leader.call(contract.sendBackCase, { ...seen(above), stepId: 'work', reason: 'Thiếu ý kiến' }),
  )
  expect(body).toMatchObject({ stepId: 'work', business: 'processing', assigneeId: ward.officer.actorId })
  const further = await ward.leader.call(contract.sendBackCase, { ...seen(body), stepId: 'desk', reason: 'Sai' })
  expect(further.problem).toMatchObject({ code: 'cases/not-an-earlier-step' })
})

test('papers are looked at without moving the case', async () => {
  const one = await received(ward)
  const papers = [{ code: 'to-khai', fine: false, note: 'Chưa ký' }]
  const { body } = await done(ward.officer.call(contract.checkCase, { ...seen(one), papers, note: 'Cần ký' }))
  expect(body).toMatchObject({ business: 'received', stepId: 'work', version: 2 })
})

test('only who steers the unit gives a case to somebody else', async () => {
  const one = await received(ward)
  const assigneeId = newId()
  expect((await ward.officer.call(contract.assignCase, { ...seen(one), assigneeId })).status).toBe(403)
  const unknown = await ward.leader.call(contract.assignCase, { ...seen(one), assigneeId })
  expect(unknown.problem).toMatchObject({ code: 'cases/unknown-assignee' })
})

test('a case is stopped by decision, or taken back by the citizen; both while it waits too', async () => {
  const asked = async () => {
    const one = await working()
    const papers = [{ code: 'to-khai', form: 'original' as const }]
    return (await done(ward.officer.call(contract.askSupplement, { ...seen(one), reason: 'Thiếu', papers }))).body
  }
  const stop = { ...seen(await asked()), reason: 'Không còn căn cứ', decision: '12/QĐ-UBND' }
  const { body: stopped } = await done(ward.leader.call(contract.stopCase, stop))
  expect(stopped).toMatchObject({ business: 'stopped', onTime: true })
  const { body: open } = await done(ward.leader.call(contract.reopenCase, { ...seen(stopped), reason: 'Căn cứ mới' }))
  expect(open).toMatchObject({ business: 'processing', endedAt: null, stepId: 'work' })
  expect(open.dueAt).not.toBeNull()
  const { body: gone } = await done(
    ward.officer.call(contract.withdrawCase, { ...seen(await asked()), reason: 'Xin rút' }),
  )
  expect(gone).toMatchObject({ business: 'withdrawn' })
})

test('a reopened case has no result until it is decided again, and its history stays', async () => {
  const one = await decided(ward)
  const { body: open } = await done(ward.leader.call(contract.reopenCase, { ...seen(one), reason: 'Sai số' }))
  expect(open).toMatchObject({ business: 'processing', stepId: 'approve', results: [], outcome: null, onTime: null })
  const results = [{ code: 'giay', number: '02/GCN' }]
  const { body } = await done(ward.leader.call(contract.decideCase, { ...seen(open), outcome: 'granted', results }))
  expect(body.results).toMatchObject([{ number: '02/GCN' }])
  expect(states(body)).toEqual(['receive', 'forward', 'decide', 'reopen', 'decide'])
})

test('a transferred case keeps code, deadline and history', async () => {
  const one = await working()
  const { body } = await done(
    ward.leader.call(contract.transferCase, { ...seen(one), competentUnitId: ward.two, reason: 'Sai địa bàn' }),
  )
  expect(body).toMatchObject({
    code: one.code,
    dueAt: one.dueAt,
    unit: { unitId: ward.two },
    competentUnit: { unitId: ward.two },
  })
  expect(states(body)).toEqual(['receive', 'assign', 'transfer'])
  const { body: there } = await done(ward.stranger.call(contract.getCase, { caseId: one.id }))
  expect(there.possible.map(({ act }) => act)).toContain('forward')
  const elsewhere = await leader(api, ward.two).call(contract.transferCase, {
    ...seen(there),
    competentUnitId: ward.province,
    reason: 'Cao hơn',
  })
  expect(elsewhere.problem).toMatchObject({ code: 'cases/not-competent' })
  const same = await leader(api, ward.two).call(contract.transferCase, {
    ...seen(there),
    competentUnitId: ward.two,
    reason: 'Như cũ',
  })
  expect(same.problem).toMatchObject({ code: 'cases/already-there' })
})

test('a case may leave the sight of whoever transfers it', async () => {
  const mine = await received(ward)
  await sql`update cases."case" set received_unit_id = ${ward.province} where id = ${mine.id}`.execute(api.db)
  const { body } = await done(
    ward.leader.call(contract.transferCase, { ...seen(mine), competentUnitId: ward.two, reason: 'Sai địa bàn' }),
  )
  expect(body.unit.unitId).toBe(ward.two)
  expect((await ward.leader.call(contract.getCase, { caseId: mine.id })).status).toBe(404)
})

test('the reason for lateness is one of the list', async () => {
  const one = await working()
  const give = (lateReason: string) =>
    ward.officer.call(contract.giveLateReason, { ...seen(one), lateReason, stepId: 'work', note: '' })
  expect((await give('none-such')).problem).toMatchObject({ code: 'cases/unknown-late-reason' })
  const { body } = await done(give('coordination'))
  expect(body).toMatchObject({ lateReason: 'coordination', lateStep: 'work' })
})

test('a correction says what was corrected, and the case is found by what is right', async () => {
  const one = await received(ward)
  const nothing = await ward.officer.call(contract.correctCase, { ...seen(one), reason: 'Sửa' })
  expect(nothing.problem).toMatchObject({ code: 'cases/nothing-corrected' })
  const subject = { ...PERSON, name: 'Lê Văn Đúng' }
  const { body } = await done(
    ward.officer.call(contract.correctCase, { ...seen(one), subject, title: 'Việc khác', reason: 'Ghi nhầm tên' }),
  )
  expect(body).toMatchObject({ subjectName: 'Lê Văn Đúng', title: 'Việc khác', parties: [{ name: 'Lê Văn Đúng' }] })
  const { rows } = await sql<{ searchText: string }>`select search_text from cases."case" where id = ${one.id}`.execute(
    api.db,
  )
  expect(rows[0]?.searchText).toContain('le van dung')
})

test('of many cases each is acted on alone: one succeeds, the other is explained', async () => {
  const [good, stale] = [await received(ward), await received(ward)]
  const foreign = await received(await buildWard(api))
  const cases = [seen(good), { ...seen(stale), version: 7 }, seen(foreign)]
  const { body } = await done(ward.officer.call(contract.actOnMany, { act: 'forward', cases }))
  expect(body.done).toEqual([{ caseId: good.id, version: 2 }])
  expect(body.refused.map(({ caseId, code }) => [caseId, code])).toEqual([
    [stale.id, 'cases/changed-meanwhile'],
    [foreign.id, 'cases/not-found'],
  ])
  const decideAll = { act: 'decide', cases: [{ caseId: good.id, version: 2 }], outcome: 'granted' }
  const byOfficer = await done(ward.officer.call(contract.actOnMany, decideAll))
  expect(byOfficer.body.refused).toMatchObject([{ code: 'cases/not-yours-to-do' }])
  const { body: all } = await done(ward.leader.call(contract.actOnMany, decideAll))
  expect(all.done).toEqual([{ caseId: good.id, version: 3 }])
})

test('the log of a case is paged', async () => {
  const one = await decided(ward)
  const { body: first } = await done(ward.officer.call(contract.listActs, { caseId: one.id, limit: 2 }))
  expect(first.acts.map(({ act }) => act)).toEqual(['decide', 'forward'])
  const { body: rest } = await done(
    ward.officer.call(contract.listActs, { caseId: one.id, limit: 2, before: first.next ?? 0 }),
  )
  expect(rest).toMatchObject({ acts: [{ act: 'receive' }], next: null })
})

test('every act is told once to whoever listens', async () => {
  const one = await decided(ward)
  const { rows } = await sql<{ payload: unknown }>`select payload from platform.event
    where name = 'cases.acted' and payload ->> 'caseId' = ${one.id} order by id`.execute(api.db)
  const told = { caseId: one.id, unitId: ward.one, competentUnitId: ward.one }
  expect(rows.map(({ payload }) => payload)).toEqual([
    { ...told, number: 1, act: 'receive', toState: 'received' },
    { ...told, number: 2, act: 'forward', toState: 'processing' },
    { ...told, number: 3, act: 'decide', toState: 'decided' },
  ])
})

test('a reader reads and does nothing', async () => {
  const one = await atLeader(ward)
  const reader = api.as({ grants: [{ permission: 'cases:read', unitId: ward.one, reach: 'subtree' }] })
  const { body } = await done(reader.call(contract.getCase, { caseId: one.id }))
  expect(body.possible).toEqual([])
  expect((await reader.call(contract.forwardCase, seen(one))).status).toBe(403)
  expect((await officer(api, ward.province).call(contract.getCase, { caseId: one.id })).status).toBe(200)
})
