import { crc32, deflateRawSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as units from '#modules/organisation/contract.ts'
import { organisation } from '#modules/organisation/index.ts'
import { type TestApi, testApi } from '#testing/api.ts'
import { cityOf, wardOf } from '#testing/city.ts'
import * as contract from '../contract.ts'
import { indicators } from '../index.ts'

let api: TestApi
let city = ''
let wards: string[] = []
beforeAll(async () => {
  api = await testApi({ modules: [organisation, indicators] })
  const id = await cityOf(api, [
    ['a', '26506', 'Phường 1'],
    ['b', '26509', 'Phường 2'],
    ['c', '26526', 'Phường Nguyễn An Ninh'],
  ])
  city = id('city')
  wards = ['a', 'b', 'c'].map(id)
  // The code 26506 is given again to the new ward that Phường 1 and Phường 2 become.
  const { problem } = await api.root.call(units.applyChange, {
    effectiveOn: '2025-07-01',
    acts: [
      {
        kind: 'merge',
        from: [{ unitId: wards[0] ?? '' }, { unitId: wards[1] ?? '' }],
        to: [wardOf('n', '26506', 'Phường Vũng Tàu', { unitId: city })],
      },
    ],
  })
  expect(problem).toBeUndefined()
  for (const code of ['part', 'whole_thing', 'money']) {
    await api.root.call(contract.defineMeasure, {
      code,
      name: { vi: code, en: code },
      nature: 'flow',
      source: 'reported',
      unit: { vi: 'hồ sơ', en: 'dossiers' },
      decimals: code === 'money' ? 2 : 0,
      validFrom: '2020-01-01',
    })
  }
  await api.root.call(contract.defineIndicator, {
    code: 'T.1',
    group: { code: 'T', name: { vi: 'Thử', en: 'Test' } },
    name: { vi: 'Tỷ lệ', en: 'Ratio' },
    kind: 'ratio',
    numerator: '[part]',
    denominator: '[whole_thing]',
    validFrom: '2020-01-01',
  })
  await api.root.call(contract.defineForm, {
    code: 'bieu-thu',
    name: { vi: 'Biểu thử', en: 'Test form' },
    periodKind: 'nine-months',
    measures: ['part', 'whole_thing', 'money'],
    units: wards,
    validFrom: '2020-01-01',
  })
})
afterAll(() => api.close())

const HEAD = 'Mã đơn vị\tĐơn vị\tMã số liệu\tKỳ\tGiá trị'
const long = (...rows: string[]) => ({ text: [HEAD, ...rows.map((row) => row.replaceAll('|', '\t'))].join('\n') })
async function bring(source: { text: string } | { fileId: string }, more: object = {}) {
  const { body, problem } = await api.root.call(contract.importObservations, { source, dryRun: false, ...more })
  expect(problem).toBeUndefined()
  return body
}
async function stored(): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from indicators.observation`.execute(api.db)
  return Number(rows[0]?.count)
}
const codes = (body: { conflicts: readonly { row: number; column: string; code: string }[] }) =>
  body.conflicts.map(({ row, column, code }) => `${row}${column} ${code.replace('indicators/', '')}`)

describe('bad values', () => {
  test('each gives one conflict that names row and column, and nothing is stored by half', async () => {
    const before = await stored()
    const source = long(
      '26509|Phường 2|part|2023-9M|10',
      '26509|Phường 2|part|2023-9M|11',
      '99999||part|2023-9M|1',
      '26506|Phường Vũng Tàu|part|2023-9M|1',
      '26509|Phường 9|part|2023-9M|1',
      '26509||no_such|2023-9M|1',
      '26509||part|2023-X|1',
      '26526||part|2023-9M|mười',
      '26526||money|2023-9M|12%',
      '26526||whole_thing|2023-9M|-5',
      '26526||part|2022-9M|1,5',
      '26526||part|2022-Y|=1+1',
    )
    const dry = await bring(source, { dryRun: true })
    expect(codes(dry)).toEqual([
      '3E given-twice',
      '4E unknown-unit-code',
      '5E reused-code',
      '6E unit-name-differs',
      '7E unknown-measure',
      '8E bad-period',
      '9E number-not-a-number',
      '10E number-percent',
      '11E negative',
      '12E too-many-decimals',
      '13E number-formula',
    ])
    const real = await bring(source)
    expect({ ...real, dryRun: true }).toEqual(dry)
    expect(await stored()).toBe(before)
  })

  test('a code that was given again is refused with both names', async () => {
    const { conflicts } = await bring(long('26506|Phường 1|part|2026-M01|5'))
    expect(conflicts[0]).toMatchObject({
      code: 'indicators/reused-code',
      values: { code: '26506', holder: 'Phường Vũng Tàu', former: 'Phường 1', period: '2026-M01' },
    })
    const { accepted } = await bring(long('26506|Phường 1|part|2023-M01|5', '26506|P. Vũng Tàu|part|2026-M01|5'), {
      dryRun: true,
    })
    expect(accepted).toBe(2)
  })

  test('a numerator above its denominator is refused, also against what is known already', async () => {
    const both = await bring(long('26526||part|2023-M02|11', '26526||whole_thing|2023-M02|10'), { dryRun: true })
    expect(codes(both)).toEqual(['2E part-above-whole'])
    await bring(long('26526||whole_thing|2023-M03|10'))
    expect(codes(await bring(long('26526||part|2023-M03|11')))).toEqual(['2E part-above-whole'])
  })

  test('the wrong period is refused when one was chosen', async () => {
    expect(codes(await bring(long('26526||part|2023-M04|1'), { period: '2023-M05' }))).toEqual(['2E wrong-period'])
  })

  test('good rows go in without the bad ones when that was chosen', async () => {
    const body = await bring(long('26526||part|2023-M06|1', '26526||part|2023-M07|x'), { mode: 'good-rows' })
    expect(body).toMatchObject({ stored: true, accepted: 1, created: 1, refused: 1 })
  })
})

test('what is brought again is not a change; another number keeps the version before', async () => {
  const row = (value: string) => long(`26526||part|2023-M08|${value}`)
  expect(await bring(row('1.234'))).toMatchObject({ created: 1, changed: 0 })
  expect(await bring(row('1234'))).toMatchObject({ created: 0, changed: 0, unchanged: 1, stored: false })
  expect(await bring(row('1235'), { reason: 'Cộng sót một hồ sơ' })).toMatchObject({ changed: 1, stored: true })
  const { body } = await api.root.call(contract.historyOfObservation, {
    measure: 'part',
    unitId: wards[2] ?? '',
    period: '2023-M08',
  })
  expect(body.versions.map(({ value, raw, reason }) => [value, raw, reason])).toEqual([
    ['1235', '1235', 'Cộng sót một hồ sơ'],
    ['1234', '1.234', ''],
  ])
  const ask = (knownAt: string | null) =>
    api.root.call(contract.getFigures, {
      items: [{ kind: 'measure', code: 'part' }],
      units: [wards[2] ?? ''],
      periods: ['2023-M08'],
      knownAt,
    })
  expect((await ask(null)).body.cells[0]?.[0]?.[0]?.value).toBe('1235')
  const reportedAt = body.versions[1]?.recordedAt ?? null
  expect((await ask(reportedAt)).body.cells[0]?.[0]?.[0]?.value).toBe('1234')
})

test('an official may bring only what lies in their scope', async () => {
  const officer = api.as({ grants: [{ permission: 'indicators:import', unitId: wards[2] ?? '', reach: 'own' }] })
  const { body } = await officer.call(contract.importObservations, {
    source: long('26526||part|2022-M01|1', '26509||part|2022-M01|1'),
    dryRun: false,
  })
  expect(codes(body)).toEqual(['3E outside-scope'])
})

describe('workbooks', () => {
  test('the template comes back without loss, its ratios are formulas', async () => {
    await bring(
      long('26506|Phường 1|part|2023-9M|3', '26506|Phường 1|whole_thing|2023-9M|4', '26509||money|2023-9M|12,25'),
    )
    const { body } = await api.root.call(contract.exportTemplate, { form: 'bieu-thu', period: '2023-9M' })
    const file = body as unknown as { name: string; bytes: Uint8Array }
    expect(file.name).toBe('bieu-thu-2023-9M.xlsx')
    const fileId = await api.root.upload(file.name, 'application/zip', file.bytes)
    expect(await bring({ fileId })).toMatchObject({ values: 3, unchanged: 3, refused: 0 })
    const { default: excel } = await import('@protobi/exceljs')
    const book = new excel.Workbook()
    await book.xlsx.load(Buffer.from(file.bytes) as never)
    const [drawn] = book.worksheets
    expect(drawn?.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1, printTitlesRow: '5:6' })
    expect(drawn?.getCell('A7').font.name).toBe('Times New Roman')
    const total = drawn?.getCell('G10')
    expect(total?.formula).toBe('IF(OR(D10="",N(E10)=0),"",D10/E10)')
  })

  const sheet = (cells: string) =>
    `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Mã đơn vị</t></is></c><c r="B1" t="inlineStr"><is><t>part</t></is></c></row><row r="7">${cells}</row></sheetData></worksheet>`
  const workbook = (cells: string, more: Record<string, Buffer> = {}) =>
    zip({
      'xl/workbook.xml': Buffer.from('<workbook/>'),
      'xl/worksheets/sheet1.xml': Buffer.from(sheet(cells)),
      ...more,
    })
  async function bringFile(name: string, bytes: Uint8Array) {
    const fileId = await api.root.upload(name, 'application/octet-stream', bytes)
    return api.root.call(contract.importObservations, { source: { fileId }, period: '2023-9M', dryRun: false })
  }

  test('a formula cell is refused by its row and column, never computed', async () => {
    const { body } = await bringFile('a.xlsx', workbook('<c r="A7"><v>26526</v></c><c r="B7"><f>1+1</f><v>2</v></c>'))
    expect(codes(body)).toEqual(['7B number-formula'])
    expect(body.conflicts[0]?.text).toBe('=1+1')
  })

  test('a macro file, a zip bomb and nonsense are refused whole', async () => {
    const cell = '<c r="A7"><v>26526</v></c><c r="B7"><v>2</v></c>'
    const macro = workbook(cell, { 'xl/vbaProject.bin': Buffer.from('x') })
    expect((await bringFile('a.xlsx', macro)).problem?.code).toBe('indicators/file-macro')
    expect((await bringFile('a.xlsm', workbook(cell))).problem?.code).toBe('indicators/file-macro')
    const bomb = workbook(cell, { 'xl/sharedStrings.xml': Buffer.alloc(200 * 1024 * 1024, 32) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect((await bringFile('a.xlsx', bomb)).problem?.code).toBe('indicators/file-bomb')
    expect((await bringFile('a.xlsx', Buffer.from('PK\u0003\u0004 not a zip'))).problem?.code).toBe(
      'indicators/file-unreadable',
    )
    expect((await bringFile('a.csv', Buffer.from([0xff, 0xfe, 0x00]))).problem?.code).toBe('indicators/file-unreadable')
    expect((await bringFile('a.csv', Buffer.from('a,b\n1,2'))).problem?.code).toBe('indicators/no-table')
  })

  test('a bomb that lies about its size is stopped while it unpacks', async () => {
    const lying = zip(
      { 'xl/workbook.xml': Buffer.from('<workbook/>'), 'xl/sharedStrings.xml': Buffer.alloc(50_000_000, 32) },
      1000,
    )
    expect((await bringFile('a.xlsx', lying)).problem?.code).toMatch(/file-(bomb|unreadable)/)
  })
})

/** A zip file of these parts; `claimed` is the size written for each instead of its own. */
function zip(parts: Record<string, Buffer>, claimed?: number): Buffer {
  const locals: Buffer[] = []
  const heads: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content)
    const size = claimed ?? content.length
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(20, 4)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(crc32(content), 14)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(size, 22)
    local.writeUInt16LE(name.length, 26)
    const head = Buffer.alloc(46)
    head.writeUInt32LE(0x02014b50, 0)
    head.writeUInt16LE(20, 4)
    head.writeUInt16LE(20, 6)
    local.copy(head, 10, 8, 28)
    head.writeUInt32LE(offset, 42)
    locals.push(local, Buffer.from(name), packed)
    heads.push(head, Buffer.from(name))
    offset += local.length + name.length + packed.length
  }
  const directory = Buffer.concat(heads)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
