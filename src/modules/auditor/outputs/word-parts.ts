import { posix } from 'node:path'
import { unpack, type ZipPart, zipParts } from './zip-splice.ts'

/** A Word file taken apart as far as comments need it. */
export type WordParts = {
  readonly parts: readonly ZipPart[]
  readonly document: Part
  readonly relations: Part
  readonly types: Part
  /** Where the comments stand or will stand; `null` text when there are none yet. */
  readonly comments: { readonly name: string; readonly xml: string | null }
  /** Strict files name everything by other addresses. */
  readonly strict: boolean
}

type Part = { readonly name: string; readonly xml: string }

const TYPES = '[Content_Types].xml'
const STRICT = 'http://purl.oclc.org/ooxml/'
const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'

/** The parts of a Word file that comments touch, or `null` when it is none we can add to without changing the rest. */
export async function wordParts(bytes: Uint8Array): Promise<WordParts | null> {
  const parts = zipParts(bytes)
  if (!parts) return null
  const byName = new Map(parts.map((part) => [part.name, part]))
  const read = async (name: string) => {
    const part = byName.get(name)
    return part ? utf8(await unpack(part)) : null
  }
  const types = await read(TYPES)
  const main = target((await read('_rels/.rels')) ?? '', 'officeDocument', '') ?? 'word/document.xml'
  const xml = await read(main)
  if (types === null || xml === null) return null
  const relationsName = posix.join(posix.dirname(main), '_rels', `${posix.basename(main)}.rels`)
  const relations = byName.has(relationsName) ? await read(relationsName) : NO_RELATIONS
  if (relations === null) return null
  const name = target(relations, 'comments', posix.dirname(main))
  const comments = name !== null && byName.has(name) ? await read(name) : null
  if (name !== null && byName.has(name) && comments === null) return null
  return {
    parts,
    document: { name: main, xml },
    relations: { name: relationsName, xml: relations },
    types: { name: TYPES, xml: types },
    comments: { name: name ?? freeName(byName, posix.dirname(main)), xml: comments },
    strict: relations.includes(STRICT) || xml.slice(0, 4000).includes(STRICT),
  }
}

/** The text of a UTF-8 part, a byte order mark kept; `null` for every other encoding. */
function utf8(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    const encoding = /^\ufeff?<\?xml[^>]*\sencoding\s*=\s*["']([^"']*)/.exec(text)?.[1]
    return encoding === undefined || /^(utf-?8|us-ascii)$/i.test(encoding) ? text : null
  } catch {
    return null
  }
}

function freeName(taken: ReadonlyMap<string, unknown>, folder: string): string {
  const candidates = ['comments.xml', ...Array.from({ length: 100 }, (_, index) => `comments${index + 1}.xml`)]
  return posix.join(
    folder,
    candidates.find((name) => !taken.has(posix.join(folder, name))) ?? 'comments-of-hai-dang.xml',
  )
}

const RELATION = /<(?:[\w.-]+:)?Relationship(?=[\s/])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g

/** The part that a relationship of this kind leads to, as a name in the zip file. */
function target(relations: string, kind: string, folder: string): string | null {
  for (const [, attributes = ''] of relations.matchAll(RELATION)) {
    if (!attributeOf(attributes, 'Type')?.endsWith(`/relationships/${kind}`)) continue
    const to = attributeOf(attributes, 'Target')
    if (to) return to.startsWith('/') ? to.slice(1) : posix.join(folder, to)
  }
  return null
}

/** The value of an attribute without a prefix. */
export function attributeOf(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found?.[1] ?? found?.[2]
}

/** The relationships with one more, to the comments. */
export function withRelation({ relations, document, comments, strict }: WordParts): string {
  const at = posix.relative(posix.dirname(document.name), comments.name)
  const base = strict ? `${STRICT}officeDocument` : 'http://schemas.openxmlformats.org/officeDocument/2006'
  let id = 'rIdHaiDang'
  while (relations.xml.includes(`"${id}"`) || relations.xml.includes(`'${id}'`)) id += '1'
  const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships'
  return withChild(relations.xml, 'Relationships', (prefix) => {
    const declared = prefix === '' ? '' : ` xmlns="${namespace}"`
    return `<Relationship${declared} Id="${id}" Type="${base}/relationships/comments" Target="${at}"/>`
  })
}

/** The list of content types with the comments in it. */
export function withType({ types, comments }: WordParts): string {
  if (types.xml.includes(`"/${comments.name}"`) || types.xml.includes(`'/${comments.name}'`)) return types.xml
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'
  return withChild(types.xml, 'Types', (prefix) => {
    const declared = prefix === '' ? '' : ' xmlns="http://schemas.openxmlformats.org/package/2006/content-types"'
    return `<Override${declared} PartName="/${comments.name}" ContentType="${type}"/>`
  })
}

/** The document with a last child added to its root element, which may have been empty; `child` is told the root's prefix (`w:`). */
export function withChild(xml: string, root: string, child: (prefix: string) => string): string {
  const closing = [...xml.matchAll(new RegExp(`</((?:[\\w.-]+:)?)${root}\\s*>`, 'g'))].at(-1)
  if (closing) return xml.slice(0, closing.index) + child(closing[1] ?? '') + xml.slice(closing.index)
  return xml.replace(
    new RegExp(`<((?:[\\w.-]+:)?)${root}((?:[^<>"']|"[^"<]*"|'[^'<]*')*)/>`),
    (_, prefix: string, attributes: string) => `<${prefix}${root}${attributes}>${child(prefix)}</${prefix}${root}>`,
  )
}
