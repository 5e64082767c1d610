import { escaped } from './shown-text.ts'
import type { WordParts } from './word-parts.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** A Word file written by hand: the parts that comments touch, and the others. */
export type WordPackage = { readonly word: WordParts; readonly others: ReadonlyMap<string, Uint8Array> }

/**
 * A Word file around this body: Times New Roman, four headings, page numbers below. Written by hand because the objects of the `docx`
 * library take seconds and a gigabyte for a report of 500 tables.
 */
export function wordPackage({ title, body, at }: { title: string; body: string; at: Date }): WordPackage {
  const encoder = new TextEncoder()
  const other = (name: string, xml: string) => [name, encoder.encode(XML + xml)] as const
  const document = `${XML}<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body}</w:body></w:document>`
  return {
    word: {
      parts: [],
      document: { name: 'word/document.xml', xml: document },
      relations: { name: 'word/_rels/document.xml.rels', xml: XML + DOCUMENT_RELATIONS },
      types: { name: '[Content_Types].xml', xml: XML + CONTENT_TYPES },
      comments: { name: 'word/comments.xml', xml: null },
      strict: false,
    },
    others: new Map([
      other('[Content_Types].xml', CONTENT_TYPES),
      other('_rels/.rels', ROOT_RELATIONS),
      other('word/_rels/document.xml.rels', DOCUMENT_RELATIONS),
      other('word/styles.xml', STYLES),
      other('word/footer1.xml', FOOTER),
      other('docProps/core.xml', core(title, at)),
    ]),
  }
}

const override = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
const CONTENT_TYPES = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  override('word/document.xml', `${TYPE}.document.main+xml`),
  override('word/styles.xml', `${TYPE}.styles+xml`),
  override('word/footer1.xml', `${TYPE}.footer+xml`),
  override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
  '</Types>',
].join('')

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
const relations = (list: readonly string[]) =>
  `<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`
const ROOT_RELATIONS = relations([
  relation('rIdDocument', `${OFFICE}/officeDocument`, 'word/document.xml'),
  relation('rIdCore', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
])
const DOCUMENT_RELATIONS = relations([
  relation('rIdStyles', `${OFFICE}/styles`, 'styles.xml'),
  relation('rIdFooter', `${OFFICE}/footer`, 'footer1.xml'),
])

/** Sizes in half-points: text 13 pt as official documents have it. */
const heading = (level: number) =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:spacing w:before="200" w:after="100"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/>${level > 2 ? '<w:i/>' : ''}<w:sz w:val="${level === 1 ? 28 : 26}"/></w:rPr></w:style>`
const STYLES = [
  `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>`,
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/>',
  '<w:sz w:val="26"/><w:szCs w:val="26"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>',
  '<w:pPrDefault><w:pPr><w:spacing w:before="60" w:after="60" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  ...[1, 2, 3, 4].map(heading),
  '</w:styles>',
].join('')

const FOOTER = `<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="20"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>`

function core(title: string, at: Date): string {
  const created = `<dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString().slice(0, 19)}Z</dcterms:created>`
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>Hải Đăng</dc:creator>${created}</cp:coreProperties>`
}
