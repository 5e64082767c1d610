import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Table } from '../../domain/document.ts'
import { readCsv } from './csv.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function tableOf(source: string | Uint8Array): Promise<Table | undefined> {
  const read = await readCsv(typeof source === 'string' ? utf8(source) : source, 'so-lieu.csv')
  if ('fault' in read) throw new Error(read.fault)
  const [table] = read.blocks
  return table?.kind === 'table' ? table : undefined
}

const gridOf = async (source: string | Uint8Array): Promise<string[][] | undefined> =>
  (await tableOf(source))?.rows.map((row) => row.map(({ text }) => text))

async function faultOf(source: string): Promise<string | undefined> {
  const read = await readCsv(utf8(source), 'so-lieu.csv')
  return 'fault' in read ? read.fault : undefined
}

test('the separator is the one by which the lines are even', async () => {
  expect(await gridOf('Đơn vị;Tỷ lệ;Số\nA;98,27%;1,5\nB;90,2%;2,5\n')).toEqual([
    ['Đơn vị', 'Tỷ lệ', 'Số'],
    ['A', '98,27%', '1,5'],
    ['B', '90,2%', '2,5'],
  ])
  expect(await gridOf('Đơn vị,Số\n"Sở A; Sở B","1,234"\n')).toEqual([
    ['Đơn vị', 'Số'],
    ['Sở A; Sở B', '1,234'],
  ])
  expect(await gridOf('a\tb\n1,5\t2,5\n')).toEqual([
    ['a', 'b'],
    ['1,5', '2,5'],
  ])
  expect(await gridOf('sep=|\na|b,c\n')).toEqual([['a', 'b,c']])
  expect(await gridOf('Báo cáo quý 3\nĐơn vị,Số\nA,1\nB,2\n')).toEqual([
    ['Báo cáo quý 3'],
    ['Đơn vị', 'Số'],
    ['A', '1'],
    ['B', '2'],
  ])
})

test('cells know their line, also behind cells of several lines', async () => {
  const table = await tableOf('a,b\r\n"x\r\ny",2\r\n\r\n3,4\r\n')
  expect(table).toMatchObject({ width: 2, origin: { line: 1 } })
  expect(table?.rows.map(([cell]) => [cell?.text, cell?.row, cell?.origin?.line])).toEqual([
    ['a', 0, 1],
    ['x\ny', 1, 2],
    ['3', 2, 5],
  ])
})

test('byte order marks, UTF-16 and stray quotation marks', async () => {
  const expected = [
    ['Tên', 'Số'],
    ['Xã', '1'],
  ]
  expect(await gridOf('\ufeffTên,Số\nXã,1')).toEqual(expected)
  expect(await gridOf(Buffer.from('\ufeffTên\tSố\r\nXã\t1', 'utf16le'))).toEqual(expected)
  expect(await gridOf('Cỡ,Số\n5" ống,1\n"chưa đóng,2\n')).toEqual([
    ['Cỡ', 'Số'],
    ['5" ống', '1'],
    ['"chưa đóng', '2'],
  ])
  expect(await gridOf('')).toBeUndefined()
  expect(await gridOf('một dòng')).toEqual([['một dòng']])
})

test('hostile sizes and bytes are refused', async () => {
  expect(await faultOf('a,'.repeat(100_000))).toBe('auditor/file-too-wide')
  expect(await faultOf('a,b\n'.repeat(300_000))).toBe('auditor/file-too-long')
  expect(await faultOf(`a,b\n${'x'.repeat(10_000_000)}`)).toBe('auditor/file-too-long')
  expect(await faultOf(`a,b\n"${'x\n'.repeat(100_000)}`)).toBeUndefined()
  expect(await faultOf(`a,b\n${'"x\n'.repeat(100_000)}`)).toBeUndefined()
  expect(await faultOf('a,b\n1,\0')).toBe('auditor/file-encoding')
})

test('a grid written with any separator is read as that grid', async () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 10 }).map((text) =>
    text
      .replace(/[\p{Cc}\u2028\u2029\ufeff]/gu, '')
      .normalize('NFC')
      .trim(),
  )
  const grids = fc
    .integer({ min: 2, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
  await fc.assert(
    fc.asyncProperty(grids, fc.constantFrom(',', ';', '\t', '|'), async (rows, delimiter) => {
      const quoted = rows.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter))
      expect(await gridOf(quoted.join('\n'))).toEqual(rows)
    }),
  )
})
