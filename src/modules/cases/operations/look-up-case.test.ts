import { afterAll, beforeAll, expect, test } from 'vitest'
import { createUnit } from '#modules/organisation/contract.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { lookUpCase } from '../contract/look-up.ts'
import { type KeptCase, keepCase, keepProcedure } from '../store/printed.fixture.ts'

let api: TestApi
let kept: KeptCase
let other: KeptCase
beforeAll(async () => {
  api = await testApi({ operationLimitsTimes: 1 })
  const unit = { name: 'Phường Vũng Tàu', kind: 'ward', level: 'commune', validFrom: '2025-07-01' } as const
  const { body } = await api.root.call(createUnit, unit)
  const procedure = await keepProcedure(api.db)
  kept = await keepCase(api.db, procedure, { unitId: body.unitId })
  other = await keepCase(api.db, procedure, { unitId: body.unitId, serial: 2 })
})
afterAll(() => api.close())

type Tries = { 'cases.lookUpTry': { at: Date; codeHash: string; found: boolean }; 'platform.rate': { key: string } }
const tries = () => api.db.$extendTables<Tries>().selectFrom('cases.lookUpTry').selectAll().execute()
/** Everyone in the tests calls from one address. */
const forgetRate = () => api.db.$extendTables<Tries>().deleteFrom('platform.rate').execute()

test('whoever has the receipt sees where the case stands, until when, and how that was counted', async () => {
  const { body, status } = await api.anonymous.call(lookUpCase, {
    code: ` ${kept.code.toLowerCase()} `,
    secret: 'k7qf',
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    code: kept.code,
    subjectInitials: 'T. T. B. N.',
    stage: { vi: 'Hồ sơ đang được giải quyết.' },
    stepName: { vi: 'Thẩm tra' },
    competentUnit: 'Phường Vũng Tàu',
    dueAt: '2026-11-20T10:00:00.000Z',
    term: { vi: '3 ngày làm việc', en: '3 working days' },
    demonstration: true,
  })
  expect(body.counted.vi[0]).toContain('Nhận lúc 09:00 thứ Hai 16/11/2026')
  expect(body.counted.vi.join(' ')).toContain('Tạm dừng lúc')
  expect(body.counted.en).toHaveLength(body.counted.vi.length)
  expect(body.dueChanges).toEqual([
    expect.objectContaining({ why: { vi: 'Tính tiếp thời hạn', en: 'The clock runs again' } }),
  ])
})

test('nothing of a person is told but initials', async () => {
  const { body } = await api.anonymous.call(lookUpCase, { code: kept.code, secret: kept.secret })
  const said = JSON.stringify(body)
  for (const secret of ['Ngọc', '077190001234', '0903123456', 'Hoàng Hoa Thám', 'Lê Thị Một Cửa', kept.secret])
    expect(said).not.toContain(secret)
})

test('a wrong code and a wrong secret get the same answer', async () => {
  const wrongSecret = await api.anonymous.call(lookUpCase, { code: kept.code, secret: 'AAAA' })
  const wrongCode = await api.anonymous.call(lookUpCase, { code: 'H29.12.05-261116-9999', secret: kept.secret })
  const swapped = await api.anonymous.call(lookUpCase, { code: 'K7QF', secret: kept.code })
  const plain = ({ problem }: typeof wrongCode) => ({ ...problem, requestId: '' })
  expect(plain(wrongSecret)).toEqual(plain(wrongCode))
  expect(plain(swapped)).toEqual(plain(wrongCode))
  expect(wrongCode.problem).toMatchObject({ status: 404, code: 'cases/not-found' })
})

test('tries are written down, right or wrong, without code or address', async () => {
  const before = await tries()
  await api.anonymous.call(lookUpCase, { code: kept.code, secret: 'ZZZZ' })
  await api.anonymous.call(lookUpCase, { code: kept.code, secret: kept.secret })
  const after = await tries()
  expect(after.length - before.length).toBe(2)
  expect(JSON.stringify(after)).not.toMatch(/H29|127\.0\.0\.1/)
})

test('after many wrong tries for one code even the right secret waits, and other cases do not', async () => {
  await forgetRate()
  let last = 404
  for (let tried = 0; tried < 25 && last === 404; tried++) {
    if (tried % 15 === 14) await forgetRate()
    last = (await api.anonymous.call(lookUpCase, { code: other.code, secret: 'AAAA' })).status
  }
  expect(last).toBe(429)
  await forgetRate()
  const right = await api.anonymous.call(lookUpCase, { code: other.code, secret: other.secret })
  expect(right.problem).toMatchObject({ status: 429, code: 'cases/look-up-closed' })
  expect((await api.anonymous.call(lookUpCase, { code: kept.code, secret: kept.secret })).status).toBe(200)
})

test('one address may not try without end', async () => {
  await forgetRate()
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => api.anonymous.call(lookUpCase, { code: `X-${index}`, secret: 'AAAA' })),
  )
  expect(answers.filter(({ problem }) => problem?.code === 'platform/too-many-requests').length).toBeGreaterThan(5)
})
