import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block, ReportDocument, Table } from '../../domain/document.ts'
import { readText } from './text.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function read(source: string | Uint8Array): Promise<ReportDocument> {
  const read = await readText(typeof source === 'string' ? utf8(source) : source, 'report.txt')
  if ('fault' in read) throw new Error(read.fault)
  return read
}

async function faultOf(source: string | Uint8Array): Promise<string | undefined> {
  const read = await readText(typeof source === 'string' ? utf8(source) : source, 'report.txt')
  return 'fault' in read ? read.fault : undefined
}

const grid = (table: Block | undefined): string[][] =>
  table?.kind === 'table' ? table.rows.map((row) => row.map(({ text }) => text)) : []
const tables = (document: ReportDocument): Table[] => document.blocks.filter((block) => block.kind === 'table')

test('the nine-month report of Vũng Tàu City, 2023: each run of lines is a table, pages are not joined', async () => {
  const document = await read(readFileSync(new URL('../../golden/city-2023.txt', import.meta.url)))
  expect(document).toMatchObject({ name: 'report.txt', format: 'text' })
  const found = tables(document)
  expect(found.map(({ origin, width, rows }) => [origin.line, width, rows.length])).toEqual([
    [25, 6, 5],
    [31, 6, 30],
    [64, 8, 4],
    [71, 5, 3],
    [79, 5, 4],
    [86, 9, 4],
    [95, 8, 4],
    [102, 8, 4],
    [129, 6, 6],
    [136, 6, 13],
    [150, 6, 13],
    [164, 6, 10],
    [175, 6, 10],
    [186, 5, 1],
  ])
  expect(grid(found[0])[2]).toEqual(['I', 'UBND TP. Vũng Tàu', '4.602', '8.187', '0', '0'])
  expect(grid(found[1])[22]).toEqual(['10', 'Pường 10', '1680', '4870', '0', '0'])
  expect(found[7]?.rows[2]?.map(({ text }) => text)).toEqual([
    '1',
    'UBND TPVT',
    '23.391',
    '23.802',
    '98.27%',
    '4887',
    '',
    '',
  ])
  expect(found[7]?.rows[2]?.[3]).toEqual({ text: '23.802', row: 2, column: 3, origin: { line: 104 } })
  expect(document.blocks.some((block) => block.kind === 'paragraph' && /^-+$/.test(block.text))).toBe(false)
})

test('a line without tabs between lines of a table goes over its width; a title does not', async () => {
  const document = await read('TT\tTên\tSố\nI. Nhóm một\n1\tA\t3\n\nBảng 1\n1\t2\nBảng 2. Số liệu\n3\t4\n')
  expect(document.blocks.map((block) => (block.kind === 'table' ? grid(block) : block.text))).toEqual([
    [['TT', 'Tên', 'Số'], ['I. Nhóm một'], ['1', 'A', '3']],
    'Bảng 1',
    [['1', '2']],
    'Bảng 2. Số liệu',
    [['3', '4']],
  ])
  expect(tables(document)[0]?.rows[1]?.[0]).toMatchObject({ columnSpan: 3, row: 1, column: 0 })
})

test('dashes inside a table are dropped, a lone dash is a cell, short rows keep their cells from the left', async () => {
  const document = await read('A\tB\tC\n---\t---\t---\n1\t-\t\n2\t5\n---\t--\t---\n')
  expect(grid(document.blocks[0])).toEqual([
    ['A', 'B', 'C'],
    ['1', '-', ''],
    ['2', '5'],
  ])
})

test('indented lines and lists are paragraphs', async () => {
  const document = await read('\tCăn cứ Luật\n\tTheo đề nghị\n\n1.\tPhần mềm\n2.\tChữ ký số\n\n# Kết quả\n')
  expect(document.blocks).toEqual([
    { kind: 'paragraph', text: 'Căn cứ Luật', origin: { line: 1 } },
    { kind: 'paragraph', text: 'Theo đề nghị', origin: { line: 2 } },
    { kind: 'paragraph', text: '1. Phần mềm', origin: { line: 4 } },
    { kind: 'paragraph', text: '2. Chữ ký số', origin: { line: 5 } },
    { kind: 'paragraph', text: 'Kết quả', heading: 1, origin: { line: 7 } },
  ])
})

test('tables drawn with | are read: Markdown, MySQL and ruled after every row', async () => {
  const document = await read(
    [
      '| Tên | Số |\n|---|--:|\n| a \\| b | 1.234 |',
      '+-----+----+\n| Tên | Số |\n+-----+----+\n| a   | 1  |\n| b   | 2  |\n+-----+----+',
      '+-----+----+\n| Tên | Số |\n+-----+----+\n| Phường | 1 |\n| Một |  |\n+-----+----+\n| b   | 2  |\n+-----+----+',
      ' Tên | Số\n-----+----\n a | 1',
      'Tác giả | 05/9/2023',
    ].join('\n\n'),
  )
  expect(document.blocks.map((block) => (block.kind === 'table' ? grid(block) : block.text))).toEqual([
    [
      ['Tên', 'Số'],
      ['a | b', '1.234'],
    ],
    [
      ['Tên', 'Số'],
      ['a', '1'],
      ['b', '2'],
    ],
    [
      ['Tên', 'Số'],
      ['Phường Một', '1'],
      ['b', '2'],
    ],
    [
      ['Tên', 'Số'],
      ['a', '1'],
    ],
    'Tác giả | 05/9/2023',
  ])
  expect(tables(document).map(({ headerRows }) => headerRows)).toEqual([1, 1, 1, 1])
})

const REPORT = 'Ủy ban nhân dân phường Thắng Tam\nTên\tSố lượng\nHồ sơ đã giải quyết\t1.234\n'
const tcvn3 = 'ñy ban nh©n d©n ph­êng Th¾ng Tam\nTªn\tSè l­îng\nHå s¬ ®· gi¶i quyÕt\t1.234\n'
const vni = 'UÛy ban nhaân daân phöôøng Thaéng Tam\nTeân\tSoá löôïng\nHoà sô ñaõ giaûi quyeát\t1.234\n'
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')

test('one text in every encoding of the field is one document', async () => {
  const expected = await read(REPORT)
  for (const source of [
    utf8(`\ufeff${REPORT}`),
    utf8(REPORT.normalize('NFD')),
    utf8(REPORT.replaceAll('\n', '\r\n')),
    utf16(REPORT),
    Buffer.from(utf16(REPORT)).swap16(),
    latin1(vni),
  ])
    expect(await read(source)).toEqual(expected)
  // TCVN3 has no capitals with a tone: its fonts draw them by their size.
  expect(await read(latin1(tcvn3))).toEqual(await read(REPORT.replace('Ủ', 'ủ')))
})

test('bytes that no encoding explains are refused, never guessed', async () => {
  expect(await faultOf(Uint8Array.of(0x42, 0xe1, 0xbb, 0x8f, 0x6e, 0xe1, 0xbb))).toBe('auditor/file-encoding')
  expect(await faultOf(latin1('Größe über Maß, déjà vu, año nuevo, naïve'))).toBe('auditor/file-encoding')
  expect(await faultOf(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256))).toBe('auditor/file-encoding')
  expect(await faultOf('BÁO CÁO\0\0')).toBe('auditor/file-encoding')
})

test('hostile sizes are refused quickly', async () => {
  const started = performance.now()
  expect(await faultOf('a'.repeat(10_000_000))).toBe('auditor/file-too-long')
  expect(await faultOf('\t'.repeat(100_000))).toBe('auditor/file-too-wide')
  expect(await faultOf('|'.repeat(100_000))).toBe('auditor/file-too-wide')
  expect(await faultOf('\n'.repeat(1_100_000))).toBe('auditor/file-too-long')
  expect(await faultOf('a|\n'.repeat(300_000))).toBeUndefined()
  expect(await faultOf('a\tb\n'.repeat(300_000))).toBeUndefined()
  for (const run of ['-', '#', ' ', '=', '+-'])
    for (const [open, end] of [
      ['', 'x\ty'],
      ['# ', ' x'],
      ['a\tb\n', 'x\nc\td'],
      ['+', 'x'],
    ])
      expect(await faultOf(`${open}${run.repeat(90_000)}${end}`)).toBeUndefined()
  expect(await faultOf(`${'- '.repeat(90_000)}x\ty`)).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(5_000)
})

test('an empty file is an empty document', async () => {
  expect((await read('')).blocks).toEqual([])
  expect((await read(' \r\n\t\t\n\ufeff')).blocks.filter(({ kind }) => kind === 'table')).toEqual([])
})

const word = fc.stringMatching(/^[\p{L}\d.,%()/:; “”–-]{0,14}$/u).map((text) => text.trim().normalize('NFC').trim())
const cell = word.filter((text) => !/^[\s\-–—_=]{2,}$/.test(text))

test('a grid written with tabs is read as that grid', async () => {
  const grids = fc
    .integer({ min: 2, max: 8 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
    .filter(
      (rows) =>
        Boolean(rows[0]?.[0] && rows.at(-1)?.some(Boolean)) && !/^(?:[^.)]{1,5}[.)]|[-+*•–])$/.test(rows[0]?.[0] ?? ''),
    )
  await fc.assert(
    fc.asyncProperty(grids, fc.constantFrom('\n', '\r\n'), async (rows, end) => {
      const document = await read(rows.map((row) => row.join('\t')).join(end))
      expect(document.blocks.map(grid)).toEqual([rows])
    }),
  )
})
