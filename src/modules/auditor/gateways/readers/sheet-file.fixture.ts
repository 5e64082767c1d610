import { strToU8, zipSync } from 'fflate'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export type XlsxParts = {
  /** Content of each `worksheet`, by the sheet's name. */
  readonly sheets: Readonly<Record<string, string>>
  /** Further attributes of each `sheet` of the workbook. */
  readonly attributes?: Readonly<Record<string, string>>
  /** Content of the workbook behind its sheets. */
  readonly workbook?: string
  readonly styles?: string
  readonly strings?: string
  readonly more?: Readonly<Record<string, string | Uint8Array>>
}

function zipped(parts: Readonly<Record<string, string | Uint8Array | undefined>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).flatMap(([name, content]) =>
        content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]],
      ),
    ),
  )
}

/** An .xlsx file written by hand. */
export function xlsxFile({
  sheets,
  attributes = {},
  workbook = '',
  styles,
  strings,
  more = {},
}: XlsxParts): Uint8Array {
  const names = Object.keys(sheets)
  const listed = names.map((name, n) => `<sheet name="${name}" r:id="r${n}" ${attributes[name] ?? ''}/>`).join('')
  const relations = names.map((_, n) => `<Relationship Id="r${n}" Target="worksheets/sheet${n + 1}.xml"/>`).join('')
  return zipped({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed}</sheets>${workbook}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${relations}</Relationships>`,
    'xl/styles.xml': styles && `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/sharedStrings.xml': strings && `<sst xmlns="${MAIN}">${strings}</sst>`,
    ...Object.fromEntries(
      Object.values(sheets).map((content, n) => [
        `xl/worksheets/sheet${n + 1}.xml`,
        `<worksheet xmlns="${MAIN}">${content}</worksheet>`,
      ]),
    ),
    ...more,
  })
}

const ODF = ['office', 'table', 'text', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ')
const FO = 'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'

/** An .ods file written by hand: the tables, and its automatic styles. */
export function odsFile(
  tables: string,
  styles = '',
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  return zipped({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content ${ODF} ${FO}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  })
}

/** The content of a worksheet with these cells, by their addresses. */
export function sheetOf(cells: Readonly<Record<string, string | number>>): string {
  const rows = Map.groupBy(Object.entries(cells), ([address]) => Number(address.replace(/\D/g, '')))
  const written = [...rows].map(([row, entries]) => {
    const inside = entries.map(([address, value]) =>
      typeof value === 'number'
        ? `<c r="${address}"><v>${value}</v></c>`
        : `<c r="${address}" t="inlineStr"><is><t>${value}</t></is></c>`,
    )
    return `<row r="${row}">${inside.join('')}</row>`
  })
  return `<sheetData>${written.join('')}</sheetData>`
}
