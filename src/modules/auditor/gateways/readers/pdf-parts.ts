import type { Table } from '../../domain/document.ts'
import type { Line } from './pdf-words.ts'

/** A table or a line of running text, and where it begins on the page. */
export type PagePart =
  | { readonly kind: 'table'; readonly top: number; readonly bottom: number; readonly table: Table }
  | { readonly kind: 'line'; readonly top: number; readonly bottom: number; readonly line: Line }

/** A page read, its height in points. */
export type ReadPage = { readonly number: number; readonly height: number; readonly parts: readonly PagePart[] }
