import { type Attributes, visitXml, type XmlFault } from './xml.ts'

type Level = {
  start: number
  format: string
  /** `%1.%2.`: the numbers of the levels with what stands between them. */
  text: string
  /** `nothing`: the text follows the number without a gap. */
  gap: string
  /** Whether every number of the label is written in digits, whatever its own level says. */
  digits: boolean
  /** The level after which counting begins anew; each higher one when absent, none when 0. */
  restartAfter?: number
}

type Kind = { readonly levels: Map<number, Level>; styleLink?: string; styleOf?: string }
type List = { kind: string; readonly starts: Map<number, number>; readonly levels: Map<number, Level> }

export type Numbering = { readonly kinds: ReadonlyMap<string, Kind>; readonly lists: ReadonlyMap<string, List> }

/** The lists of `word/numbering.xml`; a document without that part has none. */
export function readNumbering(part: Uint8Array | undefined): Numbering | XmlFault {
  const kinds = new Map<string, Kind>()
  const lists = new Map<string, List>()
  const fault = part ? visitXml(part, collectorOf(kinds, lists)) : null
  return fault ?? { kinds, lists }
}

function collectorOf(kinds: Map<string, Kind>, lists: Map<string, List>) {
  let kind: Kind | null = null
  let list: List | null = null
  let overridden = 0
  let level: Level | null = null
  return {
    open(name: string, attributes: Attributes) {
      const value = attributes['w:val'] ?? ''
      if (name === 'w:abstractNum') {
        kind = { levels: new Map() }
        kinds.set(attributes['w:abstractNumId'] ?? '', kind)
      } else if (name === 'w:num') {
        list = { kind: '', starts: new Map(), levels: new Map() }
        lists.set(attributes['w:numId'] ?? '', list)
      } else if (name === 'w:abstractNumId' && list) list.kind = value
      else if (name === 'w:numStyleLink' && kind) kind.styleLink = value
      else if (name === 'w:styleLink' && kind) kind.styleOf = value
      else if (name === 'w:lvlOverride') overridden = Number(attributes['w:ilvl'] ?? 0)
      else if (name === 'w:startOverride') list?.starts.set(overridden, Number(value))
      else if (name === 'w:lvl') {
        level = { start: 1, format: 'decimal', text: '', gap: 'tab', digits: false }
        const into = list ?? kind
        into?.levels.set(Number(attributes['w:ilvl'] ?? 0), level)
      } else if (level) note(level, name, attributes)
    },
    close(name: string) {
      if (name === 'w:abstractNum') kind = null
      if (name === 'w:num') list = null
      if (name === 'w:lvl') level = null
    },
    text() {},
  }
}

function note(level: Level, name: string, attributes: Attributes): void {
  const value = attributes['w:val'] ?? ''
  if (name === 'w:start') level.start = Number(value)
  else if (name === 'w:numFmt') level.format = value
  else if (name === 'w:lvlText') level.text = value
  else if (name === 'w:suff') level.gap = value
  else if (name === 'w:isLgl') level.digits = value !== '0' && value !== 'false'
  else if (name === 'w:lvlRestart') level.restartAfter = Number(value)
}

/**
 * Counts the paragraphs of every list as Word does, and gives for each the label it prints, gap included; '' when it prints none.
 * Lists of one kind count on from each other, unless the list states its own start.
 */
export function labeller({ kinds, lists }: Numbering): (list: string, level: number) => string {
  const counts = new Map<Kind, Map<number, number>>()
  const begun = new Set<string>()
  const kindOf = (id: string): Kind | undefined => {
    const kind = kinds.get(id)
    if (!kind?.styleLink) return kind
    return [...kinds.values()].find(({ styleOf }) => styleOf === kind.styleLink) ?? kind
  }
  return (id, at) => {
    const list = lists.get(id)
    const kind = list && kindOf(list.kind)
    if (!list || !kind) return ''
    const levelAt = (number: number) => list.levels.get(number) ?? kind.levels.get(number)
    const level = levelAt(at)
    if (!level) return ''
    const count = counts.get(kind) ?? new Map<number, number>()
    counts.set(kind, count)
    const restart = begun.has(`${id}/${at}`) ? undefined : list.starts.get(at)
    begun.add(`${id}/${at}`)
    count.set(at, restart ?? (count.get(at) ?? level.start - 1) + 1)
    for (const deeper of count.keys()) if (deeper > at && restarts(levelAt(deeper), at)) count.delete(deeper)
    const printed = level.text.replace(/%(\d)/g, (_, digit: string) => {
      const other = levelAt(Number(digit) - 1)
      const value = count.get(Number(digit) - 1) ?? other?.start ?? 1
      return numeral(value, level.digits ? 'decimal' : (other?.format ?? 'decimal'))
    })
    const label = level.format === 'bullet' ? bullet(printed) : level.format === 'none' ? plain(printed) : printed
    return label === '' || level.gap === 'nothing' ? label : `${label} `
  }
}

function restarts(level: Level | undefined, after: number): boolean {
  return level?.restartAfter === undefined || (level.restartAfter !== 0 && after < level.restartAfter)
}

/** Signs of the fonts Symbol and Wingdings have no letter of their own: they are all bullets to the reader. */
function bullet(sign: string): string {
  return sign.replace(/[\uE000-\uF8FF]/g, '•')
}

function plain(text: string): string {
  return text.trim()
}

/** The number as a list writes it: `iv`, `d`, `04`. */
export function numeral(value: number, format: string): string {
  switch (format) {
    case 'lowerRoman':
      return roman(value)
    case 'upperRoman':
      return roman(value).toUpperCase()
    case 'lowerLetter':
      return letter(value)
    case 'upperLetter':
      return letter(value).toUpperCase()
    case 'decimalZero':
      return value >= 0 && value < 10 ? `0${value}` : `${value}`
    case 'none':
    case 'bullet':
      return ''
    default:
      return `${value}`
  }
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number): string {
  if (value < 1 || value > 32_767) return `${value}`
  let [rest, text] = [value, '']
  for (const [worth, sign] of ROMAN) {
    text += sign.repeat(Math.floor(rest / worth))
    rest %= worth
  }
  return text
}

/** a to z, then aa, bb, … as Word goes on. */
function letter(value: number): string {
  if (value < 1 || value > 780) return `${value}`
  return String.fromCodePoint(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)
}
