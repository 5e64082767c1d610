import type { ParagraphOffsets } from '../gateways/readers/docx-offsets.ts'

/** Words of a paragraph that a comment is about. */
export type MeantWords = {
  readonly text: string
  /** Where they stand in their line, as it was read. */
  readonly from: number
  /** Lines of the same cell above theirs: each may be a paragraph of its own. */
  readonly linesAbove: number
}

/** A place between two characters of a paragraph where a mark may stand, if need be by dividing a run in two. */
export type Cut = {
  /** Character of the document's XML. */
  readonly at: number
  /** What must stand before and behind the mark there: nothing between two runs. */
  readonly before: string
  readonly behind: string
  /** Where ` xml:space="preserve"` is added, so that the first half keeps the space it ends with. */
  readonly preserve: number | null
}

/**
 * The two cuts around these words among the letters of a paragraph, the occurrence nearest to where they were read; `null` when they are not found as
 * they are (a field, a picture, letters composed otherwise): then the comment is about the whole paragraph.
 */
export function cutsAround(
  xml: string,
  letters: readonly Letter[],
  words: Pick<MeantWords, 'text' | 'from'>,
): readonly [from: Cut, to: Cut] | null {
  if (words.text.trim() === '') return null
  const text = letters.map(({ said }) => said).join('')
  let best = -1
  for (let at = text.indexOf(words.text); at >= 0; at = text.indexOf(words.text, at + 1))
    if (best < 0 || Math.abs(at - words.from) < Math.abs(best - words.from)) best = at
  const first = letterAt(letters, best)
  const last = letterAt(letters, best + words.text.length - 1)
  if (best < 0 || !first || !last) return null
  return [cutBefore(xml, first), cutBehind(xml, last)]
}

type Run = {
  readonly tag: string
  readonly start: number
  /** Its `w:rPr`, repeated in the second half of a divided run. */
  properties: string
  /** Behind the properties. */
  content: number
  /** The `<` of its end tag. */
  readonly end: number
}

export type Letter = {
  /** One character, however it is written (`&amp;`); tabs and line breaks too. */
  readonly said: string
  readonly from: number
  readonly to: number
  readonly run: Run
  /** The `>` of the `w:t` around it; `null` for a tab or line break, which is an element of its own. */
  readonly tagEnd: number | null
  readonly preserved: boolean
}

function letterAt(letters: readonly Letter[], unit: number): Letter | undefined {
  let left = unit
  for (const letter of letters) {
    if (left < letter.said.length) return left < 0 ? undefined : letter
    left -= letter.said.length
  }
  return undefined
}

/** Before the run when nothing is said in it before the letter. */
function cutBefore(xml: string, letter: Letter): Cut {
  const { run, from } = letter
  const silent = !/<(?:[\w.-]+:)?(?:tab|br|cr)\b|>[^<]/.test(xml.slice(run.content, from))
  return silent ? { at: run.start, before: '', behind: '', preserve: null } : divided(letter, from)
}

/** Behind the run when nothing stands in it behind the letter. */
function cutBehind(xml: string, letter: Letter): Cut {
  const { run, to } = letter
  if (!/^(?:<\/[^>]*>)?$/.test(xml.slice(to, run.end))) return divided(letter, to)
  return { at: xml.indexOf('>', run.end) + 1, before: '', behind: '', preserve: null }
}

function divided({ run, tagEnd, preserved }: Letter, at: number): Cut {
  const prefix = /^<((?:[\w.-]+:)?)/.exec(run.tag)?.[1] ?? ''
  const [close, open] = [`</${prefix}r>`, run.tag + run.properties]
  if (tagEnd === null) return { at, before: close, behind: open, preserve: null }
  return {
    at,
    before: `</${prefix}t>${close}`,
    behind: `${open}<${prefix}t xml:space="preserve">`,
    preserve: preserved ? null : tagEnd,
  }
}

const TOKEN = (prefix: string) =>
  new RegExp(
    `<(/?)(${prefix}(?:rPr|r|t|tab|br|cr|p)|[\\w.-]+:(?:AlternateContent|drawing|pict|object))(?=[\\s/>])((?:[^<>"']|"[^"<]*"|'[^'<]*')*)>`,
    'g',
  )

/** The characters of a paragraph in their runs; none when it holds a picture or text box, for nothing is divided there. */
export function lettersOf(xml: string, { start, contentStart, end }: ParagraphOffsets): readonly Letter[] {
  const prefix = /^<((?:[\w.-]+:)?)p/.exec(xml.slice(start, start + 80))?.[1] ?? 'w:'
  const letters: Letter[] = []
  let run: Run | undefined
  let depth = 0
  for (const match of xml.slice(contentStart, end).matchAll(TOKEN(prefix))) {
    const [tag, slash, name = '', attributes = ''] = match
    const at = contentStart + match.index
    const behind = at + tag.length
    const element = name.slice(name.indexOf(':') + 1)
    const whole = attributes.endsWith('/')
    if (/^(?:AlternateContent|drawing|pict|object|p)$/.test(element)) return []
    if (element === 'r' && !whole) {
      const close = xml.indexOf(`</${prefix}r>`, at)
      run = slash || close < 0 ? undefined : { tag, start: at, properties: '', content: behind, end: close }
    } else if (!run) continue
    else if (element === 'rPr') {
      // A tracked change keeps the older properties inside the new ones.
      depth += whole ? 0 : slash ? -1 : 1
      if (depth === 0) {
        run.properties = xml.slice(run.start + run.tag.length, behind)
        run.content = behind
      }
    } else if (slash) continue
    else if (element === 't') letters.push(...(whole ? [] : written(xml, behind, run, attributes)))
    else
      letters.push({ said: element === 'tab' ? '\t' : '\n', from: at, to: behind, run, tagEnd: null, preserved: true })
  }
  return letters
}

const CHARACTER = /&(?:#\d+|#x[\da-f]+|\w+);|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/gi

function written(xml: string, behind: number, run: Run, attributes: string): Letter[] {
  const text = xml.slice(behind, xml.indexOf('<', behind))
  const preserved = attributes.includes('xml:space')
  return Array.from(text.matchAll(CHARACTER), ({ 0: letter, index }) => ({
    said: character(letter),
    from: behind + index,
    to: behind + index + letter.length,
    run,
    tagEnd: behind - 1,
    preserved,
  }))
}

const NAMED: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" }

function character(letter: string): string {
  if (letter.length < 3) return letter
  const [, hex, decimal] = /^&#(?:x([\da-f]+)|(\d+));$/i.exec(letter) ?? []
  if (hex === undefined && decimal === undefined) return NAMED[letter] ?? letter
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code <= 0x10ffff ? String.fromCodePoint(code) : letter
}
