/** A cell as a file holds it. `formula` cells are never computed: their text is the formula itself. */
export type GridCell = { readonly kind: 'text' | 'number' | 'formula' | 'error'; readonly text: string }

/** A row of a file; `number` is what the reader sees beside it, from 1. Empty cells are undefined. */
export type GridRow = { readonly number: number; readonly cells: readonly (GridCell | undefined)[] }

/** `A`, `B` … `AA`, from 0. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** The place of a column's letters, from 0. */
export function columnIndex(name: string): number {
  return Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
