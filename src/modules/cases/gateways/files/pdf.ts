import { inflateSync } from 'node:zlib'
import { withPdf } from '#server/pdf.ts'
import type { FileWarning } from '../../domain/file-kinds.ts'
import { type Refused, refuse } from './refusal.ts'

/** What the packed objects of one file may unpack to together, and how many streams are looked at. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_STREAMS = 50_000

/** Names by which a PDF does something by itself. `OpenAction` with a place to show (`[`) is an ordinary page number. */
const SIGNS: readonly (readonly [FileWarning, RegExp])[] = [
  ['cases/pdf-script', /\/(?:JavaScript|JS)\b/],
  ['cases/pdf-launch', /\/Launch\b/],
  ['cases/pdf-open-action', /\/OpenAction\b(?!\s*\[)|\/AA\s*(?:<<|\d+\s+\d+\s+R)/],
  ['cases/pdf-embedded-file', /\/(?:EmbeddedFiles?|RichMedia|FileAttachment)\b/],
  ['cases/pdf-form-submit', /\/(?:SubmitForm|ImportData|GoToE|XFA)\b/],
  ['cases/pdf-encrypted', /\/Encrypt\b/],
]

/** What in a PDF a reader should know of; refused when it cannot be opened, or is another kind of file as well. */
export async function lookAtPdf(bytes: Uint8Array): Promise<{ warnings: readonly FileWarning[] } | Refused> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  if (!/%%EOF\s*$/.test(text.slice(-2048)) && !text.slice(-2048).includes('%%EOF')) return refuse('cases/file-damaged')
  if (isArchiveToo(text)) return refuse('cases/file-two-kinds')
  const { unpacked, blind } = packedObjects(text, bytes)
  const pages = await withPdf(bytes, { strict: true }, ({ numPages }) => numPages)
  if (pages === 'damaged' || pages === 0) return refuse('cases/file-damaged')
  const said = withPlainNames(`${withoutStreams(text)}\n${unpacked}`)
  const found = SIGNS.filter(([, sign]) => sign.test(said)).map(([warning]) => warning)
  if (pages === 'password' && !found.includes('cases/pdf-encrypted')) found.push('cases/pdf-encrypted')
  if (blind || found.includes('cases/pdf-encrypted')) found.push('cases/pdf-not-seen-through')
  return { warnings: found }
}

/** A zip archive is read from its end, so that a file can be both: the end mark of one that is really there. */
function isArchiveToo(text: string): boolean {
  const end = text.lastIndexOf('PK\x05\x06')
  if (end < 0 || end < text.length - 65_600) return false
  return text.includes('PK\x01\x02') && text.includes('PK\x03\x04')
}

/** `#4a` in a name is a letter: `/#4aavaScript` is `/JavaScript`. */
function withPlainNames(text: string): string {
  return text.replaceAll(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const STREAM = /(?<!end)stream\r?\n/g

/** Everything but the content of streams: pages and pictures hold no actions, and their bytes say anything. */
function withoutStreams(text: string): string {
  return text.replaceAll(/(?<!end)stream\r?\n[^]*?endstream/g, 'stream endstream')
}

/**
 * The text of the object streams, in which newer files keep their dictionaries. `blind`: some could not be unpacked, or there is more
 * of them than is looked at.
 */
function packedObjects(text: string, bytes: Uint8Array): { unpacked: string; blind: boolean } {
  const parts: string[] = []
  let [left, seen, blind] = [MOST_UNPACKED, 0, false]
  for (const { index, 0: opening } of text.matchAll(STREAM)) {
    const dictionary = withPlainNames(text.slice(Math.max(0, index - 2000), index))
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (!/\/ObjStm\b/.test(own)) continue
    if (++seen > MOST_STREAMS || left <= 0) return { unpacked: parts.join('\n'), blind: true }
    const from = index + opening.length
    const to = text.indexOf('endstream', from)
    const part = unpack(own, bytes.subarray(from, to < 0 ? bytes.length : to), left)
    if (part === null) blind = true
    else {
      parts.push(part)
      left -= part.length
    }
  }
  return { unpacked: parts.join('\n'), blind }
}

/** The plain text of an object stream, or null when it is packed in a way that is not looked into, or too large. */
function unpack(dictionary: string, packed: Uint8Array, most: number): string | null {
  const filters = [...(/\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? '').matchAll(/\/(\w+)/g)].map(
    ([, name]) => name,
  )
  if (filters.length === 0) return Buffer.from(packed).toString('latin1')
  if (filters.length > 1 || (filters[0] !== 'FlateDecode' && filters[0] !== 'Fl')) return null
  if (/\/Predictor\s+(?!1\b)\d/.test(dictionary)) return null
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('latin1')
  } catch {
    return null
  }
}
