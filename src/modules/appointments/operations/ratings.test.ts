import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#kernel/id.ts'
import { portal } from '#modules/portal/index.ts'
import { prepareModules } from '#server/prepare.ts'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { manager, openCounters, paired } from '#testing/counter-openings.ts'
import { buildWard, decided, done, received, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
let clerk: Caller
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-12-02T01:30:00Z') })
  api = await testApi()
  ward = await buildWard(api)
  await openCounters(api, ward.one)
  clerk = manager(api, ward.one)
})
afterAll(async () => {
  await api.close()
  vi.useRealTimers()
})

test('a number is rated once it was served, without a name; said again, the last word counts', async () => {
  const at = { unitId: ward.one, desk: '1' }
  const kiosk = await paired(api, ward.one)
  const { code } = (await done(kiosk.call(contract.takeTicket, { requestKey: newId(), line: 'A' }))).body
  const early = await api.anonymous.call(contract.rateTicket, { code, stars: 5 })
  expect(early.problem).toMatchObject({ code: 'appointments/not-served' })
  const { ticket } = (await done(clerk.call(contract.callNext, at))).body
  await done(clerk.call(contract.finishTicket, { ...at, ticketId: ticket?.id ?? '', outcome: 'done' }))
  await done(
    api.anonymous.call(contract.rateTicket, { code, stars: 2, reasons: ['wait', 'wait', 'papers'], words: 'Lâu' }),
  )
  await done(kiosk.call(contract.rateTicket, { code, stars: 4, reasons: ['wait'] }))
  const asked = { unitId: ward.one, day: '2026-12-02' }
  const { body } = await done(clerk.call(contract.listRatings, asked))
  expect(body).toMatchObject({ sum: { stars: 4, ratings: 1 }, ratings: [{ shown: 'A001', reasons: [], way: 'kiosk' }] })
  expect((await manager(api, ward.two).call(contract.listRatings, asked)).status).toBe(403)
  expect((await api.anonymous.call(contract.rateTicket, { code: 'AAAAAAAA', stars: 1 })).status).toBe(404)
})

test('a finished case is rated with its receipt, once', async () => {
  const keyOf = async (id: string) =>
    (
      await sql<{ code: string; secret: string }>`select code, secret from cases."case" where id = ${id}`.execute(
        api.db,
      )
    ).rows[0] ?? { code: '', secret: '' }
  const open = await keyOf((await received(ward)).id)
  expect((await api.anonymous.call(contract.rateCaseByReceipt, { ...open, stars: 5 })).problem).toMatchObject({
    code: 'appointments/not-ended',
  })
  const key = await keyOf((await decided(ward)).id)
  const wrong = await api.anonymous.call(contract.rateCaseByReceipt, { ...key, secret: 'XXXX', stars: 1 })
  expect(wrong.status).toBe(404)
  // What is two stars or fewer is known to line 5.4 of the 766 index, as long as it is said.
  const isDispleased = async () =>
    (
      await sql`select from cases.discontent d join cases."case" c on c.id = d.case_id where c.code = ${key.code} and d.why = 'rating'`.execute(
        api.db,
      )
    ).rows.length === 1
  const rate = (stars: number, reasons: readonly string[]) =>
    done(api.anonymous.call(contract.rateCaseByReceipt, { ...key, stars, reasons }))
  await rate(1, ['manner'])
  expect(await isDispleased()).toBe(true)
  await rate(3, ['unclear'])
  expect(await isDispleased()).toBe(false)
  await rate(2, ['manner'])
  expect(await isDispleased()).toBe(true)
  const { rows } = await sql<{ stars: number; reasons: string[]; way: string }>`
    select stars, reasons, way from portal.rating`.execute(api.db)
  expect(rows).toEqual([{ stars: 2, reasons: ['manner'], way: 'phone' }])
})

test('who sees the cases of a unit sees what was thought of them: the worst first, with sums that are those of the list', async () => {
  const rated = async (stars: number, at: string) => {
    vi.setSystemTime(new Date(at))
    const { id } = await decided(ward)
    const { rows } = await sql<{ code: string; secret: string }>`
      select code, secret from cases."case" where id = ${id}`.execute(api.db)
    const reasons = stars <= 3 ? ['wait'] : []
    await done(api.anonymous.call(contract.rateCaseByReceipt, { ...rows[0], stars, reasons }))
    return rows[0]?.code ?? ''
  }
  const good = await rated(5, '2026-12-08T02:00:00Z')
  const bad = await rated(1, '2026-12-08T03:00:00Z')
  const worse = await rated(1, '2026-12-08T04:00:00Z')
  await rated(4, '2026-12-09T02:00:00Z')
  const asked = { from: '2026-12-08', to: '2026-12-08' }
  const { body } = await done(ward.leader.call(contract.listCaseRatings, asked))
  expect(body.ratings.map(({ caseCode, stars }) => [caseCode, stars])).toEqual([
    [worse, 1],
    [bad, 1],
    [good, 5],
  ])
  expect(body.ratings[0]).toMatchObject({ reasons: ['wait'], unit: 'Phường Một', way: 'phone' })
  expect(body).toMatchObject({ sum: { stars: 7, ratings: 3, content: 1 }, byStars: [2, 0, 0, 0, 1] })
  // Page by page it is the same list.
  const onePage = async (after: string | null) =>
    (await done(ward.leader.call(contract.listCaseRatings, { ...asked, ...(after !== null && { after }), limit: 1 })))
      .body
  const pages: string[] = []
  for (let page = await onePage(null); ; page = await onePage(page.next)) {
    pages.push(...page.ratings.map(({ caseCode }) => caseCode))
    if (page.next === null) break
  }
  expect(pages).toEqual([worse, bad, good])

  const ofUnit = async (who: Caller, unitId: string) =>
    (await done(who.call(contract.listCaseRatings, { ...asked, unitId }))).body.sum.ratings
  expect(await ofUnit(ward.leader, ward.one)).toBe(3)
  expect(await ofUnit(ward.leader, ward.two)).toBe(0)
  expect(await ofUnit(api.root, ward.province)).toBe(3)
  expect(await ofUnit(ward.stranger, ward.one)).toBe(0)
  expect((await ward.leader.call(contract.listCaseRatings, { ...asked, after: 'x' })).status).toBe(400)

  // Ratings from before it was kept whose case was rated find it at the next start.
  await sql`update portal.rating set unit_id = null, case_code = null`.execute(api.db)
  expect(await ofUnit(ward.leader, ward.one)).toBe(0)
  await prepareModules(api.db, [portal])
  expect((await done(ward.leader.call(contract.listCaseRatings, asked))).body).toEqual(body)
})
