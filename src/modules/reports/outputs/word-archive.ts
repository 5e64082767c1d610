import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { Problem } from '#kernel/problem.ts'

/** A Word file of 25 MiB that unpacks to more than this is a bomb, not a letter. */
const MOST_UNPACKED = 80 * 1024 * 1024
const MOST_ENTRIES = 2000
const READ_AS_TEXT = /(\.rels|^\[Content_Types\]\.xml)$/

/**
 * Refuses a file that is not a plain .docx: macros, embedded programs, content fetched from outside, or a bomb.
 * Ordinary hyperlinks may stand in it: nothing is fetched until a person clicks.
 */
export async function requirePlainWord(bytes: Uint8Array): Promise<void> {
  const zip = await open(Buffer.from(bytes))
  try {
    const parts = await readParts(zip)
    if (!parts.names.has('word/document.xml')) throw new Problem('invalid-input', 'reports/not-a-word-file')
    if ([...parts.names].some((name) => /vbaProject|vbaData|\/macros?/i.test(name))) refuse('reports/word-has-macros')
    if ([...parts.names].some((name) => /(^|\/)(embeddings|activeX|customUI)\//i.test(name)))
      refuse('reports/word-has-objects')
    const types = parts.texts.get('[Content_Types].xml') ?? ''
    if (/macroEnabled/i.test(types)) refuse('reports/word-has-macros')
    if (!/wordprocessingml\.(document|template)\.main/.test(types)) refuse('reports/not-a-word-file')
    for (const relations of parts.texts.values()) requireNothingFetched(relations)
  } finally {
    zip.close()
  }
}

function refuse(code: string): never {
  throw new Problem('invalid-input', code)
}

function requireNothingFetched(relations: string): void {
  for (const [tag] of relations.matchAll(/<Relationship\b[^>]*>/g)) {
    if (!/TargetMode\s*=\s*["']External["']/i.test(tag) || /\/hyperlink["']/i.test(tag)) continue
    const target = /Target\s*=\s*["']([^"']{0,200})/i.exec(tag)?.[1] ?? ''
    throw new Problem('invalid-input', 'reports/word-has-links', '', { values: { target } })
  }
}

type Parts = { readonly names: Set<string>; readonly texts: Map<string, string> }

async function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) reject(new Problem('invalid-input', 'reports/not-a-word-file'))
      else resolve(zip)
    })
  })
}

/** Every name, and the small parts that say what is related to what; stated sizes are checked before anything is unpacked. */
async function readParts(zip: ZipFile): Promise<Parts> {
  const parts: Parts = { names: new Set(), texts: new Map() }
  let unpacked = 0
  return new Promise((resolve, reject) => {
    const damaged = () => reject(new Problem('invalid-input', 'reports/not-a-word-file'))
    zip.on('error', damaged)
    zip.on('end', () => resolve(parts))
    zip.on('entry', (entry: Entry) => {
      unpacked += entry.uncompressedSize
      parts.names.add(entry.fileName)
      if (unpacked > MOST_UNPACKED || parts.names.size > MOST_ENTRIES) {
        reject(new Problem('too-large', 'reports/word-too-big'))
        return
      }
      if (!READ_AS_TEXT.test(entry.fileName)) {
        zip.readEntry()
        return
      }
      readText(zip, entry).then((text) => {
        parts.texts.set(entry.fileName, text)
        zip.readEntry()
      }, damaged)
    })
    zip.readEntry()
  })
}

async function readText(zip: ZipFile, entry: Entry): Promise<string> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) {
        reject(error ?? new Error('no stream'))
        return
      }
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      stream.on('error', reject)
    })
  })
}
