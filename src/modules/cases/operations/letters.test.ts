import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Caller, type TestApi, testApi } from '#testing/api.ts'
import { buildWard, type Detail, done, officer, received, seen, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'
import { rawPdf } from '../gateways/files/hostile.fixture.ts'

let api: TestApi
let ward: Ward
let define: Caller
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  define = api.as({ grants: [{ permission: 'cases:define', unitId: null, reach: 'subtree' }] })
})
// Everyone in the tests calls from one address.
beforeEach(() => sql`delete from platform.rate`.execute(api.db))
afterAll(() => api.close())

const ofReceipt = ({ code, secret }: Detail) => ({ code: code ?? '', secret })
const write = (one: Detail, text: string) => api.anonymous.call(contract.writeByReceipt, { ...ofReceipt(one), text })
const listed = async (who: Caller, list: 'letters' | 'mine') =>
  (await done(who.call(contract.listCases, { list }))).body.cases.map(({ id }) => id)
const unread = async (who: Caller) => (await done(who.call(contract.listNotices, { unread: true }))).body

test('a citizen writes with the receipt in hand, is answered on the same page, and the office sees who waits until then', async () => {
  const one = await received(ward)
  await done(write(one, 'Bao giờ xong?\n<script>alert(1)</script>'))
  await api.settle()
  const { body } = await done(ward.officer.call(contract.listLetters, { caseId: one.id }))
  expect(body).toMatchObject({
    mayWrite: true,
    answersReceipt: true,
    waiting: { dueAt: expect.any(String) },
    letters: [{ side: 'citizen', text: 'Bao giờ xong?\n<script>alert(1)</script>', readAt: null, byReceipt: true }],
  })
  expect(await listed(ward.officer, 'letters')).toContain(one.id)
  const { body: counts } = await done(ward.officer.call(contract.countCases, {}))
  expect(counts.counts.find(({ list }) => list === 'letters')?.count).toBe(
    (await listed(ward.officer, 'letters')).length,
  )
  expect((await unread(ward.officer)).notices).toMatchObject([{ kind: 'letter', caseId: one.id }])
  expect((await unread(ward.stranger)).unread).toBe(0)

  expect((await done(ward.officer.call(contract.markLettersRead, { caseId: one.id }))).body).toEqual({ marked: 1 })
  const fileId = await ward.officer.upload('huong-dan.pdf', 'application/pdf', rawPdf(''))
  await done(ward.officer.call(contract.writeLetter, { caseId: one.id, text: 'Thứ Sáu', fileIds: [fileId] }))
  await api.settle()
  expect(await listed(ward.officer, 'letters')).not.toContain(one.id)
  expect((await unread(ward.officer)).unread).toBe(0)
  const { body: followed } = await done(api.anonymous.call(contract.lookUpCase, ofReceipt(one)))
  expect(followed.letters).toMatchObject([
    { side: 'citizen', readAt: expect.any(String) },
    { side: 'office', text: 'Thứ Sáu', unit: 'Phường Một' },
  ])
  // That the page was looked at is known to the office.
  const { body: after } = await done(ward.officer.call(contract.listLetters, { caseId: one.id }))
  expect(after.letters[0]).toMatchObject({ side: 'office', readAt: expect.any(String), files: [{ fileId }] })
  const letterId = after.letters[0]?.id ?? ''
  const asked = { caseId: one.id, letterId, fileId }
  expect((await done(ward.officer.call(contract.getLetterFile, asked))).body.bytes.length).toBeGreaterThan(10)
  expect((await ward.stranger.call(contract.getLetterFile, asked)).problem).toMatchObject({ status: 404 })
})

test('the notice to the citizen says that there is a message and nothing of it', async () => {
  const one = await received(ward)
  await done(ward.officer.call(contract.writeLetter, { caseId: one.id, text: 'Điều bí mật' }))
  await done(ward.officer.call(contract.writeLetter, { caseId: one.id, text: 'Một điều nữa' }))
  await api.settle()
  const { body } = await done(ward.officer.call(contract.listMessages, { caseId: one.id }))
  const notices = body.messages.filter(({ act }) => act === null)
  // One for both: the first lies unread.
  expect(notices.map(({ channel }) => channel)).toEqual(['sms'])
  expect(notices[0]?.text).toContain(one.code)
  expect(JSON.stringify(notices)).not.toContain('mat')
  expect(JSON.stringify(notices)).not.toContain(one.secret)
})

test('what waits goes with the case: to another officer and to another unit, and is told there', async () => {
  const one = await received(ward)
  await done(write(one, 'Xin hỏi'))
  await api.settle()
  const colleague = officer(api, ward.one)
  const { body: given } = await done(
    colleague.call(contract.assignCase, { ...seen(one), assigneeId: colleague.actorId, note: '' }),
  )
  await api.settle()
  expect((await unread(colleague)).notices).toMatchObject([{ kind: 'letter', caseId: one.id }])
  // Who does not have it any more has nothing to answer.
  expect((await unread(ward.officer)).notices.map(({ caseId }) => caseId)).not.toContain(one.id)
  await done(
    ward.leader.call(contract.transferCase, { ...seen(given), competentUnitId: ward.two, reason: 'Đúng thẩm quyền' }),
  )
  await api.settle()
  expect(await listed(ward.stranger, 'letters')).toEqual([one.id])
  expect((await unread(ward.stranger)).notices).toMatchObject([{ kind: 'letter', caseId: one.id }])
  const { problem } = await ward.officer.call(contract.writeLetter, { caseId: one.id, text: 'Tôi trả lời' })
  expect(problem).toMatchObject({ status: 403, code: 'cases/not-yours-to-do' })
  await done(ward.stranger.call(contract.writeLetter, { caseId: one.id, text: 'Đã chuyển đúng nơi' }))
})

test('words that need no answer are noted as such, with the reason, once', async () => {
  const one = await received(ward)
  await done(write(one, 'Cảm ơn'))
  await done(ward.officer.call(contract.closeTalk, { caseId: one.id, reason: 'Lời cảm ơn' }))
  expect(await listed(ward.officer, 'letters')).not.toContain(one.id)
  const again = await ward.officer.call(contract.closeTalk, { caseId: one.id, reason: 'Lời cảm ơn' })
  expect(again.problem).toMatchObject({ status: 409, code: 'cases/nobody-waits' })
})

test('a wrong secret, another case’s secret, too many letters and too long ones are refused', async () => {
  const [one, other] = [await received(ward), await received(ward)]
  const wrong = await api.anonymous.call(contract.writeByReceipt, { code: one.code, secret: other.secret, text: 'x' })
  expect(wrong.problem).toMatchObject({ status: 404, code: 'cases/not-found' })
  expect((await write(one, 'x'.repeat(2001))).problem).toMatchObject({ status: 400 })
  expect((await write(one, ' \n ')).problem).toMatchObject({ status: 400 })
  const settings = { answerHours: 8, mostADay: 2, daysAfterEnd: 90, reason: 'Thử' }
  await done(define.call(contract.setLetterSettings, settings))
  await sql`delete from platform.rate`.execute(api.db)
  await done(write(one, 'Một'))
  // Sent twice by a slip, it is one.
  await done(write(one, 'Một'))
  await done(write(one, 'Hai'))
  expect((await write(one, 'Ba')).problem).toMatchObject({ status: 429, code: 'cases/letters-a-day' })
  await done(write(other, 'Một'))
  expect((await done(define.call(contract.getLetterSettings, {}))).body).toMatchObject({ answerHours: 8, mostADay: 2 })
  const ward1 = api.as({ grants: [{ permission: 'cases:define', unitId: ward.one, reach: 'subtree' }] })
  expect((await ward1.call(contract.setLetterSettings, settings)).status).toBe(403)
})
