import { formatNumber } from '#kernel/number.ts'
import { type Figure, hasNumber, type Reach, ratioOf, type Subject } from './figure.ts'
import type { FilledCell, Missing, Run } from './filled.ts'
import type { FillContext, HandTexts, IndicatorRef, Lookup, PeriodChoice } from './lookup.ts'
import { wordsBeyond } from './spoken.ts'
import type { Cell, Column, FigureFormat } from './template.ts'
import { figureText, GAP, percentText, percentWithPartsText } from './wording.ts'

/** What filling a table may ask for. */
export type TableRoom = {
  readonly tableKey: string
  readonly columns: readonly Column[]
  readonly context: FillContext
  readonly texts: HandTexts
  readonly lookup: Lookup
  readonly words: (text: string) => Run[]
  readonly miss: (missing: Omit<Missing, 'section' | 'sectionKey'>) => void
}

/** Whose numbers a row shows. */
export type Who = {
  readonly key: string
  readonly ordinal: string
  readonly label: string
  readonly bold: boolean
  readonly reach: Reach
  /** A unit, or a group of the template. */
  readonly of: { readonly unitId: string } | { readonly group: string }
  /** The parts of the printed row, usually one. */
  readonly indicators: readonly IndicatorRef[]
}

export type Content = Omit<FilledCell, 'align'>

/** One cell of a row, from what the column wants and whose row it is; `left` are the cells before it. */
export function cellOf(cell: Cell, who: Who, left: readonly FilledCell[], room: TableRoom): Content {
  switch (cell.kind) {
    case 'ordinal':
      return { runs: [{ text: who.ordinal }] }
    case 'label':
      return { runs: [{ text: who.label }] }
    case 'figure':
      return askedCell(cell.of, cell.as, cell.period, { what: cell.of.code, who, room })
    case 'own-figure': {
      const indicator = who.indicators[0]
      if (!indicator) return { runs: [] }
      const subject = { kind: 'indicator', code: indicator.code } as const
      return askedCell(subject, cell.as, cell.period, { what: indicator.name, who, room })
    }
    case 'ratio':
      return ratioCell(cell, room.columns, left)
    case 'target':
      return {
        runs: [
          {
            text: targetsOf(who, cell.level, room)
              .map(({ text }) => text)
              .join('; '),
          },
        ],
      }
    case 'verdict':
      return { runs: [{ text: verdictOf(targetsOf(who, cell.level, room).map(({ verdict }) => verdict)) }] }
    case 'result':
      return resultCell(who, `${room.tableKey}/${who.key}`, room)
  }
}

function find(who: Who, subject: Subject, choice: PeriodChoice, { lookup }: TableRoom): Figure | undefined {
  return 'unitId' in who.of
    ? lookup.ofUnit(subject, who.of.unitId, who.reach, choice)
    : lookup.ofGroup(subject, who.of.group, who.reach, choice)
}

/** The targets of a level over the row's parts, the same wording once. */
function targetsOf(who: Who, wanted: string, room: TableRoom): Figure['targets'] {
  const all = who.indicators.flatMap(
    ({ code }) =>
      find(who, { kind: 'indicator', code }, 'this', room)?.targets.filter(({ level }) => level === wanted) ?? [],
  )
  return all.filter(({ text }, index) => all.findIndex((other) => other.text === text) === index)
}

function verdictOf(verdicts: readonly Figure['targets'][number]['verdict'][]): string {
  if (verdicts.some((verdict) => verdict === 'missed' || verdict === 'near')) return 'Chưa đạt'
  return verdicts.length > 0 && verdicts.every((verdict) => verdict === 'met') ? 'Đạt' : ''
}

type Asked = { readonly what: string; readonly who: Who; readonly room: TableRoom }

function askedCell(subject: Subject, as: FigureFormat, choice: PeriodChoice, asked: Asked): Content {
  const figure = find(asked.who, subject, choice, asked.room)
  const before = as === 'change' ? find(asked.who, subject, 'previous', asked.room) : undefined
  if (!figure || !hasNumber(figure)) return gap(figure, asked)
  const text = figureText(figure, as, before)
  const runs: Run[] = [text === GAP ? { text, figure: figure.key, missing: true } : { text, figure: figure.key }]
  if (as === 'count' || as === 'numerator')
    return { runs, number: figure.value ?? figure.numerator ?? 0, format: 'count' }
  if (as === 'denominator' && figure.denominator !== null) return { runs, number: figure.denominator, format: 'count' }
  const ratio = ratioOf(figure)
  return as === 'percent' && ratio !== null ? { runs, number: ratio, format: 'percent' } : { runs }
}

/** A cell without a number. A count that nobody was to state is left blank; everything else is asked for. */
function gap(figure: Figure | undefined, { what, who, room }: Asked): Content {
  if (figure?.state === 'not-applicable' && figure.subject.kind === 'measure')
    return { runs: [{ text: figure.note ?? '', figure: figure.key }] }
  if (figure?.note) return { runs: [{ text: figure.note, figure: figure.key }] }
  room.miss({
    kind: 'figure',
    what: figure?.name ?? what,
    state: figure?.state ?? 'missing',
    figure: figure?.key ?? null,
    askUnitId: figure?.unitId ?? ('unitId' in who.of ? who.of.unitId : room.context.unit.id),
    askUnitName: figure?.unitName ?? (who.indicators.length > 0 ? room.context.unit.name : who.label),
  })
  return { runs: [figure ? { text: GAP, figure: figure.key, missing: true } : { text: GAP, missing: true }] }
}

/** Two count cells of the row divided; a spreadsheet gets the formula. */
export function ratioCell(
  { numerator: top, denominator: below }: Extract<Cell, { kind: 'ratio' }>,
  columns: readonly Column[],
  left: readonly FilledCell[],
): Content {
  const numerator = columns.findIndex(({ key }) => key === top)
  const denominator = columns.findIndex(({ key }) => key === below)
  const parts = { numerator: left[numerator]?.number ?? null, denominator: left[denominator]?.number ?? null }
  const ratio = ratioOf(parts)
  if (ratio === null) return { runs: [{ text: GAP, missing: true }] }
  return {
    runs: [{ text: percentText(parts) }],
    number: ratio,
    format: 'percent',
    formula: { kind: 'ratio', numerator, denominator },
  }
}

/** The result of an indicator row: each part's percentage with n/d, then what the unit or the editor wrote. */
function resultCell(who: Who, key: string, room: TableRoom): Content {
  const figures = who.indicators.map(({ code, part, name }) => {
    const figure = find(who, { kind: 'indicator', code }, 'this', room)
    return { label: part ?? '', what: part ? `${name}: ${part}` : name, figure }
  })
  const written = room.texts.get(key)
  const noteOf = (figure: Figure | undefined) =>
    figures.length === 1 && figure ? wordsBeyond(figure.note ?? '', figure) : figure?.note
  const notes = [...new Set(figures.flatMap(({ figure }) => noteOf(figure) || []))]
  const said = written ?? notes.join('. ')
  const known = figures.filter(({ figure }) => figure && hasNumber(figure))
  const numbers = known.flatMap(({ label, figure }, index): Run[] =>
    figure
      ? [{ text: `${index > 0 ? '; ' : ''}${label ? `${label}: ` : ''}` }, { text: shown(figure), figure: figure.key }]
      : [],
  )
  const asked = said ? [] : figures.filter(({ figure }) => !figure || !hasNumber(figure))
  const gaps = asked.flatMap(({ figure, what }) => gap(figure, { what, who, room }).runs)
  const words: Run[] = written ? room.words(written) : said ? [noteRun(said, figures[0]?.figure)] : []
  const between = numbers.length > 0 && words.length > 0 ? [{ text: ': ' }] : []
  return {
    runs: [...numbers, ...between, ...words, ...(known.length === 0 ? gaps : [])].filter(({ text }) => text !== ''),
    editable: key,
    said,
    parts: known.flatMap(({ label, figure }) =>
      figure?.numerator != null && figure.denominator != null
        ? [{ label, numerator: figure.numerator, denominator: figure.denominator }]
        : [],
    ),
  }
}

function noteRun(text: string, figure: Figure | undefined): Run {
  const words = text.replace(/^-\s+/, '')
  return figure ? { text: words, figure: figure.key } : { text: words }
}

function shown(figure: Figure): string {
  return figure.value === null ? percentWithPartsText(figure) : formatNumber(figure.value)
}
