import { addressOf, cellAt } from './sheet.ts'

/** Texts and names of sheets in quotes, addresses, and names of functions and ranges, which are no addresses. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|[\p{L}_\\][\p{L}\d_.]*\(|\$?[A-Za-z]{1,3}\$?\d{1,7}(?![\p{L}\d_(])|[\p{L}_\\][\p{L}\d_.]*/gu

/** The formula as it reads some rows below and columns to the right: addresses move, those fixed with $ do not. */
export function shiftFormula(formula: string, down: number, right: number): string {
  return formula.replace(PIECES, (piece) => {
    const parts = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/.exec(piece)
    const at = parts && cellAt(piece)
    if (!parts || !at) return piece
    const row = at.row + (parts[3] === '$' ? 0 : down)
    const column = at.column + (parts[1] === '$' ? 0 : right)
    if (row < 0 || column < 0) return '#REF!'
    const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(addressOf({ row, column })) ?? []
    return `${parts[1]}${letters}${parts[3]}${digits}`
  })
}
