import { isOn } from './docx-styles.ts'
import { patternOf } from './number-format.ts'
import { type Attributes, visitXml, type XmlFault } from './xml.ts'

/** How cells of one format print. */
export type CellFormat = { readonly pattern: string; readonly bold: boolean; readonly font: string | undefined }

/** The formats that cells name by their index in `xl/styles.xml`. */
export function readFormats(part: Uint8Array | undefined): CellFormat[] | XmlFault {
  const own = new Map<number, string>()
  const fonts: Font[] = []
  const formats: CellFormat[] = []
  const path: string[] = []
  const open = (name: string, attributes: Attributes) => {
    const parent = path.at(-1)
    if (name === 'x:numFmt') own.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? 'General')
    else if (name === 'x:font' && parent === 'x:fonts') fonts.push({ bold: false, name: undefined })
    else if (parent === 'x:font' && path.at(-2) === 'x:fonts') noteFont(fonts.at(-1), name, attributes)
    else if (name === 'x:xf' && parent === 'x:cellXfs')
      formats.push(formatOf(attributes, own, fonts[Number(attributes['fontId'] ?? 0)]))
    path.push(name)
  }
  const fault = part ? visitXml(part, { open, close: () => path.pop(), text: () => {} }) : null
  return fault ?? formats
}

type Font = { bold: boolean; name: string | undefined }

function noteFont(font: Font | undefined, name: string, attributes: Attributes): void {
  if (font && name === 'x:b') font.bold = isOn(attributes['val'])
  else if (font && name === 'x:name') font.name = attributes['val']
}

function formatOf(attributes: Attributes, own: ReadonlyMap<number, string>, font: Font | undefined): CellFormat {
  return {
    pattern: patternOf(Number(attributes['numFmtId'] ?? 0), own),
    bold: font?.bold ?? false,
    font: font?.name,
  }
}

/** The texts that cells share, by index: formatting taken off, reading aids for Chinese signs left out. */
export function readStrings(part: Uint8Array | undefined): string[] | XmlFault {
  const strings: string[] = []
  let text = ''
  let aids = 0
  let isText = false
  const fault = part
    ? visitXml(part, {
        open(name) {
          if (name === 'x:si') text = ''
          else if (name === 'x:rPh') aids++
          isText = name === 'x:t' && aids === 0
        },
        close(name) {
          if (name === 'x:si') strings.push(unescaped(text))
          else if (name === 'x:rPh') aids--
          isText = false
        },
        text(piece) {
          if (isText) text += piece
        },
      })
    : null
  return fault ?? strings
}

/** Excel writes signs that XML does not know as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

export type Workbook = {
  readonly sheets: readonly { readonly name: string; readonly relation: string; readonly hidden: boolean }[]
  /** Days are counted from 1904, as Excel on the Macintosh did. */
  readonly from1904: boolean
  /** The last row (from 0) printed on top of every page, by the sheet's index. */
  readonly repeatedTo: ReadonlyMap<number, number>
}

/** The sheets of `xl/workbook.xml`, in the order in which they stand. */
export function readWorkbook(part: Uint8Array): Workbook | XmlFault {
  const sheets: Workbook['sheets'][number][] = []
  const repeatedTo = new Map<number, number>()
  let from1904 = false
  let titled: number | null = null
  let text = ''
  const fault = visitXml(part, {
    open(name, attributes) {
      text = ''
      if (name === 'x:sheet') {
        const hidden = /^(?:hidden|veryHidden)$/.test(attributes['state'] ?? '')
        sheets.push({ name: attributes['name'] ?? '', relation: attributes['r:id'] ?? '', hidden })
      } else if (name === 'x:workbookPr') from1904 = isOn(attributes['date1904'] ?? '0')
      else if (name === 'x:definedName' && attributes['name'] === '_xlnm.Print_Titles')
        titled = Number(attributes['localSheetId'] ?? 0)
    },
    close(name) {
      const rows = /\$(\d+):\$(\d+)(?:,|$)/.exec(text.trim())
      if (name === 'x:definedName' && titled !== null && rows) repeatedTo.set(titled, Number(rows[2]) - 1)
      if (name === 'x:definedName') titled = null
    },
    text(piece) {
      text += piece
    },
  })
  return fault ?? { sheets, from1904, repeatedTo }
}

/** Which part each relation of the workbook leads to. */
export function readRelations(part: Uint8Array | undefined, folder: string): Map<string, string> | XmlFault {
  const targets = new Map<string, string>()
  const open = (name: string, attributes: Attributes) => {
    const target = attributes['Target']
    if (name !== 'rel:Relationship' || target === undefined || attributes['TargetMode'] === 'External') return
    targets.set(attributes['Id'] ?? '', target.startsWith('/') ? target.slice(1) : folder + target)
  }
  const fault = part ? visitXml(part, { open, close: () => {}, text: () => {} }) : null
  return fault ?? targets
}
