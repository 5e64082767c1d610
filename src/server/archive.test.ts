import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type Archive, type ArchiveRules, embeddedIn, fetchedFrom, openArchive, partText } from './archive.ts'

const ALL: ArchiveRules = { wanted: () => true, mostUnpackedMb: 20 }
const PLAIN = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document>Đơn vị</w:document>' }

function zip(parts: Record<string, string | Uint8Array>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )
}

async function opened(bytes: Uint8Array, rules = ALL): Promise<Archive> {
  const archive = await openArchive(bytes, rules)
  if ('fault' in archive) throw new Error(archive.fault)
  return archive
}

test('what was packed comes out, and of parts that are not wanted only the name', async () => {
  const archive = await opened(zip({ ...PLAIN, 'word/media/a.png': new Uint8Array(10) }), {
    ...ALL,
    wanted: (name) => name.endsWith('.xml'),
  })
  expect(partText(archive, 'word/document.xml')).toBe('<w:document>Đơn vị</w:document>')
  expect(archive.names.has('word/media/a.png')).toBe(true)
  expect(archive.parts.has('word/media/a.png')).toBe(false)
  expect(partText(archive, 'word/media/a.png')).toBe('')
})

test('every set of parts comes out byte by byte', async () => {
  const names = fc.stringMatching(/^[a-z]{1,8}(?:\/[a-z]{1,8})?\.bin$/)
  await fc.assert(
    fc.asyncProperty(fc.dictionary(names, fc.uint8Array({ maxLength: 2000 }), { minKeys: 1 }), async (parts) => {
      const archive = await opened(zip(parts))
      expect(new Map([...archive.parts].map(([name, content]) => [name, [...content]]))).toEqual(
        new Map(Object.entries(parts).map(([name, content]) => [name, [...content]])),
      )
    }),
  )
})

test('text in UTF-16 is read as what it is', async () => {
  const archive = await opened(zip({ 'a.xml': Buffer.from('\ufeff<a>Đạt</a>', 'utf16le') }))
  expect(partText(archive, 'a.xml')).toBe('<a>Đạt</a>')
})

describe('what is not opened', () => {
  const big = new Uint8Array(21 * 1024 * 1024)
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(stream, 'utf16le')])
  const plain = zip(PLAIN)
  const cases: readonly (readonly [string, Uint8Array, string])[] = [
    ['nothing', new Uint8Array(), 'not-an-archive'],
    ['a picture', new Uint8Array([137, 80, 78, 71]), 'not-an-archive'],
    ['a zip cut off', plain.slice(0, plain.length - 30), 'damaged'],
    ['a zip with its middle gone', Buffer.concat([plain.slice(0, 40), plain.slice(80)]), 'damaged'],
    ['content that was changed', flipped(zip({ 'a.xml': '<a>4.602 hồ sơ</a>' })), 'damaged'],
    ['a path out of the archive', zip({ '../../etc/passwd': 'x' }), 'damaged'],
    ['an absolute path', zip({ '/etc/passwd': 'x' }), 'damaged'],
    ['two parts of one name', renamed(zip({ 'a.xml': '<a/>', 'b.xml': '<b/>' }), 'b.xml', 'a.xml'), 'damaged'],
    ['a part that states too much', zip({ 'a.xml': big }), 'bomb'],
    ['parts that state too much together', zip({ 'a.xml': big.slice(2e7), 'b.xml': big.slice(1e6) }), 'bomb'],
    ['a part that lies about its size', lying(zip({ 'a.xml': big }), big.length, 1000), 'bomb'],
    ['a part that states more than it holds', lying(zip({ 'a.xml': '<a>1</a>' }), 8, 9), 'damaged'],
    ['thousands of parts', zip(Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}`, '']))), 'bomb'],
    ['macros of Word', zip({ ...PLAIN, 'word/vbaProject.bin': 'x' }), 'macro'],
    ['macros under another name', zip({ '[Content_Types].xml': '<T a="…macroEnabled.main+xml"/>' }), 'macro'],
    ['macros of Excel 4', zip({ 'xl/macrosheets/sheet1.xml': '<a/>' }), 'macro'],
    ['macros of LibreOffice', zip({ 'Basic/Standard/Module1.xml': '<a/>' }), 'macro'],
    ['entities', zip({ 'a.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>' }), 'entities'],
    ['entities in UTF-16', zip({ 'a.xml': Buffer.from('\ufeff<!DOCTYPE a><a/>', 'utf16le') }), 'entities'],
    ['a Word file with a password', compound('EncryptedPackage'), 'password'],
    ['a .doc of 2003', compound('WordDocument'), 'old-office'],
    ['a zip with a password', encrypted(plain), 'password'],
    ['an .ods with a password', zip({ 'META-INF/manifest.xml': '<manifest:encryption-data/>' }), 'password'],
    ['an .ods encrypted as a whole', zip({ 'encrypted-package': 'x' }), 'password'],
  ]
  test.each(cases)('%s', async (_, bytes, fault) => {
    expect(await openArchive(bytes, ALL)).toEqual({ fault })
  })

  test('any cut through a file is a fault, never a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: plain.length - 1 }), async (length) => {
        expect(await openArchive(plain.slice(0, length), ALL)).toHaveProperty('fault')
      }),
    )
  })

  test('a picture that is not unpacked counts only where the file is handed on', async () => {
    const bytes = zip({ ...PLAIN, 'word/media/a.bmp': big })
    const rules = { ...ALL, wanted: (name: string) => name.endsWith('.xml') }
    expect(await openArchive(bytes, rules)).toHaveProperty('names')
    expect(await openArchive(bytes, { ...rules, mostStatedMb: 20 })).toEqual({ fault: 'bomb' })
  })
})

test('embedded programs are named; so is what would be fetched, but no hyperlink', async () => {
  const relation = (kind: string, target: string) =>
    `<Relationship Type="http://x/relationships/${kind}" Target="${target}" TargetMode="External"/>`
  const archive = await opened(
    zip({
      'word/embeddings/oleObject1.bin': 'x',
      'word/_rels/document.xml.rels':
        relation('image', 'http://evil.example/a.png') + relation('hyperlink', 'http://b'),
    }),
  )
  expect(embeddedIn(archive)).toEqual(['word/embeddings/oleObject1.bin'])
  expect(fetchedFrom(archive)).toEqual(['http://evil.example/a.png'])
})

/** The zip with one byte of its first part's packed content changed. */
function flipped(bytes: Uint8Array): Uint8Array {
  const at = 30 + 'a.xml'.length + 3
  return bytes.map((byte, index) => (index === at ? byte ^ 0xff : byte))
}

function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll(from, to), 'latin1')
}

/** The zip with every size of `real` bytes stated as `said`. */
function lying(bytes: Uint8Array, real: number, said: number): Uint8Array {
  const [needle, other] = [real, said].map((size) => {
    const four = Buffer.alloc(4)
    four.writeUInt32LE(size)
    return four.toString('latin1')
  }) as [string, string]
  const text = Buffer.from(bytes).toString('latin1')
  const central = text.indexOf('PK\u0001\u0002')
  const at = central + 24
  expect(text.slice(at, at + 4)).toBe(needle)
  return Buffer.from(text.slice(0, at) + other + text.slice(at + 4), 'latin1')
}

/** The zip with the mark of encryption on its first part. */
function encrypted(bytes: Uint8Array): Uint8Array {
  const copy = Buffer.from(bytes)
  const at = copy.indexOf('PK\u0001\u0002', 'latin1') + 8
  copy.writeUInt16LE(copy.readUInt16LE(at) | 1, at)
  return copy
}
