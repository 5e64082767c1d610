import { officeClock } from '#kernel/calendar.ts'
import { escaped } from './shown-text.ts'
import { type Hung, withMarks } from './word-marks.ts'
import { attributeOf, type WordParts, withChild, withRelation, withType, wordParts } from './word-parts.ts'
import { withParts } from './zip-splice.ts'

export const COMMENT_AUTHOR = 'Hải Đăng – kiểm tra báo cáo'
const INITIALS = 'HĐ'
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** A comment on a paragraph of a Word file: its lines, a label in bold before each. */
export type WordComment = Omit<Hung, 'id'> & {
  readonly lines: readonly { readonly label: string; readonly text: string }[]
}

/**
 * The Word file with these comments added to those it has, everything else as it was; `null` when it is none that comments can be
 * added to without changing the rest (no paragraph, not UTF-8, zip64).
 */
export async function withComments(
  original: Uint8Array,
  comments: readonly WordComment[],
  at: Date,
): Promise<Uint8Array | null> {
  if (comments.length === 0) return original
  const word = await wordParts(original)
  const replaced = word && commented(word, comments, at)
  return replaced && withParts(word.parts, replaced)
}

/** The parts of a Word file that change with these comments, or `null` when it has no paragraph to hang them on. */
export function commented(
  word: WordParts,
  comments: readonly WordComment[],
  at: Date,
): ReadonlyMap<string, Uint8Array> | null {
  const ids = freeIds(word, comments.length)
  const numbered = comments.map((comment, index) => ({ ...comment, id: ids[index] ?? index }))
  const document = withMarks(word.document.xml, numbered, declaration(word.document.xml))
  if (document === null) return null
  const written = numbered.map(({ lines, id }) => commentXml(id, lines, at))
  const types = withType(word)
  const replaced = [
    [word.document.name, document],
    [word.comments.name, commentsPart(word, written.join(''))],
    ...(types === word.types.xml ? [] : [[word.types.name, types] as const]),
    ...(word.comments.xml === null ? [[word.relations.name, relationsOf(word)] as const] : []),
  ] as const
  const encoder = new TextEncoder()
  return new Map(replaced.map(([name, xml]) => [name, encoder.encode(xml)]))
}

/** A relationship may already lead to comments that are not there. */
function relationsOf(word: WordParts): string {
  return /\/relationships\/comments["']/.test(word.relations.xml) ? word.relations.xml : withRelation(word)
}

const COMMENT_TAG = /<(?:[\w.-]+:)?comment(?:RangeStart|RangeEnd|Reference)?(?=[\s/])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/g

/** The lowest numbers that no comment of the file has. */
function freeIds({ document, comments }: WordParts, count: number): readonly number[] {
  const taken = new Set<number>()
  for (const xml of [document.xml, comments.xml ?? ''])
    for (const [, attributes = ''] of xml.matchAll(COMMENT_TAG)) {
      const id = /:id\s*=\s*["'](\d+)/.exec(attributes)?.[1] ?? attributeOf(attributes, 'id')
      if (id !== undefined) taken.add(Number(id))
    }
  const free: number[] = []
  for (let id = 1; free.length < count; id++) if (!taken.has(id)) free.push(id)
  return free
}

/** What an added element must say so that `w:` means the same in it as the root's own prefix does: mostly nothing. */
function declaration(xml: string): string {
  const root = /<((?:[\w.-]+:)?)(?:document|comments)(?=[\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>/.exec(xml)
  const prefix = root?.[1] ?? 'w:'
  if (prefix === 'w:') return ''
  const name = prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`
  return ` xmlns:w="${attributeOf(root?.[2] ?? '', name) ?? MAIN}"`
}

function commentsPart({ comments, strict }: WordParts, added: string): string {
  const namespace = strict ? 'http://purl.oclc.org/ooxml/wordprocessingml/main' : MAIN
  const xml =
    comments.xml ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`
  const declared = declaration(xml)
  return withChild(xml, 'comments', () => added.replaceAll('<w:comment ', `<w:comment${declared} `))
}

/** Their own look, so that the report's styles (first-line indent, 14 points) do not reach into comments. */
const PARAGRAPH =
  '<w:pPr><w:spacing w:before="0" w:after="40" w:line="240" w:lineRule="auto"/><w:ind w:left="0" w:right="0" w:firstLine="0"/><w:jc w:val="left"/></w:pPr>'

/** Word shows the written hour as it stands, whatever zone it names. */
function commentXml(id: number, lines: WordComment['lines'], at: Date): string {
  const said = lines.map(({ label, text }, index) => {
    const first = index === 0 ? '<w:r><w:annotationRef/></w:r>' : ''
    return `<w:p>${PARAGRAPH}${first}${run(label, true)}${run(text === '' || label === '' ? text : `: ${text}`, false)}</w:p>`
  })
  return `<w:comment w:id="${id}" w:author="${COMMENT_AUTHOR}" w:date="${officeClock(at)}Z" w:initials="${INITIALS}">${said.join('')}</w:comment>`
}

function run(text: string, bold: boolean): string {
  if (text === '') return ''
  const look = `<w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="20"/></w:rPr>`
  return `<w:r>${look}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}
