/** Markup that is safe to send: made by `html` alone, which escapes whatever stands in it. */
export type Html = { readonly markup: string }

/** What may stand in a piece of markup; `null`, `false` and `undefined` stand for nothing. */
export type Piece = Html | string | number | null | false | undefined | readonly Piece[]

/**
 * Markup with values in it. A value is text unless `html` made it, so nothing anybody typed becomes markup, in an element or in a quoted
 * attribute. An attribute without quotes is not for values.
 */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return { markup: strings.map((text, place) => text + (place < pieces.length ? written(pieces[place]) : '')).join('') }
}

function written(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return ''
  if (typeof piece === 'string' || typeof piece === 'number') return escaped(String(piece))
  return isHtml(piece) ? piece.markup : piece.map(written).join('')
}

const isHtml = (piece: Html | readonly Piece[]): piece is Html => !Array.isArray(piece)

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (letter) => ENTITIES[letter] ?? '')

/** A value as the content of a data element (`application/ld+json`): no text in it can end the element. */
export function jsonInElement(value: unknown): Html {
  return {
    markup: JSON.stringify(value)
      .replaceAll('<', '\\u003c')
      .replaceAll('\u2028', '\\u2028')
      .replaceAll('\u2029', '\\u2029'),
  }
}
