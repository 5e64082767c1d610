import { fold } from '#kernel/text.ts'
import { type Attributes, visitXml, type XmlFault } from './xml.ts'

/** What a style says about the text that wears it, its ancestors' word included. */
export type Style = {
  /** 1 the highest. */
  readonly heading?: number
  readonly bold?: boolean
  readonly hidden?: boolean
  readonly numbering?: { readonly list: string; readonly level: number }
  /** Of its letters; '' when the theme of the document names it. */
  readonly font?: string
  /** A line of a table of contents: Word makes it from the headings. */
  readonly contents?: boolean
}

export type Styles = {
  /** The style of a paragraph that names `id`, or names none. */
  ofParagraph(id: string | undefined): Style
  ofRun(id: string | undefined): Style
  /** Of text that names none, nor does any style of it. */
  readonly font: string | undefined
}

type Written = {
  readonly id: string
  readonly type: string
  name: string
  parent?: string
  outline?: number
  bold?: boolean
  hidden?: boolean
  list?: string
  level?: number
  font?: string
}

/** The styles of `word/styles.xml`; a document without that part has none. */
export function readStyles(part: Uint8Array | undefined): Styles | XmlFault {
  const written = new Map<string, Written>()
  const defaults: Defaults = { style: undefined, font: undefined }
  const fault = part ? visitXml(part, collectorOf(written, defaults)) : null
  if (fault) return fault
  const known = new Map<string, Style>()
  const styleOf = (id: string | undefined): Style => {
    if (id === undefined) return {}
    const found = known.get(id) ?? resolved(id, written)
    known.set(id, found)
    return found
  }
  return {
    ofParagraph: (id) => styleOf(id !== undefined && written.has(id) ? id : defaults.style),
    ofRun: styleOf,
    font: defaults.font,
  }
}

type Defaults = { style: string | undefined; font: string | undefined }

function collectorOf(written: Map<string, Written>, defaults: Defaults) {
  let style: Written | null = null
  let changes = 0
  return {
    open(name: string, attributes: Attributes) {
      if (name.endsWith('Change')) changes++
      if (changes > 0) return
      if (name === 'w:style') {
        style = { id: attributes['w:styleId'] ?? '', type: attributes['w:type'] ?? 'paragraph', name: '' }
        written.set(style.id, style)
        if (style.type === 'paragraph' && isOn(attributes['w:default'] ?? '0')) defaults.style = style.id
      } else if (style) note(style, name, attributes)
      else if (name === 'w:rFonts') defaults.font = fontIn(attributes)
    },
    close(name: string) {
      if (name.endsWith('Change')) changes--
      if (name === 'w:style') style = null
    },
    text() {},
  }
}

function note(style: Written, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:name') style.name = value
  else if (name === 'w:basedOn') style.parent = value
  else if (name === 'w:outlineLvl') style.outline = Number(value)
  else if (name === 'w:b') style.bold = isOn(attributes['w:val'])
  else if (name === 'w:vanish') style.hidden = isOn(attributes['w:val'])
  else if (name === 'w:numId') style.list = value
  else if (name === 'w:ilvl') style.level = Number(value)
  else if (name === 'w:rFonts') {
    const font = fontIn(attributes)
    if (font !== undefined) style.font = font
  }
}

/** The font of letters beyond ASCII. */
export function fontIn(attributes: Attributes): string | undefined {
  const isTheme = attributes['w:hAnsiTheme'] !== undefined || attributes['w:asciiTheme'] !== undefined
  return attributes['w:hAnsi'] ?? attributes['w:ascii'] ?? (isTheme ? '' : undefined)
}

/** Word's on and off: a property without a value is on. */
export function isOn(value: string | undefined): boolean {
  return value === undefined || !/^(?:0|false|off|none)$/i.test(value)
}

function resolved(id: string, written: ReadonlyMap<string, Written>): Style {
  const line: Written[] = []
  for (let at = written.get(id); at && !line.includes(at); at = written.get(at.parent ?? '')) line.push(at)
  const first = <K extends keyof Written>(key: K) => line.find((style) => style[key] !== undefined)?.[key]
  const heading = headingOf(first('outline'), line)
  const list = first('list')
  const bold = first('bold')
  const hidden = first('hidden')
  const font = first('font')
  return {
    ...(heading !== undefined && { heading }),
    ...(bold !== undefined && { bold }),
    ...(hidden !== undefined && { hidden }),
    ...(font !== undefined && { font }),
    ...(list !== undefined && list !== '0' && { numbering: { list, level: first('level') ?? 0 } }),
    ...(line.some(({ name }) => /^(?:toc|muc luc) ?\d$/.test(fold(name))) && { contents: true }),
  }
}

/** By the outline level (0 to 8; 9 is body text), else by the name that Word or a Vietnamese template gives. */
function headingOf(outline: number | undefined, line: readonly Written[]): number | undefined {
  if (outline !== undefined) return outline >= 0 && outline <= 8 ? outline + 1 : undefined
  for (const { name } of line) {
    const folded = fold(name)
    if (/^(?:title|tieu de)$/.test(folded)) return 1
    const level = /^(?:heading|tieu de|de muc|dau de) ?([1-9])$/.exec(folded)?.[1]
    if (level) return Number(level)
  }
  return undefined
}
