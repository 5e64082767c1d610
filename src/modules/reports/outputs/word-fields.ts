import { officialDay } from '#kernel/calendar.ts'
import { periodKey, previousPeriod, samePeriodLastYear } from '#kernel/period.ts'
import { plain } from '../domain/fill.ts'
import type { FilledReport, FilledRow, FilledTable, Run } from '../domain/filled.ts'
import { letterhead } from '../domain/letterhead.ts'
import { FIELDS, type Field, type FigurePlaceholder, parsePlaceholders } from '../domain/placeholder.ts'
import type { Template } from '../domain/template.ts'
import { figureText, GAP } from '../domain/wording.ts'

/** Words about the report that only a Word template needs: there the letterhead is the office's own. */
export const WORD_FIELDS = [
  ...FIELDS,
  'parent-agency',
  'number',
  'place-and-day',
  'type-name',
  'abstract',
  'opening',
  'closing',
  'signer',
  'demonstration',
] as const

export type Scope = { readonly [name: string]: string | readonly Scope[] }

/** What a placeholder that repeats may be called: `bases`, `recipients`, `signer-lines`, `text:BLOCK`, `table:TABLE`. */
export function loopsOf(template: Template): Set<string> {
  const blocks = template.sections.flatMap(({ blocks: list }) => list)
  return new Set([
    'bases',
    'recipients',
    'signer-lines',
    ...blocks.map(({ kind, key }) => (kind === 'table' ? `table:${key}` : `text:${key}`)),
  ])
}

/** Every word and list a Word template may name, from the same report as every other output. */
export function wordScope(report: FilledReport): Scope {
  const head = letterhead(report)
  const lines = (list: readonly string[]) => list.map((line) => ({ line }))
  const blocks = report.sections.flatMap(({ blocks: list }) => list)
  const fields: Record<(typeof WORD_FIELDS)[number], string> = {
    ...fieldsOf(report),
    'parent-agency': head.parentAgency,
    agency: head.agency,
    number: head.number,
    'place-and-day': head.placeAndDay,
    'type-name': head.typeName,
    abstract: head.abstract,
    opening: plain(report.header.opening),
    closing: plain(report.closing),
    signer: head.signerName,
    demonstration: head.demonstration,
  }
  return {
    ...fields,
    bases: lines(head.bases),
    recipients: lines(head.recipients),
    'signer-lines': lines(head.signerLines),
    ...Object.fromEntries(
      blocks.map((block) =>
        block.kind === 'table'
          ? [`table:${block.key}`, tableRows(block)]
          : [`text:${block.key}`, lines(block.paragraphs.map((runs: readonly Run[]) => plain([runs])))],
      ),
    ),
  }
}

function fieldsOf(report: FilledReport): Record<Field, string> {
  return {
    period: report.periodText,
    'period.range': report.rangeText,
    'period.rest': report.restText,
    year: String(report.period.year),
    unit: report.unitName,
    agency: report.header.agency,
    'structure-day': officialDay(report.structureDay),
  }
}

function tableRows(table: FilledTable): Scope[] {
  return table.rows.map((row) => rowScope(table, row))
}

/** A row by its column keys; a heading's words stand in the column where it begins. */
function rowScope({ columns }: FilledTable, { cells }: FilledRow): Scope {
  const scope: Record<string, string> = Object.fromEntries(columns.map(({ key }) => [key, '']))
  let column = 0
  for (const cell of cells) {
    const key = columns[column]?.key
    if (key !== undefined) scope[key] = plain([cell.runs])
    column += cell.span ?? 1
  }
  return scope
}

/** A figure named in a Word template, from the report's own figures: an issued report never learns a new number. */
export function figureIn(report: FilledReport, { subject, group, reach, period, as }: FigurePlaceholder): string {
  const when = {
    this: report.period,
    previous: previousPeriod(report.period),
    'last-year': samePeriodLastYear(report.period),
  }
  const candidates = Object.values(report.figures).filter(
    (figure) =>
      figure.subject.kind === subject.kind &&
      figure.subject.code === subject.code &&
      figure.reach === reach &&
      (group === 'self' ? figure.parts.length === 0 : figure.key.includes(`@group.${group}:`)),
  )
  const at = (choice: keyof typeof when) =>
    candidates.find((figure) => figure.key.endsWith(`@${periodKey(when[choice])}`) && isWhole(figure, report, group))
  const figure = at(period)
  return figure ? figureText(figure, as, as === 'change' ? at('previous') : undefined) : GAP
}

/** Of the reporting unit itself, not of one of the units in its tables. */
function isWhole(figure: FilledReport['figures'][string], report: FilledReport, group: string): boolean {
  return group !== 'self' || figure.unitId === report.unitId
}

/** Why a name in a Word template means nothing, or null when it does. */
export function reasonAgainst(name: string, template: Template, columns: ReadonlySet<string>): string | null {
  if ((WORD_FIELDS as readonly string[]).includes(name) || name === 'line' || columns.has(name)) return null
  const [part] = parsePlaceholders(`{{${name}}}`)
  if (part?.kind === 'figure') {
    const { group } = part.placeholder
    return group === 'self' || template.groups.some(({ key }) => key === group) ? null : 'unknown-value'
  }
  return part?.kind === 'broken' ? part.reason : 'unknown-name'
}
