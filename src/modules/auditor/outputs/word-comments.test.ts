import fc from 'fast-check'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readDocx } from '../gateways/readers/docx.ts'
import { p, wordFile } from '../gateways/readers/word-file.fixture.ts'
import { visitXml } from '../gateways/readers/xml.ts'
import { type WordComment, withComments } from './word-comments.ts'

const AT = new Date('2026-11-22T17:30:00.000Z')
const comment = (paragraph: number, text?: string, from = 0, linesAbove = 0): WordComment => ({
  paragraph,
  lines: [{ label: 'Điểm 1', text: 'nói' }],
  ...(text === undefined ? {} : { words: { text, from, linesAbove } }),
})

async function documentXml(original: Uint8Array, comments: readonly WordComment[]): Promise<string> {
  const made = (await withComments(original, comments, AT)) ?? new Uint8Array()
  const parts = unzipSync(made)
  for (const [name, content] of Object.entries(parts)) {
    const fault = visitXml(content, { open: () => undefined, close: () => undefined, text: () => undefined })
    expect([name, fault]).toEqual([name, null])
  }
  expect(await readDocx(made, 'r.docx')).toEqual(await readDocx(original, 'r.docx'))
  return strFromU8(parts['word/document.xml'] ?? new Uint8Array())
}

/** The runs as `[bold|text]`, with `(` and `)` where the range of a comment begins and ends. */
function shown(xml: string): string {
  return xml
    .replace(/<w:r><w:rPr><w:sz w:val="16"\/><\/w:rPr><w:commentReference[^>]*><\/w:r>/g, '')
    .replace(/<w:commentRangeStart[^>]*>/g, '(')
    .replace(/<w:commentRangeEnd[^>]*>/g, ')')
    .replace(/<w:(?:tab|br)\/>/g, '¬')
    .replace(/<w:b\/>/g, 'b|')
    .replace(/<w:r(?:\s[^>]*)?>/g, '[')
    .replace(/<\/w:r>/g, ']')
    .replace(/<[^>]+>/g, '')
    .trim()
}

const bold = '<w:rPr><w:b/></w:rPr>'

test.each([
  ['between runs nothing is divided', '<w:r><w:t>ab</w:t></w:r><w:r><w:t>cd</w:t></w:r>', 'cd', '[ab]([cd])'],
  ['a run is divided with its look', `<w:r>${bold}<w:t>abcd</w:t></w:r>`, 'bc', '[b|a]([b|bc])[b|d]'],
  ['over several runs', `<w:r><w:t>ab</w:t></w:r><w:r>${bold}<w:t>cd</w:t></w:r>`, 'bc', '[a]([b][b|c])[b|d]'],
  ['tabs and breaks are letters', '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>', '\tb', '[a]([¬b])'],
  ['entities are letters', '<w:r><w:t>a &amp; b &lt; c</w:t></w:r>', '& b <', '[a ]([&amp; b &lt;])[ c]'],
  [
    'an older look in a tracked change stays inside the look',
    '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="A"><w:rPr/></w:rPrChange></w:rPr><w:t>abc</w:t></w:r>',
    'b',
    '[b|a]([b|b])[b|c]',
  ],
  ['words that are not there: the whole paragraph', '<w:r><w:t>abc</w:t></w:r>', 'xyz', '([abc])'],
  ['the whole run', `<w:r>${bold}<w:t>abc</w:t></w:r>`, 'abc', '([b|abc])'],
])('%s', async (_, runs, words, expected) => {
  const xml = await documentXml(wordFile({ body: `<w:p>${runs}</w:p>` }), [comment(1, words)])
  expect(shown(xml)).toBe(expected)
})

test('the occurrence nearest to where it was read is the one', async () => {
  const xml = await documentXml(wordFile({ body: p('5/9 rồi 5/9 rồi 5/9') }), [comment(1, '5/9', 9)])
  expect(shown(xml)).toBe('[5/9 rồi ]([5/9])[ rồi 5/9]')
})

test('words in a later line of a cell are found in its later paragraph, or behind a line break', async () => {
  const cell = p('đạt 90%') + p('đạt 80%')
  expect(shown(await documentXml(wordFile({ body: cell }), [comment(1, '80%', 4, 1)]))).toBe('[đạt 90%][đạt ]([80%])')
  const broken = '<w:p><w:r><w:t>đạt 90%</w:t><w:br/><w:t>đạt 80%</w:t></w:r></w:p>'
  const xml = await documentXml(wordFile({ body: broken + p('x') }), [comment(1, '80%', 4, 1)])
  expect(shown(xml)).toBe('[đạt 90%¬đạt ]([80%])[x]')
})

test('several comments may overlap, touch, or stand on the same words', async () => {
  const all = [comment(1, 'bcd', 1), comment(1, 'cde', 2), comment(1, 'bcd', 1), comment(1, 'ef', 4), comment(1)]
  const xml = await documentXml(wordFile({ body: p('abcdefg') }), all)
  expect(shown(xml)).toBe('([a](([b]([cd]))([e])[f])[g])')
})

test('an empty paragraph takes a comment, however it is written', async () => {
  for (const empty of [
    '<w:p/>',
    '<w:p w:rsidR="00A1" />',
    '<w:p></w:p>',
    '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>',
  ])
    expect(shown(await documentXml(wordFile({ body: empty + p('b') }), [comment(1), comment(1)]))).toBe('(())[b]')
})

test('a comment on what stands in a text box hangs on the paragraph around it', async () => {
  const box = `<w:p><w:r><w:t>a</w:t></w:r><w:r><w:pict><w:txbxContent>${p('trong')}</w:txbxContent></w:pict></w:r></w:p>`
  expect(shown(await documentXml(wordFile({ body: box + p('b') }), [comment(2, 'trong')]))).toBe('([a][[trong]])[b]')
})

test('files with other prefixes and addresses take comments too', async () => {
  const main = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
  const other = zipSync({
    '[Content_Types].xml': strToU8('<c:Types xmlns:c="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/word/document2.xml"/></Relationships>',
    ),
    'word/document2.xml': strToU8(
      `\ufeff<?xml version='1.0' encoding='utf-8'?><ns0:document xmlns:ns0="${main}"><ns0:body><ns0:p><ns0:r><ns0:t>Một hai</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
    ),
  })
  const made = unzipSync((await withComments(other, [comment(1, 'hai', 4)], AT)) ?? new Uint8Array())
  const xml = strFromU8(made['word/document2.xml'] ?? new Uint8Array())
  expect(xml).toContain(
    `<w:commentRangeStart xmlns:w="${main}" w:id="1"/><ns0:r><ns0:t xml:space="preserve">hai</ns0:t></ns0:r>`,
  )
  expect(strFromU8(made['word/comments.xml'] ?? new Uint8Array())).toContain(`<w:comments xmlns:w="${main}">`)
  expect(strFromU8(made['word/_rels/document2.xml.rels'] ?? new Uint8Array())).toContain('Target="comments.xml"')
  expect(strFromU8(made['[Content_Types].xml'] ?? new Uint8Array())).toMatch(
    /PartName="\/word\/comments.xml".*<\/c:Types>$/,
  )
})

test('numbers of comments that are there are not used again, and other people stay', async () => {
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const more = {
    'word/comments.xml': `<w:comments xmlns:w="${word}"><w:comment w:id="0" w:author="An"><w:p/></w:comment><w:comment w:id="2" w:author="Bình"><w:p/></w:comment></w:comments>`,
    'word/people.xml': '<people/>',
    'word/_rels/document.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Target="comments.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"/></Relationships>`,
  }
  const original = wordFile({ body: p('a'), more })
  const made = unzipSync((await withComments(original, [comment(1), comment(1)], AT)) ?? new Uint8Array())
  const comments = strFromU8(made['word/comments.xml'] ?? new Uint8Array())
  expect([...comments.matchAll(/w:comment w:id="(\d+)"/g)].map(([, id]) => id)).toEqual(['0', '2', '1', '3'])
  expect(comments).toContain('w:date="2026-11-23T00:30:00Z"')
  expect(strFromU8(made['word/people.xml'] ?? new Uint8Array())).toBe('<people/>')
  expect(strFromU8(made['word/_rels/document.xml.rels'] ?? new Uint8Array())).toBe(more['word/_rels/document.xml.rels'])
})

test('whatever words are meant, nothing but marks is added to the text', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '&amp;', 'ệ', '😀'), minLength: 1, maxLength: 8 })
  const run = fc
    .tuple(letters, fc.boolean())
    .map(([text, isBold]) => `<w:r>${isBold ? bold : ''}<w:t>${text}</w:t></w:r>`)
  const words = fc.array(fc.tuple(letters, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(fc.array(run, { minLength: 1, maxLength: 4 }), words, async (runs, meant) => {
      const body = `<w:p>${runs.join('').replaceAll('<w:t>', '<w:t xml:space="preserve">')}</w:p>`
      const comments = meant.map(([text, from]) => comment(1, text.replaceAll('&amp;', '&'), from))
      await documentXml(wordFile({ body }), comments)
    }),
    { numRuns: 60 },
  )
})

test('what is no Word file, or not in UTF-8, takes none', async () => {
  expect(await withComments(strToU8('x'), [comment(1)], AT)).toBeNull()
  expect(await withComments(wordFile({ body: '' }), [comment(1)], AT)).toBeNull()
  const latin = zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': new Uint8Array([0x3c, 0xe9, 0x3e]),
  })
  expect(await withComments(latin, [comment(1)], AT)).toBeNull()
})
