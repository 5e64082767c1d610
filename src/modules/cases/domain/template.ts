// Words of messages with places to fill. Only these places exist, they are filled in one pass, and what fills them is never read again: a name
// that looks like a place stays a name.

export const PLACES = ['code', 'secret', 'name', 'title', 'procedure', 'unit', 'due', 'reason', 'fee', 'link'] as const
export type Place = (typeof PLACES)[number]
export type Filling = Readonly<Record<Place, string>>

const PLACE = /\{([^{}\n]*)\}/g

/** Names in braces that are not places. */
export function unknownPlaces(text: string): string[] {
  const known: readonly string[] = PLACES
  return [...new Set([...text.matchAll(PLACE)].map(([, name]) => name ?? ''))].filter((name) => !known.includes(name))
}

/** The text with its places filled; each value on one line, without what a printer or a mail header would act on. */
export function fill(text: string, filling: Filling): string {
  return text.replaceAll(PLACE, (whole, name: string) =>
    Object.hasOwn(filling, name) ? oneLine(filling[name as Place]) : whole,
  )
}

/** Text on one line: control characters and marks that turn the direction of writing become spaces. */
export function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
}

const ALPHABET = /^[\n\r !"#$%&'()*+,\-./0-9:;<=>?@A-Z_a-z]*$/

/** Letters without marks, for text messages of the old alphabet. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}+/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[–—]/g, '-')
}

/** How many text messages a text is billed as: 160 letters of the old alphabet or 70 others in one, 153 or 67 in each of several. */
export function smsParts(text: string): number {
  const old = ALPHABET.test(text)
  const length = text.length
  if (length <= (old ? 160 : 70)) return 1
  return Math.ceil(length / (old ? 153 : 67))
}
