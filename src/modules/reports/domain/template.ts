import { z } from 'zod'
import { line, paragraphs } from '#kernel/fields.ts'
import { PERIOD_KINDS } from '#kernel/period.ts'
import { REACHES, TARGET_LEVELS } from './figure.ts'

/** A short name inside a template: letters, digits, dots and hyphens. */
const key = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,59}$/)
const code = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
const empty = (maxLength: number) => paragraphs(maxLength)

export const UnitSelector = z.discriminatedUnion('by', [
  z.object({ by: z.literal('self') }),
  /** Direct children; `kinds` empty means all of them. */
  z.object({ by: z.literal('children'), kinds: z.array(z.string().max(60)).max(20) }),
  z.object({ by: z.literal('descendants'), kinds: z.array(z.string().max(60)).max(20) }),
  z.object({ by: z.literal('list'), unitIds: z.array(z.uuid()).max(500) }),
])
export type UnitSelector = z.infer<typeof UnitSelector>

export const PERIOD_CHOICES = ['this', 'previous', 'last-year'] as const
/** How a figure is printed in a text or a cell. */
export const FIGURE_FORMATS = [
  'count',
  'percent',
  'percent-nd',
  'numerator',
  'denominator',
  'change',
  'verdict',
] as const
export type FigureFormat = (typeof FIGURE_FORMATS)[number]

export const Cell = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ordinal') }),
  z.object({ kind: z.literal('label') }),
  /** A measure or indicator of the row's units. */
  z.object({
    kind: z.literal('figure'),
    of: z.object({ kind: z.enum(['indicator', 'measure']), code }),
    as: z.enum(FIGURE_FORMATS),
    period: z.enum(PERIOD_CHOICES),
  }),
  /** The row's own indicator. */
  z.object({ kind: z.literal('own-figure'), as: z.enum(FIGURE_FORMATS), period: z.enum(PERIOD_CHOICES) }),
  /** Two count columns of the same row, divided. */
  z.object({ kind: z.literal('ratio'), numerator: key, denominator: key }),
  z.object({ kind: z.literal('target'), level: z.enum(TARGET_LEVELS) }),
  z.object({ kind: z.literal('verdict'), level: z.enum(TARGET_LEVELS) }),
  /** The indicator's percentage with n/d, then what the unit wrote; an editor may write here too. */
  z.object({ kind: z.literal('result') }),
])
export type Cell = z.infer<typeof Cell>

export const Column = z.object({
  key,
  /** From the top row down; neighbours with the same upper texts share one merged cell. */
  headers: z.array(line(400)).min(1).max(4),
  cell: Cell,
  /** Share of the table's width. */
  width: z.number().min(1).max(100),
  align: z.enum(['left', 'center', 'right']),
})
export type Column = z.infer<typeof Column>

export const RowSource = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), key, ordinal: empty(10), label: line(400) }),
  /** One row for each unit of the group. */
  z.object({ kind: z.literal('units'), key, group: key, reach: z.enum(REACHES) }),
  /** One row for the whole group. */
  z.object({
    kind: z.literal('group'),
    key,
    group: key,
    reach: z.enum(REACHES),
    ordinal: empty(10),
    label: line(400),
    bold: z.boolean(),
  }),
  z.object({ kind: z.literal('indicators'), key, indicatorGroup: code, heading: z.boolean() }),
  z.object({ kind: z.literal('indicator'), key, code, ordinal: empty(10) }),
  /** The sum of the rows made by the named row sources above it. */
  z.object({ kind: z.literal('total'), key, label: line(200), of: z.array(key).min(1).max(40) }),
])
export type RowSource = z.infer<typeof RowSource>

export const Block = z.discriminatedUnion('kind', [
  /** Fixed wording with placeholders; `bullet` prints a hyphen before each line. */
  z.object({
    kind: z.literal('text'),
    key,
    style: z.enum(['paragraph', 'bullet', 'italic']),
    text: paragraphs(20_000),
  }),
  /** Wording the office writes for this report; placeholders may stand in it. */
  z.object({
    kind: z.literal('hand'),
    key,
    style: z.enum(['paragraph', 'bullet', 'italic']),
    prompt: line(600),
    required: z.boolean(),
  }),
  z.object({
    kind: z.literal('table'),
    key,
    caption: empty(400),
    columns: z.array(Column).min(1).max(40),
    rows: z.array(RowSource).min(1).max(200),
  }),
])
export type Block = z.infer<typeof Block>

export const Section = z.object({
  key,
  /** Printed before the title: `1`, `6.1`, `a`; empty prints nothing. */
  number: empty(12),
  title: line(600),
  level: z.number().int().min(1).max(3),
  blocks: z.array(Block).max(60),
})
export type Section = z.infer<typeof Section>

export const Signer = z.object({
  /** `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: from the top down (Decree 30/2020 art. 13). */
  lines: z.array(line(120)).min(1).max(5),
  name: empty(120),
})

/** One report form as data: what stands where, and which number goes into which place. It holds no numbers. */
export const Template = z.object({
  /** Every output carries a line that says the figures are for show. */
  demonstration: z.boolean().default(false),
  periodKind: z.enum(PERIOD_KINDS),
  /** Whether the period ends on the cut-off day (Decree 09/2019) or with the month. */
  regime: z.enum(['cut-off', 'calendar']),
  header: z.object({
    parentAgency: empty(200),
    agency: line(200),
    place: line(100),
    typeName: line(60),
    /** After the number: `BC-UBND`. */
    symbol: line(40),
    abstract: line(1000),
    bases: z.array(line(1500)).max(40),
    opening: paragraphs(4000),
  }),
  groups: z.array(z.object({ key, name: line(200), units: UnitSelector })).max(40),
  sections: z.array(Section).min(1).max(100),
  closing: paragraphs(4000),
  recipients: z.array(line(300)).max(40),
  signer: Signer,
})
export type Template = z.infer<typeof Template>
