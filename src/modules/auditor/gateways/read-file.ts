import { openArchive, partText } from '#server/archive.ts'
import type { ReportDocument } from '../domain/document.ts'
import { type FileFault, isFault } from './fault.ts'
import { archiveFault } from './office-file.ts'

type Reader = (bytes: Uint8Array, name: string) => Promise<ReportDocument | FileFault>

/** Each is loaded when a file needs it: a process reads one file, and most libraries are for one kind alone. */
const READERS = {
  csv: async () => (await import('./readers/csv.ts')).readCsv,
  docx: async () => (await import('./readers/docx.ts')).readDocx,
  html: async () => (await import('./readers/html.ts')).readHtml,
  md: async () => (await import('./readers/markdown.ts')).readMarkdown,
  ods: async () => (await import('./readers/ods.ts')).readOds,
  pdf: async () => (await import('./readers/pdf.ts')).readPdf,
  text: async () => (await import('./readers/text.ts')).readText,
  xlsx: async () => (await import('./readers/xlsx.ts')).readXlsx,
} satisfies Readonly<Record<string, () => Promise<Reader>>>
type Kind = keyof typeof READERS

/** The report in a file of any kind that can be read. What the file is, its content says; its name decides only between kinds of text. */
export async function readFileAs(name: string, bytes: Uint8Array): Promise<ReportDocument | FileFault> {
  if (bytes.length === 0) return { fault: 'auditor/file-empty' }
  const kind = await kindOf(name, bytes)
  if (typeof kind !== 'string') return kind
  const reader: Reader = await READERS[kind]()
  const read = await reader(bytes, name)
  return isFault(read) || read.blocks.length > 0 ? read : { fault: 'auditor/file-empty' }
}

const UNKNOWN: FileFault = { fault: 'auditor/file-kind-unknown' }

async function kindOf(name: string, bytes: Uint8Array): Promise<Kind | FileFault> {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (head.startsWith('PK') || head.startsWith('\xd0\xcf\x11\xe0')) return officeKind(bytes)
  if (head.slice(0, 1024).includes('%PDF-')) return 'pdf'
  if (isPicture(head)) return { fault: 'auditor/file-scanned' }
  if (head.startsWith('{\\rtf')) return { fault: 'auditor/file-old-office' }
  return textKind(name, head)
}

/** A .docx, .xlsx or .ods by what stands in it; templates of each are read as the document they make. */
async function officeKind(bytes: Uint8Array): Promise<Kind | FileFault> {
  const archive = await openArchive(bytes, { wanted: (part) => part === 'mimetype', mostUnpackedMb: 10 })
  if ('fault' in archive) return archiveFault(archive)
  const types = partText(archive, '[Content_Types].xml')
  if (/wordprocessingml\.(?:document|template)\.main/.test(types)) return 'docx'
  if (/spreadsheetml\.(?:sheet|template)\.main/.test(types)) return 'xlsx'
  if (/opendocument\.spreadsheet/.test(partText(archive, 'mimetype'))) return 'ods'
  if (archive.names.has('word/document.xml')) return 'docx'
  return archive.names.has('xl/workbook.xml') ? 'xlsx' : UNKNOWN
}

/** PNG, JPEG, GIF, TIFF, BMP, WebP and the pictures of telephones: somebody photographed the report. */
function isPicture(head: string): boolean {
  return /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM[\s\S]{4}\0{4}|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftyp(?:heic|heix|mif1|avif))/.test(
    head,
  )
}

function textKind(name: string, head: string): Kind | FileFault {
  const hasMark = /^(?:\xff\xfe|\xfe\xff)/.test(head)
  if (!hasMark && head.includes('\0')) return UNKNOWN
  const text = hasMark ? head.replaceAll('\0', '') : head
  const begin = text.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*/, '').slice(0, 1000)
  if (isHtml(begin)) return 'html'
  if (/^<\?xml/i.test(begin)) return /mso-application/.test(begin) ? { fault: 'auditor/file-old-office' } : UNKNOWN
  if (/^MIME-Version:/im.test(begin) && /multipart\/related/i.test(text)) return UNKNOWN
  return BY_NAME[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? 'text'
}

/** Also what programs of old save as `.xls` or `.doc`: a page with a table in it. */
function isHtml(begin: string): boolean {
  return /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|table|meta|div|style)\b/i.test(
    begin,
  )
}

/** Text under the name of an office file: a table of old programs when it was Excel's, else a file that came to harm. */
const BY_NAME: Readonly<Record<string, Kind | FileFault>> = {
  md: 'md',
  markdown: 'md',
  csv: 'csv',
  tsv: 'csv',
  xls: 'csv',
  html: 'html',
  htm: 'html',
  docx: { fault: 'auditor/file-unreadable' },
  xlsx: { fault: 'auditor/file-unreadable' },
  ods: { fault: 'auditor/file-unreadable' },
  pdf: { fault: 'auditor/file-unreadable' },
}
