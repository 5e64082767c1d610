/** Where one `w:p` of a Word part stands, in characters of the part's text. */
export type ParagraphOffsets = {
  /** At the `<` of its opening tag. */
  readonly start: number
  /** Behind the opening tag and the paragraph's properties (`w:pPr`): where the first run may stand. */
  readonly contentStart: number
  /** At the `<` of its closing tag: behind the last run. The same as `contentStart` for `<w:p/>`. */
  readonly end: number
  /** `<w:p/>` without content: both `contentStart` and `end` are at its `/`, and the tag must be opened to put anything in. */
  readonly selfClosed: boolean
}

type Open = { readonly start: number; contentStart: number; readonly index: number }

/**
 * Every `w:p` of the part in document order, nested ones (text boxes, both ways in which Word keeps them) too: the paragraph with
 * `origin.wordParagraph` n is the one at index n - 1. The text must be well-formed XML, as a part is that was read before.
 */
export function paragraphOffsets(documentXml: string): readonly ParagraphOffsets[] {
  const found: ParagraphOffsets[] = []
  const open: Open[] = []
  const name = paragraphName(documentXml)
  let count = 0
  for (const tag of tagsOf(documentXml, name)) {
    if (tag.name === name) {
      if (tag.closing) {
        const paragraph = open.pop()
        if (paragraph)
          found[paragraph.index] = {
            start: paragraph.start,
            contentStart: paragraph.contentStart,
            end: tag.start,
            selfClosed: false,
          }
      } else if (tag.selfClosed) {
        found[count++] = { start: tag.start, contentStart: tag.end - 2, end: tag.end - 2, selfClosed: true }
      } else open.push({ start: tag.start, contentStart: tag.end, index: count++ })
    } else if (tag.name === `${name}Pr` && (tag.closing || tag.selfClosed)) {
      const paragraph = open.at(-1)
      if (paragraph) paragraph.contentStart = tag.end
    }
  }
  return found
}

/** `w:p`, or what the file's own prefix for Word's namespace makes of it. */
export function paragraphName(documentXml: string): string {
  const declared =
    /\sxmlns(?::([\w.-]+))?\s*=\s*["']http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)["']/.exec(
      documentXml.slice(0, 20_000),
    )
  if (!declared) return 'w:p'
  return declared[1] === undefined ? 'p' : `${declared[1]}:p`
}

type Tag = {
  readonly name: string
  readonly start: number
  readonly end: number
  readonly closing: boolean
  readonly selfClosed: boolean
}

/**
 * The tags of this element and of its properties; comments, CDATA and processing instructions are passed over. No tag of well-formed
 * XML holds a `<`, so one search finds them all, ten times as fast as looking at every tag.
 */
function* tagsOf(xml: string, name: string): Generator<Tag> {
  const tags = new RegExp(
    `<!--[\\s\\S]*?-->|<!\\[CDATA\\[[\\s\\S]*?\\]\\]>|<\\?[\\s\\S]*?\\?>|<(/?)(${name.replaceAll('.', '\\.')}(?:Pr)?)(?=[\\s/>])(?:[^<>"']|"[^"<]*"|'[^'<]*')*>`,
    'g',
  )
  for (const found of xml.matchAll(tags)) {
    const [tag, slash, called] = found
    if (called === undefined) continue
    const start = found.index
    yield { name: called, start, end: start + tag.length, closing: slash === '/', selfClosed: tag.endsWith('/>') }
  }
}
