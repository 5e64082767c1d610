import type { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'

/** Why a file is not opened. `password`: encrypted by a zip program, by Word or Excel, or by LibreOffice. */
export type ArchiveFault = {
  readonly fault: 'not-an-archive' | 'damaged' | 'bomb' | 'password' | 'old-office' | 'macro' | 'entities'
}

export type ArchiveRules = {
  /** The parts that are unpacked; of the others only the names are read. */
  readonly wanted: (name: string) => boolean
  /** What the wanted parts may unpack to together. */
  readonly mostUnpackedMb: number
  /** What all parts together may state as their size, unpacked here or not; for files that are handed on to another program. */
  readonly mostStatedMb?: number
}

/** An opened .docx, .xlsx or .ods: every name in it, and the content of the wanted parts. */
export type Archive = {
  readonly names: ReadonlySet<string>
  readonly parts: ReadonlyMap<string, Uint8Array>
}

const MEGABYTE = 1024 * 1024
const MOST_ENTRIES = 2000
const CONTENT_TYPES = '[Content_Types].xml'
const ODF_MANIFEST = 'META-INF/manifest.xml'

/**
 * The wanted parts of an office file, or why it is not opened: the sizes a bomb states are checked before anything is unpacked, and
 * the bytes that really come out while it is; macros are known by their parts, whatever the file is called; no part that is unpacked
 * may declare a document type, the door of XML entities. Nothing is run, and nothing outside the file is ever fetched.
 */
export async function openArchive(bytes: Uint8Array, rules: ArchiveRules): Promise<Archive | ArchiveFault> {
  const compound = compoundFault(bytes)
  if (compound) return compound
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return { fault: 'not-an-archive' }
  try {
    const zip = await openZip(bytes)
    try {
      return await readEntries(zip, rules)
    } finally {
      zip.close()
    }
  } catch (thrown) {
    return faultOf(thrown)
  }
}

/** The text of a part, '' when the archive has none of that name or it was not wanted. */
export function partText({ parts }: Archive, name: string): string {
  const bytes = parts.get(name)
  if (!bytes) return ''
  return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : bytes[0] === 0xfe ? 'utf-16be' : 'utf-8').decode(bytes)
}

/** Names of parts that another program would run or open from inside a Word or Excel file. */
export function embeddedIn({ names }: Archive): readonly string[] {
  return [...names].filter((name) => /(?:^|\/)(?:embeddings|activeX|customUI)\//i.test(name))
}

/** Addresses that Word or Excel would fetch on opening: every external relation but hyperlinks, which wait for a click. */
export function fetchedFrom(archive: Archive): readonly string[] {
  const relations = [...archive.parts.keys()].filter((name) => name.endsWith('.rels'))
  return relations.flatMap((name) =>
    [...partText(archive, name).matchAll(/<(?:\w+:)?Relationship\b[^>]*>/g)]
      .filter(([tag]) => /TargetMode\s*=\s*["']External["']/i.test(tag) && !/\/hyperlink["']/i.test(tag))
      .map(([tag]) => /Target\s*=\s*["']([^"']{0,200})/i.exec(tag)?.[1] ?? ''),
  )
}

/** An OLE compound file: what Word and Excel make of a password, and what they wrote before 2007. */
function compoundFault(bytes: Uint8Array): ArchiveFault | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (!buffer.subarray(0, 8).equals(Buffer.from('d0cf11e0a1b11ae1', 'hex'))) return null
  return { fault: buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'password' : 'old-office' }
}

function openZip(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true }
    yauzl.fromBuffer(buffer, options, (failure, zip) => (zip ? resolve(zip) : reject(failure ?? new Error('no zip'))))
  })
}

async function readEntries(zip: ZipFile, rules: ArchiveRules): Promise<Archive | ArchiveFault> {
  if (zip.entryCount > MOST_ENTRIES) return { fault: 'bomb' }
  const entries = new Map<string, Entry>()
  let stated = 0
  for await (const entry of zip.eachEntry()) {
    // Two parts of one name: which of them counts differs from program to program, so one of them is hidden on purpose.
    if (entries.has(entry.fileName)) return { fault: 'damaged' }
    entries.set(entry.fileName, entry)
    stated += entry.uncompressedSize
    if (entry.isEncrypted()) return { fault: 'password' }
  }
  const names = new Set(entries.keys())
  if ([...names].some(isMacro)) return { fault: 'macro' }
  if (stated > (rules.mostStatedMb ?? Number.POSITIVE_INFINITY) * MEGABYTE) return { fault: 'bomb' }
  const read = [...entries.values()].filter(({ fileName }) => isAlwaysRead(fileName) || rules.wanted(fileName))
  const sum = read.reduce((total, { uncompressedSize }) => total + uncompressedSize, 0)
  if (sum > rules.mostUnpackedMb * MEGABYTE) return { fault: 'bomb' }
  const parts = new Map<string, Uint8Array>()
  for (const entry of read) parts.set(entry.fileName, await unpack(zip, entry))
  return contentFault(parts, names) ?? { names, parts }
}

function isAlwaysRead(name: string): boolean {
  return name === CONTENT_TYPES || name === ODF_MANIFEST
}

/** Also macros of Excel 4, and the Basic and scripts of LibreOffice. */
function isMacro(name: string): boolean {
  return /vba(?:Project|Data)[^/]*$|(?:^|\/)(?:macros?|macrosheets)\/|^(?:Basic|Scripts)\/./i.test(name)
}

function contentFault(parts: ReadonlyMap<string, Uint8Array>, names: ReadonlySet<string>): ArchiveFault | null {
  const text = (name: string) => Buffer.from(parts.get(name) ?? []).toString('latin1')
  if (/macroEnabled/i.test(text(CONTENT_TYPES))) return { fault: 'macro' }
  if (names.has('encrypted-package') || text(ODF_MANIFEST).includes('encryption-data')) return { fault: 'password' }
  // OpenOffice of old declares a document type in its manifest, which nobody parses here.
  const declares = [...parts].some(
    ([name, content]) => /\.(?:xml|rels)$/i.test(name) && name !== ODF_MANIFEST && declaresType(content),
  )
  return declares ? { fault: 'entities' } : null
}

const DOCTYPES = [
  Buffer.from('<!DOCTYPE'),
  Buffer.from('<!DOCTYPE', 'utf16le'),
  Buffer.from('<!DOCTYPE', 'utf16le').swap16(),
]

function declaresType(content: Uint8Array): boolean {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  return DOCTYPES.some((mark) => buffer.includes(mark))
}

/** The content of one entry; more or fewer bytes than it states, or others than its checksum says, throw. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry)
  const content = Buffer.allocUnsafe(entry.uncompressedSize)
  let length = 0
  for await (const chunk of stream) {
    const piece: Buffer = chunk
    length += piece.copy(content, length)
  }
  if (length !== entry.uncompressedSize || crc32(content) !== entry.crc32) throw new Error('not what it states')
  return content
}

/** yauzl tells by its English message alone what was wrong. */
function faultOf(thrown: unknown): ArchiveFault {
  const message = thrown instanceof Error ? thrown.message : ''
  if (message.includes('too many bytes')) return { fault: 'bomb' }
  return { fault: /encrypt/i.test(message) ? 'password' : 'damaged' }
}
