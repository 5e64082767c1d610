import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from '../contract.ts'
import { plain } from '../domain/fill.ts'
import { buildCity, type City, done, draft } from './city.fixture.ts'

let api: TestApi
let city: City
beforeAll(async () => {
  api = await testApi()
  city = await buildCity(api.root)
})
afterAll(() => api.close())

const of = (unitId: string | null, permission = 'reports:*') =>
  api.as({ grants: [{ permission, unitId, reach: 'subtree' }] })

describe('who may', () => {
  test('an officer of the city drafts its report', async () => {
    const { status } = await of(city.unitIds.city).call(contract.draftReport, {
      templateId: city.templateId,
      unitId: city.unitIds.city,
      period: '2023-9M',
    })
    expect(status).toBe(200)
  })

  test('an officer of another city may not', async () => {
    const { problem } = await of(city.unitIds.other).call(contract.draftReport, {
      templateId: city.templateId,
      unitId: city.unitIds.city,
      period: '2023-9M',
    })
    expect(problem).toMatchObject({ status: 403, code: 'organisation/outside-scope' })
  })

  test('someone who may only read may not', async () => {
    const { problem } = await of(null, 'reports:read').call(contract.draftReport, {})
    expect(problem).toMatchObject({ status: 403 })
  })
})

describe('a draft', () => {
  test('holds every figure that is known, in text and in tables', async () => {
    const { reportId } = await draft(api.root, city)
    const { document } = await done(api.root, contract.getReport, { reportId })
    const [text, table] = document.sections[0]?.blocks ?? []
    expect(text?.kind === 'text' && plain(text.paragraphs)).toBe(
      'Thành phố gửi 5 văn bản, các phường 6; đúng hạn 75% (90/120).',
    )
    const cells = table?.kind === 'table' ? table.rows.map((row) => row.cells.map((cell) => plain([cell.runs]))) : []
    expect(cells.map((row) => row.slice(0, 3))).toEqual([
      ['I', 'UBND thành phố', '5'],
      ['1', 'Phòng Nội vụ', '10'],
      ['2', 'Phòng Kinh tế', '20'],
      ['II', 'Phường, xã'],
      ['1', 'Phường 1', '1'],
      ['2', 'Phường 2', '2'],
      ['3', 'Phường 10', '3'],
      ['', 'Tổng cộng', '41'],
    ])
  })

  test('lists what is missing and the unit to ask', async () => {
    const { reportId, missingCount } = await draft(api.root, city)
    const { document } = await done(api.root, contract.getReport, { reportId })
    expect(missingCount).toBe(document.missing.length)
    expect(document.missing).toContainEqual(
      expect.objectContaining({ kind: 'figure', what: 'Tỷ lệ I.02', askUnitId: city.unitIds.city }),
    )
    expect(document.missing).toContainEqual(
      expect.objectContaining({ kind: 'text', what: 'Đánh giá chung', state: 'not-written' }),
    )
  })

  test('says which days its period covers and in whose structure it is drawn', async () => {
    const { reportId } = await draft(api.root, city)
    const { document, structureDay } = await done(api.root, contract.getReport, { reportId })
    expect(document.rangeText).toBe('từ ngày 15/12/2022 đến ngày 14/9/2023')
    expect(structureDay).toBe('2023-09-14')
  })

  test('leaves an event', async () => {
    const { reportId } = await draft(api.root, city)
    const { rows } = await sql<{ payload: unknown }>`
      select payload from platform.event where name = 'reports.drafted' and payload->>'reportId' = ${reportId}`.execute(
      api.db,
    )
    expect(rows).toHaveLength(1)
  })
})

test('a period of another kind is refused', async () => {
  const { problem } = await api.root.call(contract.draftReport, {
    templateId: city.templateId,
    unitId: city.unitIds.city,
    period: '2023-Q3',
  })
  expect(problem).toMatchObject({ status: 400, code: 'reports/period-of-another-kind' })
})

test('a unit that does not exist on the day is refused', async () => {
  const { problem } = await api.root.call(contract.draftReport, {
    templateId: city.templateId,
    unitId: city.unitIds.city,
    period: '2019-9M',
  })
  expect(problem).toMatchObject({ status: 404, code: 'reports/unit-not-found' })
})
