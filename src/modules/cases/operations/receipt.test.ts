import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import { buildWard, decided, done, received, seen, type Ward } from '#testing/ward.ts'
import * as contract from '../contract.ts'

/** From the counter to the citizen's phone: what is printed and what the public page tells is what the acts did. */
let api: TestApi
let ward: Ward
beforeAll(async () => {
  api = await testApi()
  ward = await buildWard(api)
})
afterAll(() => api.close())

async function printed(caseId: string, form: string): Promise<string> {
  const { body } = await done(ward.officer.call(contract.printForm, { caseId, form }))
  const { text } = await extractText(await getDocumentProxy(body.bytes), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}

test('the receipt of a case taken in opens its public page, which counts to the very moment that was promised', async () => {
  const one = await received(ward)
  const receipt = await printed(one.id, '01')
  expect(receipt).toContain(one.code)
  expect(receipt).toContain(`Mã tra cứu: ${one.secret}`)
  expect(receipt).toContain('Cán bộ thử')
  const { body } = await done(api.anonymous.call(contract.lookUpCase, { code: one.code ?? '', secret: one.secret }))
  expect(body).toMatchObject({
    business: 'received',
    subjectInitials: 'N. T. T.',
    receivedUnit: 'Phường Một',
    dueAt: one.dueAt,
    countAgrees: true,
  })
  expect(body.counted.vi.length).toBeGreaterThan(2)
})

test('the control slip of a finished case names everyone through whose hands it went', async () => {
  const one = await decided(ward)
  const { body } = await done(
    ward.officer.call(contract.returnResult, { ...seen(one), way: 'desk', receiver: null, note: '' }),
  )
  const slip = await printed(one.id, '06')
  for (const piece of ['Người nộp hồ sơ', 'Nguyễn Thị Thử', 'Cán bộ thử', 'Phê duyệt', 'Trả kết quả'])
    expect(slip).toContain(piece)
  const { body: told } = await done(
    api.anonymous.call(contract.lookUpCase, { code: body.code ?? '', secret: body.secret }),
  )
  expect(told).toMatchObject({ business: 'returned', onTime: true, stage: { vi: 'Đã trả kết quả.' } })
})

test('a file that is not what it says is not taken on a case, and one that was looked at is', async () => {
  const fileId = await ward.officer.upload('don.pdf', 'application/pdf', new TextEncoder().encode('<html><script>'))
  const paper = { code: 'to-khai', form: 'electronic', fileId }
  const intake = {
    procedureCode: ward.procedure,
    receivedUnitId: ward.one,
    channel: 'counter',
    subject: { kind: 'person', name: 'A B' },
  }
  expect((await ward.officer.call(contract.receiveNewCase, { ...intake, papers: [paper] })).problem).toMatchObject({
    status: 422,
    code: 'cases/file-active',
  })
  const { body: pdf } = await done(
    ward.officer.call(contract.printForm, { caseId: (await received(ward)).id, form: '01' }),
  )
  const good = await ward.officer.upload('don.pdf', 'application/pdf', pdf.bytes)
  const { body } = await done(
    ward.officer.call(contract.receiveNewCase, { ...intake, papers: [{ ...paper, fileId: good }] }),
  )
  expect(body.papers[0]?.file).toMatchObject({
    mediaType: 'application/pdf',
    state: 'unchecked',
    warnings: ['cases/scanner-none'],
  })
})
