// What may be put into a case, known by its first bytes and never by what it calls itself.

export const FILE_KINDS = {
  pdf: { mediaType: 'application/pdf', extensions: ['pdf'] },
  jpeg: { mediaType: 'image/jpeg', extensions: ['jpg', 'jpeg', 'jpe'] },
  png: { mediaType: 'image/png', extensions: ['png'] },
  webp: { mediaType: 'image/webp', extensions: ['webp'] },
  tiff: { mediaType: 'image/tiff', extensions: ['tif', 'tiff'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extensions: ['xlsx'] },
  odt: { mediaType: 'application/vnd.oasis.opendocument.text', extensions: ['odt'] },
} as const
export type FileKind = keyof typeof FILE_KINDS

export const IMAGE_KINDS = ['jpeg', 'png', 'webp', 'tiff'] as const satisfies readonly FileKind[]
export type ImageKind = (typeof IMAGE_KINDS)[number]
export const isImage = (kind: FileKind): kind is ImageKind => (IMAGE_KINDS as readonly FileKind[]).includes(kind)

/** Why a file is not taken; each has a sentence in both languages. */
export const FILE_REFUSALS = [
  'cases/file-empty',
  'cases/file-too-large',
  'cases/file-executable',
  'cases/file-active',
  'cases/file-kind-unknown',
  'cases/file-name-mismatch',
  'cases/file-two-kinds',
  'cases/file-damaged',
  'cases/file-bomb',
  'cases/file-password',
  'cases/file-macro',
  'cases/file-many-pages',
  'cases/file-too-slow',
  'cases/file-infected',
] as const
export type FileRefusal = (typeof FILE_REFUSALS)[number]

/** What a reader is told of a file that is taken all the same. */
export const FILE_WARNINGS = [
  'cases/pdf-script',
  'cases/pdf-launch',
  'cases/pdf-open-action',
  'cases/pdf-embedded-file',
  'cases/pdf-form-submit',
  'cases/pdf-encrypted',
  'cases/pdf-not-seen-through',
  'cases/office-embedded',
  'cases/office-fetches',
  'cases/metadata-removed',
  'cases/scanner-none',
  'cases/scanner-down',
] as const
export type FileWarning = (typeof FILE_WARNINGS)[number]

/** The largest file of a case, in bytes: what the store takes. */
export const MOST_CASE_FILE_BYTES = 25 * 1024 * 1024

/** The kind by the first bytes; `zip` is one of the office files, or something else in an archive. */
export function kindByBytes(bytes: Uint8Array): FileKind | 'zip' | FileRefusal {
  if (bytes.length === 0) return 'cases/file-empty'
  const starts = (...codes: readonly number[]) => codes.every((code, index) => bytes[index] === code)
  const text = (from: number, length: number) => String.fromCharCode(...bytes.slice(from, from + length))
  if (text(0, 5) === '%PDF-') return 'pdf'
  if (starts(0xff, 0xd8, 0xff)) return 'jpeg'
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (text(0, 4) === 'RIFF' && text(8, 4) === 'WEBP') return 'webp'
  if (starts(0x49, 0x49, 0x2a, 0) || starts(0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (starts(0x50, 0x4b, 3, 4)) return 'zip'
  if (isExecutable(text(0, 4), starts)) return 'cases/file-executable'
  return isActive(bytes) ? 'cases/file-active' : 'cases/file-kind-unknown'
}

/** Windows, Linux, macOS and Java programs, scripts with an interpreter's name, and shortcuts. */
function isExecutable(head: string, starts: (...codes: readonly number[]) => boolean): boolean {
  return (
    head.startsWith('MZ') ||
    head.startsWith('#!') ||
    head === '\x7fELF' ||
    starts(0xca, 0xfe, 0xba, 0xbe) ||
    starts(0xcf, 0xfa, 0xed, 0xfe) ||
    starts(0xce, 0xfa, 0xed, 0xfe) ||
    starts(0x4c, 0, 0, 0, 1, 0x14, 2, 0)
  )
}

/** HTML, SVG and other text a browser would run, in whatever of the usual encodings. */
function isActive(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.slice(0, 4096))
    .replaceAll('\0', '')
    .toLowerCase()
  return /<(?:!doctype|html|head|body|script|svg|iframe|\?xml|img|a\s|meta|style|object|embed)/.test(head)
}

/** What the name of the file says it is, or '' when it says nothing. */
export function extensionOf(name: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? ''
}

/** Whether the end of the name is one of the kind's own. */
export function nameFits(name: string, kind: FileKind): boolean {
  return (FILE_KINDS[kind].extensions as readonly string[]).includes(extensionOf(name))
}

/** The media type of a kind by its name, or undefined when it is none. */
export function mediaTypeOf(kind: string | number | undefined): string | undefined {
  return Object.entries(FILE_KINDS).find(([name]) => name === kind)?.[1].mediaType
}

/** The name of the kind that has the media type, or undefined. */
export function kindOfType(mediaType: string): string | undefined {
  return Object.entries(FILE_KINDS).find(([, kind]) => kind.mediaType === mediaType)?.[0]
}
