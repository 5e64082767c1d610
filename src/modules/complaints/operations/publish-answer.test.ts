import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildHeads, citizen, complained } from '#testing/complaints.ts'
import { buildWard, done, received, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

let api: TestApi
let ward: Ward
let heads: Awaited<ReturnType<typeof buildHeads>>
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
  heads = await buildHeads(api, ward)
})
beforeEach(() => sql`delete from platform.rate`.execute(api.db))
afterAll(() => api.close())

const WORDS = {
  question: 'Vì sao trả kết quả muộn hơn giấy hẹn?',
  answer: 'Do thiếu người; đã bố trí thêm từ tháng này.',
}
const published = async (more: Record<string, unknown> = {}) =>
  (await done(api.anonymous.call(contract.listPublishedAnswers, more))).body
const answered = async (id: string) =>
  done(
    heads.an.call(contract.answerComplaint, { complaintId: id, version: 1, outcome: 'right', text: 'Đã chấn chỉnh' }),
  )

test('nothing is public until the unit decides it; then its own words are, and nothing of who complained; taken back, nothing again', async () => {
  const who = citizen(api)
  const sent = await complained(who, ward.one, { text: 'Tôi là Nguyễn Văn Kín, 0912345678, chờ mãi' })
  const asked = { complaintId: sent.id, version: 1 }
  const early = await heads.an.call(contract.publishAnswer, { ...asked, ...WORDS })
  expect(early.problem).toMatchObject({ status: 409, code: 'complaints/not-answered' })
  await answered(sent.id)
  expect((await published()).answers).toEqual([])
  const { body } = await done(heads.an.call(contract.publishAnswer, { ...asked, version: 2, ...WORDS }))
  expect(body).toMatchObject({ publication: WORDS, may: ['publish', 'withdraw'], acts: [{ act: 'publish' }] })

  const { answers } = await published()
  expect(answers).toMatchObject([{ ...WORDS, unit: 'Phường Một', outcome: 'right', onTime: true }])
  const text = JSON.stringify(answers)
  for (const secret of [sent.id, sent.number, 'Nguyễn Văn Kín', '0912345678', who.actorId, 'Lê Văn An'])
    expect(text).not.toContain(secret)

  const back = { ...asked, version: 3, reason: 'Nội dung đã cũ' }
  expect((await done(heads.an.call(contract.withdrawAnswer, back))).body).toMatchObject({ publication: null })
  expect((await published()).answers).toEqual([])
  const again = await heads.an.call(contract.withdrawAnswer, { ...back, version: 4 })
  expect(again.problem).toMatchObject({ status: 409, code: 'complaints/not-public' })
})

test('numbers, addresses, the case and the officer named are refused in what is to be public', async () => {
  const one = await received(ward)
  const { body: sent } = await done(
    citizen(api).call(contract.complain, {
      topic: 'handling',
      text: 'Chậm',
      officerName: 'Trần Quang Huy',
      caseCode: one.code,
      secret: one.secret,
    }),
  )
  await answered(sent.id)
  const asked = { complaintId: sent.id, version: 2 }
  for (const [trace, answer] of [
    ['number', 'Xin gọi 0254 3 852 999 để hỏi'],
    ['address', 'Xin viết cho phuong@example.vn'],
    ['case', `Hồ sơ ${one.code} đã xong`],
    ['officer', 'Ông Trần Quang Huy đã xin lỗi'],
  ]) {
    const { problem } = await heads.an.call(contract.publishAnswer, { ...asked, ...WORDS, answer })
    expect(problem).toMatchObject({ status: 400, code: `complaints/says-${trace}`, errors: [{ path: 'answer' }] })
  }
  expect((await heads.chi.call(contract.publishAnswer, { ...asked, ...WORDS })).status).toBe(404)
  expect((await published()).answers).toEqual([])
})

test('who handled the case decides nothing about it; page by page everything public is read once', async () => {
  const one = await received({ ...ward, officer: heads.binh })
  const { body: sent } = await done(
    citizen(api).call(contract.complain, { topic: 'fees', text: 'Thu thừa', caseCode: one.code, secret: one.secret }),
  )
  await answered(sent.id)
  const mine = await heads.binh.call(contract.publishAnswer, { complaintId: sent.id, version: 2, ...WORDS })
  expect(mine.problem).toMatchObject({ status: 403, code: 'complaints/handled-by-you' })
  for (const place of [1, 2, 3]) {
    const { id } = await complained(citizen(api), ward.one)
    await answered(id)
    const words = { ...WORDS, question: `Câu hỏi chung số ${place}` }
    await done(heads.an.call(contract.publishAnswer, { complaintId: id, version: 2, ...words }))
  }
  const pages: string[] = []
  let after: string | null = ''
  while (after !== null) {
    const page = await published({ limit: 2, ...(after === '' ? {} : { after }) })
    pages.push(...page.answers.map(({ question }) => question.slice(-1)))
    after = page.next
  }
  expect(pages).toEqual(['3', '2', '1'])
  expect((await api.anonymous.call(contract.listPublishedAnswers, { after: 'x' })).status).toBe(400)
})
