/** What neither XML 1.0 nor a printer takes (control characters, halves of pairs, non-characters), and marks that turn the direction of what follows. */
const UNPRINTABLE = /(?![\t\n])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|\p{Bidi_Control}|\ufeff/gu

/** Text of others as it may be shown or stored anywhere: without control characters and direction marks, line ends as `\n`. */
export function printable(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '')
}

/** The text on one line, cut at `most` characters with `…`. */
export function oneLine(text: string, most: number): string {
  return cut(printable(text).replace(/\s+/g, ' ').trim(), most)
}

/** The text cut at `most` characters with `…`; no letter is cut in halves. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\ud800-\udbff]/.test(text[most - 2] ?? '') ? most - 2 : most - 1
  return `${text.slice(0, end).trimEnd()}…`
}

/** The text for XML and HTML: content of an element or of a quoted attribute. */
export function escaped(text: string): string {
  return printable(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}
