import { describe, expect, test } from 'vitest'
import { numeral } from './docx-numbering.ts'
import { p, readWord } from './word-file.fixture.ts'

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const kind = (id: number, levels: string) => `<w:abstractNum w:abstractNumId="${id}">${levels}</w:abstractNum>`
const list = (id: number, of: number, more = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${more}</w:num>`
const item = (id: number, at = 0, text = 'x') =>
  p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`)

async function labels(numbering: string, body: string, styles?: string) {
  const { blocks } = await readWord({ numbering, body, ...(styles && { styles }) })
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : 'table'))
}

const outline = kind(
  0,
  level(0, 'upperRoman', '%1.') + level(1, 'decimal', '%2.') + level(2, 'lowerLetter', '%3)') + level(3, 'bullet', '-'),
)

describe('labels as Word prints them', () => {
  test('levels count on their own and begin anew under the next higher one', async () => {
    const body = [0, 1, 1, 2, 2, 3, 1, 2, 0, 1].map((at) => item(1, at)).join('')
    expect(await labels(outline + list(1, 0), body)).toEqual([
      'I. x',
      '1. x',
      '2. x',
      'a) x',
      'b) x',
      '- x',
      '3. x',
      'a) x',
      'II. x',
      '1. x',
    ])
  })

  test('a label of several levels, in digits where the level says so', async () => {
    const levels = level(0, 'upperRoman', 'Mục %1') + level(1, 'decimal', '%1.%2.', '<w:isLgl/>')
    expect(await labels(kind(0, levels) + list(1, 0), item(1) + item(1, 1) + item(1, 1))).toEqual([
      'Mục I x',
      '1.1. x',
      '1.2. x',
    ])
  })

  test('two lists of one kind count on; a stated start begins anew, once', async () => {
    const restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    const numbering = kind(0, level(0, 'decimal', '%1.')) + list(1, 0) + list(2, 0) + list(3, 0, restart)
    expect(await labels(numbering, item(1) + item(2) + item(3) + item(3) + item(1))).toEqual([
      '1. x',
      '2. x',
      '5. x',
      '6. x',
      '7. x',
    ])
  })

  test('a list may replace a level of its kind', async () => {
    const own = `<w:lvlOverride w:ilvl="0">${level(0, 'lowerRoman', '(%1)')}</w:lvlOverride>`
    expect(await labels(kind(0, level(0, 'decimal', '%1.')) + list(1, 0, own), item(1) + item(1))).toEqual([
      '(i) x',
      '(ii) x',
    ])
  })

  test('a style brings its list; number 0 takes it away', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="M"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    const plain = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    const body =
      p('a', '<w:pStyle w:val="M"/>') + p('b', `<w:pStyle w:val="M"/>${plain}`) + p('c', '<w:pStyle w:val="M"/>')
    expect(await labels(outline + list(1, 0), body, styles)).toEqual(['I. a', 'b', 'II. c'])
  })

  test('a kind that points to a list style uses its levels', async () => {
    const linked = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="S"/></w:abstractNum>'
    const origin = `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="S"/>${level(0, 'decimal', '%1/')}</w:abstractNum>`
    expect(await labels(linked + origin + list(1, 0), item(1))).toEqual(['1/ x'])
  })

  test('no gap where the list has none; a sign of Symbol is a bullet; an unknown list has no label', async () => {
    const numbering =
      kind(0, level(0, 'decimal', '%1.', '<w:suff w:val="nothing"/>') + level(1, 'bullet', '\uF0B7')) + list(1, 0)
    expect(await labels(numbering, item(1) + item(1, 1) + item(9))).toEqual(['1.x', '• x', 'x'])
  })

  test('the order column of a table is numbered although its cells hold no text', async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const rows = ['Phường 1', 'Phường 2'].map((name) => `<w:tr>${cell(item(1, 0, ''))}${cell(p(name))}</w:tr>`)
    const { blocks } = await readWord({
      numbering: kind(0, level(0, 'decimal', '%1')) + list(1, 0),
      body: `<w:tbl>${rows.join('')}</w:tbl>`,
    })
    const [table] = blocks
    expect(table?.kind === 'table' && table.rows.map((row) => row.map(({ text }) => text))).toEqual([
      ['1', 'Phường 1'],
      ['2', 'Phường 2'],
    ])
  })

  test('a paragraph that was deleted is not counted', async () => {
    const gone = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>'
    expect(await labels(kind(0, level(0, 'decimal', '%1.')) + list(1, 0), item(1) + gone + item(1))).toEqual([
      '1. x',
      '2. x',
    ])
  })
})

test.each([
  [4, 'lowerRoman', 'iv'],
  [1949, 'upperRoman', 'MCMXLIX'],
  [0, 'lowerRoman', '0'],
  [26, 'lowerLetter', 'z'],
  [28, 'upperLetter', 'BB'],
  [9, 'decimalZero', '09'],
  [10, 'decimalZero', '10'],
  [3, 'ordinal', '3'],
  [3, 'none', ''],
])('%i as %s is %s', (value, format, text) => {
  expect(numeral(value, format)).toBe(text)
})
