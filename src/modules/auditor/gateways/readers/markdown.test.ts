import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Block } from '../../domain/document.ts'
import { readMarkdown } from './markdown.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

async function blocksOf(source: string): Promise<readonly Block[]> {
  const read = await readMarkdown(utf8(source), 'bao-cao.md')
  if ('fault' in read) throw new Error(read.fault)
  return read.blocks
}

async function faultOf(source: string): Promise<string | undefined> {
  const read = await readMarkdown(utf8(source), 'bao-cao.md')
  return 'fault' in read ? read.fault : undefined
}

const shown = (block: Block): unknown =>
  block.kind === 'table'
    ? block.rows.map((row) => row.map(({ text }) => text))
    : block.heading
      ? `h${block.heading} ${block.text}`
      : block.text

test('headings, paragraphs and lists keep the numbers that were written', async () => {
  const source = `---
title: x
---
# 1. Kết *quả* #
Mục tiêu
========
Đạt **98,27%** (23.391/23.802)
vượt 1\\. kế hoạch  
[dòng](http://x) hai <br> ba
1. Một
5. Năm
   tiếp
   - [ ] con
a) chữ a
* sao

> trích **dẫn**
> tiếp

***
\`\`\`
# không phải
\`\`\`
`
  expect((await blocksOf(source)).map(shown)).toEqual([
    'h1 1. Kết quả',
    'h1 Mục tiêu',
    'Đạt 98,27% (23.391/23.802) vượt 1. kế hoạch\ndòng hai\nba',
    '1. Một',
    '5. Năm tiếp',
    '- con',
    'a) chữ a',
    '- sao',
    'trích dẫn tiếp',
    '# không phải',
  ])
})

test('tables of GFM and of HTML', async () => {
  const blocks = await blocksOf(`Bảng 1
| TT | Tên | Tỷ lệ (%) |
|:--:|-----|---:|
| **1** | UBND \\| TP<br>VT | 98,27&percnt; |
| 2 | \`a*b\` | |

a | b
--|--
1 | 2*
<table><tr><td rowspan=2>x</td>

<td>y</td></tr><tr><td>z</td></tr></table>
sau`)
  expect(blocks.map(shown)).toEqual([
    'Bảng 1',
    [
      ['TT', 'Tên', 'Tỷ lệ (%)'],
      ['1', 'UBND | TP\nVT', '98,27%'],
      ['2', 'a*b', ''],
    ],
    [
      ['a', 'b'],
      ['1', '2*'],
    ],
    [['x', 'y'], ['z']],
    'sau',
  ])
  expect(blocks[1]).toMatchObject({ headerRows: 1, width: 3, origin: { line: 2 } })
  expect(blocks[1]?.kind === 'table' && blocks[1].rows[1]?.[0]?.bold).toBe(true)
  expect(blocks[3]).toMatchObject({ origin: { line: 10 } })
})

test('figures with stars, dashes and underscores stay as written', async () => {
  expect((await blocksOf('4.602* hồ sơ; (2)*(3)*100; a_b_c; 5 - 3; 2 < 3 & 4 > 1; <5%')).map(shown)).toEqual([
    '4.602* hồ sơ; (2)*(3)*100; a_b_c; 5 - 3; 2 < 3 & 4 > 1; <5%',
  ])
})

test('hostile texts end quickly', async () => {
  const started = performance.now()
  expect(await faultOf('a'.repeat(10_000_000))).toBe('auditor/file-too-long')
  expect(await faultOf('|a'.repeat(100_000))).toBe('auditor/file-too-wide')
  for (const mark of ['*', '_', '[', '](', '`', '>', '<', '&', '#', '\\', '- ', '**a ', '_a ', '~~', '![a](', '`a'])
    expect(await faultOf(mark.repeat(Math.floor(50_000 / mark.length)))).toBeUndefined()
  expect(await faultOf('<table>'.repeat(20_000))).toBe('auditor/file-unreadable')
  expect(await faultOf('> '.repeat(90_000))).toBeUndefined()
  expect(await faultOf('```\n'.repeat(99_999))).toBeUndefined()
  expect(await faultOf('a\n'.repeat(50_000))).toBeUndefined()
  for (const run of ['-', '#', ' ', '=', '*', '> ', '`', '| ', '- ', '# '])
    for (const [open, end] of [
      ['', 'x'],
      ['# ', ' x'],
      ['a\n', 'x\n---'],
      ['|', '|\n|--|x'],
    ])
      expect(await faultOf(`${open}${run.repeat(800)}${end}`)).toBeUndefined()
  expect(await faultOf(`# ${' '.repeat(190_000)}x`)).toBeUndefined()
  expect(await faultOf(`# ${'#'.repeat(190_000)}x`)).toBeUndefined()
  expect(await faultOf(`${'-'.repeat(190_000)}x`)).toBeUndefined()
  expect(performance.now() - started).toBeLessThan(30_000)
})

test('a grid written as a table is read as that grid', async () => {
  const cell = fc
    .stringMatching(/^[\p{L}\d .,%()/:;*_<>&|\\`~#[\]!"-]{0,14}$/u)
    .map((text) => text.trim().normalize('NFC').trim())
  const grids = fc
    .integer({ min: 1, max: 6 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }))
  const escaped = (text: string): string => text.replace(/[!-/:-@[-`{-~]/g, '\\$&')
  await fc.assert(
    fc.asyncProperty(grids, async (rows) => {
      const [head, ...body] = rows.map((row) => `| ${row.map(escaped).join(' | ')} |`)
      const rule = `|${'---|'.repeat(rows[0]?.length ?? 1)}`
      expect((await blocksOf([head, rule, ...body].join('\n'))).map(shown)).toEqual([rows])
    }),
  )
})
