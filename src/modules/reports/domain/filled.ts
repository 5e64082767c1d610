import type { Period } from '#kernel/period.ts'
import type { Figure, FigureState } from './figure.ts'

/** A stretch of text; `figure` names the number it prints, `missing` that the number is not there yet. */
export type Run = {
  readonly text: string
  readonly figure?: string
  readonly missing?: boolean
  readonly broken?: boolean
}

export type FilledCell = {
  readonly runs: readonly Run[]
  readonly align: 'left' | 'center' | 'right'
  readonly bold?: boolean
  /** Columns this cell covers; 1 when absent. */
  readonly span?: number
  /** The number a spreadsheet holds here. */
  readonly number?: number
  readonly format?: 'count' | 'percent'
  /** How a spreadsheet computes it: column indexes of this row, or row indexes of this column. */
  readonly formula?:
    | { readonly kind: 'ratio'; readonly numerator: number; readonly denominator: number }
    | { readonly kind: 'sum'; readonly rows: readonly number[] }
  /** The ratios printed in a result cell, which have no count columns of their own. */
  readonly parts?: readonly { readonly label: string; readonly numerator: number; readonly denominator: number }[]
  /** What is written in a result cell beside its ratios. */
  readonly said?: string
  /** The key under which an editor may write into this cell. */
  readonly editable?: string
}

export type FilledRow = {
  readonly kind: 'heading' | 'data' | 'total'
  readonly key: string
  readonly cells: readonly FilledCell[]
}

export type HeaderCell = {
  readonly text: string
  readonly column: number
  readonly columns: number
  readonly rows: number
}

export type FilledTable = {
  readonly kind: 'table'
  readonly key: string
  readonly caption: string
  readonly columns: readonly { readonly key: string; readonly width: number; readonly result: boolean }[]
  /** Row by row from the top; merged places appear once. */
  readonly header: readonly (readonly HeaderCell[])[]
  readonly rows: readonly FilledRow[]
}

export type FilledText = {
  readonly kind: 'text'
  readonly key: string
  readonly style: 'paragraph' | 'bullet' | 'italic'
  /** One entry for each paragraph. */
  readonly paragraphs: readonly (readonly Run[])[]
  /** Present when the office writes it: what is asked for, and whether it must be there. */
  readonly hand?: { readonly prompt: string; readonly required: boolean }
}

export type FilledSection = {
  readonly key: string
  readonly number: string
  readonly title: string
  readonly level: number
  readonly blocks: readonly (FilledText | FilledTable)[]
}

/** One thing that keeps the report from being whole, and the unit that can help. */
export type Missing = {
  readonly kind: 'figure' | 'text' | 'placeholder'
  readonly sectionKey: string
  readonly section: string
  readonly what: string
  readonly state: FigureState | 'not-written' | 'broken'
  readonly figure: string | null
  readonly askUnitId: string | null
  readonly askUnitName: string
}

/** The report with its numbers in their places: every output is made from this and from nothing else. */
export type FilledReport = {
  readonly header: {
    readonly parentAgency: string
    readonly agency: string
    readonly place: string
    readonly typeName: string
    readonly symbol: string
    readonly number: string | null
    readonly issuedOn: string | null
    readonly abstract: string
    readonly bases: readonly string[]
    readonly opening: readonly (readonly Run[])[]
  }
  /** Whose report it is. */
  readonly unitId: string
  readonly unitName: string
  readonly period: Period
  readonly regime: 'cut-off' | 'calendar'
  /** First and last day of the period. */
  readonly from: string
  readonly to: string
  readonly periodText: string
  readonly rangeText: string
  readonly restText: string
  readonly structureDay: string
  readonly sections: readonly FilledSection[]
  readonly closing: readonly (readonly Run[])[]
  readonly recipients: readonly string[]
  readonly signer: { readonly lines: readonly string[]; readonly name: string }
  readonly figures: Readonly<Record<string, Figure>>
  readonly missing: readonly Missing[]
  readonly demonstration: boolean
}
