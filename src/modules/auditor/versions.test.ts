import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApi, testApi } from '#testing/api.ts'
import * as contract from './contract.ts'
import { buildUnits, done, type Place } from './operations/reports.fixture.ts'

let api: TestApi
let units: Place
beforeAll(async () => {
  api = await testApi()
  units = await buildUnits(api.root)
})
afterAll(() => api.close())

type Row = readonly [name: string, before: number, now: number]

/** A quarter's table with the quarter before beside it. */
async function rulesOf(quarter: string, rows: readonly Row[], unitId = units.city): Promise<string[]> {
  const lines = [
    'BÁO CÁO',
    `Kết quả giải quyết hồ sơ quý ${quarter} năm 2024`,
    `Bảng 1. Hồ sơ quý ${quarter}/2024`,
    'TT\tĐơn vị\tKỳ trước\tKỳ này',
    ...rows.map((row, at) => [at + 1, ...row].join('\t')),
  ]
  const fileId = await api.root.upload(`q${quarter}.txt`, 'text/plain', new TextEncoder().encode(lines.join('\n')))
  const { auditId } = await done(api.root, contract.auditFile, { fileId, unitId })
  const { findings } = await done(api.root, contract.getAudit, { auditId })
  return findings.map(({ rule }) => rule)
}

const FIRST: readonly Row[] = [
  ['Phường A', 500, 610],
  ['Phường B', 420, 433],
  ['Phường C', 310, 377],
  ['Phường D', 900, 845],
]
const next = (misquoted = 433): readonly Row[] => [
  ['Phường A', 610, 702],
  ['Phường B', misquoted, 455],
  ['Phường C', 377, 391],
  ['Phường D', 845, 801],
]

test('a report is held against the one of the same kind of the period before it, not of the period after', async () => {
  await rulesOf('I', FIRST)
  await rulesOf('III', [
    ['Phường A', 1, 2],
    ['Phường B', 3, 4],
    ['Phường C', 5, 6],
    ['Phường D', 7, 8],
  ])
  expect(await rulesOf('II', next())).not.toContain('against-previous')
  expect(await rulesOf('II', next(343))).toContain('against-previous')
})

test('a report of another unit is no report before', async () => {
  expect(await rulesOf('II', next(343), units.other)).not.toContain('against-previous')
})
