import { afterAll, beforeAll, expect, test } from 'vitest'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { calendar } from '../index.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi({ modules: [organisation, calendar] })
})
afterAll(() => api.close())

const send = (text: string, dryRun: boolean) =>
  api.root.call(contract.importSpecialDays, { text, dryRun, reason: 'thông báo nghỉ lễ' })

test('a dry run says what would happen and stores nothing; then the same file does it, once', async () => {
  const text = 'day,kind,name_vi,confirmed\n30/04/2031,off,Ngày Chiến thắng,có\n2031-05-03,make-up,Làm bù,chưa\n'
  expect((await send(text, true)).body).toMatchObject({ stored: false, rows: 2, added: 2, wrongRows: 0 })
  const { body } = await api.root.call(contract.listSpecialDays, { year: 2031 })
  expect(body.days).toEqual([])
  expect((await send(text, false)).body).toMatchObject({ stored: true, added: 2 })
  expect((await send(text, false)).body).toMatchObject({ stored: true, added: 0, changed: 0, unchanged: 2 })
  const after = await api.root.call(contract.listSpecialDays, { year: 2031 })
  expect(after.body.days.map(({ day, kind, confirmed }) => [day, kind, confirmed])).toEqual([
    ['2031-04-30', 'off', true],
    ['2031-05-03', 'make-up', false],
  ])
})

test('each bad row is named with its column and what was found, and nothing of the file is stored', async () => {
  const text = [
    'Ngày;Loại;Tên;Xác nhận',
    '01/01/2032;nghỉ;Tết Dương lịch;có',
    '31/02/2032;nghỉ;Không có;có',
    '01/01/2032;nghỉ;Hai lần;có',
    '05/01/2032;làm bù;Thứ Hai;có',
    '06/01/2032;gì đó;;có lẽ',
  ].join('\n')
  const { body } = await send(text, false)
  expect(body).toMatchObject({ stored: false, rows: 1, wrongRows: 4 })
  expect(body.wrong.map(({ row, column, code }) => [row, column, code])).toEqual([
    [3, 'day', 'calendar/row-day'],
    [4, 'day', 'calendar/row-twice'],
    [5, 'kind', 'calendar/make-up-on-weekday'],
    [6, 'kind', 'calendar/row-kind'],
    [6, 'name_vi', 'calendar/row-name'],
    [6, 'confirmed', 'calendar/row-confirmed'],
  ])
  expect((await api.root.call(contract.listSpecialDays, { year: 2032 })).body.days).toEqual([])
})

test('what is no table is refused', async () => {
  expect((await send('hôm nay trời đẹp', true)).problem?.code).toBe('calendar/no-table')
  const long = `day,kind,name_vi\n${'x\n'.repeat(3000)}`
  expect((await send(long, true)).problem).toMatchObject({ status: 413, code: 'calendar/too-many-rows' })
})
