import { zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { EICAR, objectStream, pngOf, rawPdf, wordFile } from './hostile.fixture.ts'
import { lookAtFile, makePages } from './in-process.ts'
import { lookAt } from './look.ts'

const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const photo = (width = 60, height = 40) => sharp({ create: { width, height, channels: 3, background: '#a05030' } })
const bytesOf = async (picture: ReturnType<typeof photo>) => new Uint8Array(await picture.toBuffer())

describe('what a file is', () => {
  test.each([
    ['a program called a PDF', 'don.pdf', latin('MZ\x90\0\x03'), 'cases/file-executable'],
    ['a Linux program', 'don.png', latin('\x7fELF\x02'), 'cases/file-executable'],
    ['a script', 'don.pdf', latin('#!/bin/sh\nrm -rf /'), 'cases/file-executable'],
    ['a web page', 'don.pdf', latin('  <!DOCTYPE html><script>alert(1)</script>'), 'cases/file-active'],
    ['a web page in two bytes a letter', 'don.pdf', latin('\xff\xfe<\0s\0c\0r\0i\0p\0t\0>\0'), 'cases/file-active'],
    ['an SVG', 'anh.png', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'cases/file-active'],
    ['nothing', 'don.pdf', latin(''), 'cases/file-empty'],
    ['plain text', 'don.pdf', latin('Kính gửi UBND'), 'cases/file-kind-unknown'],
    ['any archive', 'don.zip', zipSync({ 'a.txt': latin('a') }), 'cases/file-kind-unknown'],
    ['a Word file with macros', 'don.docx', wordFile({ 'word/vbaProject.bin': 'x' }), 'cases/file-macro'],
    ['a Word file that is cut off', 'don.docx', wordFile().slice(0, 120), 'cases/file-damaged'],
  ])('%s is refused', async (_what, name, bytes, refused) => {
    expect(await lookAt({ name, bytes })).toMatchObject({ refused })
  })

  test('a name that says something else is refused with what it says and what it is', async () => {
    const bytes = await bytesOf(photo().png())
    expect(await lookAt({ name: 'anh.jpg', bytes })).toEqual({
      refused: 'cases/file-name-mismatch',
      values: { said: 'jpg', is: 'png' },
    })
    expect(await lookAt({ name: 'don', bytes: rawPdf('') })).toMatchObject({ values: { said: '', is: 'pdf' } })
  })

  test('a Word file is one, with what it would fetch on opening named', async () => {
    expect(await lookAt({ name: 'don.docx', bytes: wordFile() })).toMatchObject({ warnings: [], kept: null })
    const relation =
      '<Relationships><Relationship Type="x/attachedTemplate" Target="http://e.vn/t" TargetMode="External"/></Relationships>'
    const fetching = wordFile({ 'word/_rels/settings.xml.rels': relation })
    expect(await lookAt({ name: 'don.docx', bytes: fetching })).toMatchObject({ warnings: ['cases/office-fetches'] })
  })
})

describe('pictures', () => {
  test('are drawn anew: turned upright, and without the place they were taken at', async () => {
    const exif = { IFD0: { Make: 'Máy ảnh' }, IFD3: { GPSLatitude: '10/1 20/1 30/1' } }
    const sent = await bytesOf(photo().withMetadata({ orientation: 6 }).withExifMerge(exif).jpeg())
    const seen = await lookAt({ name: 'anh.JPG', bytes: sent })
    if ('refused' in seen || !seen.kept) throw new Error('a picture is kept')
    expect(seen).toMatchObject({ mediaType: 'image/jpeg', warnings: ['cases/metadata-removed'] })
    const { width, height, exif: left, orientation } = await sharp(seen.kept.bytes).metadata()
    expect({ width, height, left, orientation }).toEqual({
      width: 40,
      height: 60,
      left: undefined,
      orientation: undefined,
    })
  })

  test('lose what hides behind them', async () => {
    const sent = Buffer.concat([await bytesOf(photo().png()), latin('<script>alert(1)</script>PK\x03\x04')])
    const seen = await lookAt({ name: 'anh.png', bytes: new Uint8Array(sent) })
    if ('refused' in seen || !seen.kept) throw new Error('a picture is kept')
    expect(seen.mediaType).toBe('image/webp')
    expect(Buffer.from(seen.kept.bytes).includes('script')).toBe(false)
  })

  test('that state a hundred million points are not opened', async () => {
    expect(await lookAt({ name: 'a.png', bytes: pngOf(10_000, 10_000) })).toMatchObject({ refused: 'cases/file-bomb' })
    expect(await lookAt({ name: 'a.png', bytes: pngOf(60_000, 60_000) })).toMatchObject({ refused: 'cases/file-bomb' })
  })

  test('that are cut off are damaged', async () => {
    const sent = await bytesOf(photo(900, 700).jpeg())
    expect(await lookAt({ name: 'a.jpg', bytes: sent.slice(0, 400) })).toMatchObject({ refused: 'cases/file-damaged' })
    expect(await lookAt({ name: 'a.png', bytes: pngOf(100, 100) })).toMatchObject({ refused: 'cases/file-damaged' })
  })
})

describe('a PDF', () => {
  const warningsOf = async (bytes: Uint8Array) => {
    const seen = await lookAt({ name: 'don.pdf', bytes })
    if ('refused' in seen) throw new Error(seen.refused)
    return seen.warnings
  }

  test('that does nothing by itself has no warnings, also when it opens at a page', async () => {
    expect(await warningsOf(rawPdf(''))).toEqual([])
    expect(await warningsOf(rawPdf('/OpenAction [3 0 R /Fit]'))).toEqual([])
  })

  test.each([
    [
      'runs a script',
      rawPdf('/OpenAction 4 0 R', ['<< /S /JavaScript /JS (app.alert(1)) >>']),
      ['cases/pdf-script', 'cases/pdf-open-action'],
    ],
    ['runs a script under a hidden name', rawPdf('', ['<< /S /J#61vaScript /#4aS (x) >>']), ['cases/pdf-script']],
    [
      'keeps a script in a packed object',
      rawPdf('', [objectStream('<< /S /JavaScript /JS (x) >>')]),
      ['cases/pdf-script'],
    ],
    ['starts a program', rawPdf('', ['<< /S /Launch /F (cmd.exe) >>']), ['cases/pdf-launch']],
    ['carries a file', rawPdf('/Names << /EmbeddedFiles 4 0 R >>', ['<< >>']), ['cases/pdf-embedded-file']],
    [
      'packs objects so that nobody sees',
      rawPdf('', [objectStream('<< >>', '/LZWDecode')]),
      ['cases/pdf-not-seen-through'],
    ],
  ])('that %s says so', async (_what, bytes, warnings) => {
    expect(await warningsOf(bytes)).toEqual(warnings)
  })

  test('whose page only speaks of JavaScript is not suspected', async () => {
    const page = '<< /Length 30 >>\nstream\nBT (/JavaScript /Launch) Tj ET\nendstream'
    expect(await warningsOf(rawPdf('', [page]))).toEqual([])
  })

  test('whose objects unfold without end is told to be not seen through', async () => {
    const bomb = objectStream(' '.repeat(80 * 1024 * 1024))
    expect(await warningsOf(rawPdf('', [bomb]))).toEqual(['cases/pdf-not-seen-through'])
  })

  test('that is an archive as well, or is cut off, is refused', async () => {
    const both = new Uint8Array(Buffer.concat([rawPdf(''), zipSync({ 'a.exe': latin('MZ') }), latin('\n%%EOF')]))
    expect(await lookAt({ name: 'don.pdf', bytes: both })).toMatchObject({ refused: 'cases/file-two-kinds' })
    expect(await lookAt({ name: 'don.pdf', bytes: rawPdf('').slice(0, 90) })).toMatchObject({
      refused: 'cases/file-damaged',
    })
    expect(await lookAt({ name: 'don.pdf', bytes: latin('%PDF-1.7\n%%EOF') })).toMatchObject({
      refused: 'cases/file-damaged',
    })
  })
})

test('in a process of its own the answers are the same, and this one lives', async () => {
  const looks = await Promise.all([
    lookAtFile({ name: 'a.png', bytes: pngOf(60_000, 60_000) }),
    lookAtFile({ name: 'v.pdf', bytes: EICAR }),
    lookAtFile({ name: 'a.png', bytes: await bytesOf(photo().png()) }),
  ])
  expect(looks.map((look) => ('refused' in look ? look.refused : look.mediaType))).toEqual([
    'cases/file-bomb',
    'cases/file-kind-unknown',
    'image/webp',
  ])
})

test('pictures become a PDF with a page for each', async () => {
  const images = await Promise.all([bytesOf(photo(300, 400).jpeg()), bytesOf(photo(400, 300).webp())])
  const made = await makePages({ title: 'Hồ sơ #quét', images })
  if (!('pdf' in made)) throw new Error('a PDF is made')
  const raw = Buffer.from(made.pdf).toString('latin1')
  expect(raw.slice(0, 5)).toBe('%PDF-')
  expect(raw.match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(await lookAt({ name: 'quet.pdf', bytes: made.pdf })).toMatchObject({ warnings: [] })
  expect(await makePages({ title: 'x', images: [latin('no picture')] })).toMatchObject({
    refused: 'cases/file-damaged',
  })
})
