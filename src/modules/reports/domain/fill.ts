import { type Day, officialDay } from '#kernel/calendar.ts'
import { type Figure, type FigureRequest, hasNumber } from './figure.ts'
import { fillTable } from './fill-table.ts'
import type { FilledReport, FilledSection, FilledTable, FilledText, Missing, Run } from './filled.ts'
import { type FillContext, type HandTexts, type Lookup, lookupIn } from './lookup.ts'
import { periodText, restText } from './period.ts'
import { type Field, type FigurePlaceholder, parsePlaceholders } from './placeholder.ts'
import type { Block, Section, Template } from './template.ts'
import { figureText, GAP } from './wording.ts'

export type Issue = { readonly number: string; readonly day: Day }

/** Every figure a report of this template asks for, for units and periods that are already chosen. */
export function figuresNeeded(template: Template, context: FillContext, texts: HandTexts): FigureRequest[] {
  const lookup = lookupIn(context, new Map())
  compose(template, context, texts, lookup, null)
  return [...lookup.requests.values()]
}

/** The report with every number that is known in its place, and the list of what is not. */
export function fill(
  template: Template,
  context: FillContext,
  texts: HandTexts,
  figures: ReadonlyMap<string, Figure>,
  issue: Issue | null = null,
): FilledReport {
  return compose(template, context, texts, lookupIn(context, figures), issue)
}

function compose(
  template: Template,
  context: FillContext,
  texts: HandTexts,
  lookup: Lookup,
  issue: Issue | null,
): FilledReport {
  const missing: Missing[] = []
  const words = (text: string, section: Section | null) =>
    paragraphsOf(text, { context, lookup, section, missing, template })
  const { header, signer } = template
  const opening = words(header.opening, null)
  const sections = template.sections.map((section) =>
    fillSection(section, { template, context, texts, lookup, missing }),
  )
  const closing = words(template.closing, null)
  const abstract = words(header.abstract, null)
  return {
    header: {
      parentAgency: header.parentAgency,
      agency: header.agency,
      place: header.place,
      typeName: header.typeName,
      symbol: header.symbol,
      number: issue?.number ?? null,
      issuedOn: issue?.day ?? null,
      abstract: plain(abstract),
      bases: header.bases.map((basis) => plain(words(basis, null))),
      opening,
    },
    unitId: context.unit.id,
    unitName: context.unit.name,
    period: context.period,
    regime: template.regime,
    from: context.from,
    to: context.to,
    periodText: periodText(context.period),
    rangeText: rangeText(context),
    restText: restText(context.period),
    structureDay: context.structureDay,
    sections,
    closing,
    recipients: template.recipients,
    signer,
    figures: Object.fromEntries([...lookup.used].toSorted(([left], [right]) => (left < right ? -1 : 1))),
    missing,
    demonstration: template.demonstration,
  }
}

type Room = {
  readonly template: Template
  readonly context: FillContext
  readonly texts: HandTexts
  readonly lookup: Lookup
  readonly missing: Missing[]
}

function fillSection(section: Section, room: Room): FilledSection {
  const { key, number, level } = section
  const place = { ...room, section }
  const title = plain(paragraphsOf(section.title, place))
  return { key, number, title, level, blocks: section.blocks.map((block) => fillBlock(block, section, room)) }
}

function fillBlock(block: Block, section: Section, room: Room): FilledText | FilledTable {
  const place = { ...room, section }
  if (block.kind === 'table') {
    return fillTable(block, {
      context: room.context,
      texts: room.texts,
      lookup: room.lookup,
      words: (text) => paragraphsOf(text, place).flat(),
      miss: (missing) => room.missing.push({ ...missing, ...where(section) }),
    })
  }
  if (block.kind === 'text') {
    return { kind: 'text', key: block.key, style: block.style, paragraphs: paragraphsOf(block.text, place) }
  }
  const written = room.texts.get(block.key) ?? ''
  if (!written && block.required) {
    room.missing.push({
      kind: 'text',
      ...where(section),
      what: block.prompt,
      state: 'not-written',
      figure: null,
      askUnitId: room.context.unit.id,
      askUnitName: room.context.unit.name,
    })
  }
  const { key, style, prompt, required } = block
  return { kind: 'text', key, style, paragraphs: paragraphsOf(written, place), hand: { prompt, required } }
}

type Place = Omit<Room, 'texts'> & { readonly section: Section | null }

/** The text as paragraphs of runs, its placeholders replaced. */
function paragraphsOf(text: string, place: Place): Run[][] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) =>
      parsePlaceholders(paragraph).map((part) => {
        if (part.kind === 'text') return { text: part.text }
        if (part.kind === 'field') return { text: fieldText(part.field, place) }
        if (part.kind === 'figure') return figureRun(part.placeholder, place)
        place.missing.push({
          kind: 'placeholder',
          ...where(place.section),
          what: part.word,
          state: 'broken',
          figure: null,
          askUnitId: null,
          askUnitName: '',
        })
        return { text: part.source, broken: true }
      }),
    )
}

function figureRun({ subject, group, reach, period, as }: FigurePlaceholder, place: Place): Run {
  const figure = place.lookup.ofGroup(subject, group, reach, period)
  const before = as === 'change' ? place.lookup.ofGroup(subject, group, reach, 'previous') : undefined
  if (figure && hasNumber(figure)) {
    const text = figureText(figure, as, before)
    return text === GAP ? { text, figure: figure.key, missing: true } : { text, figure: figure.key }
  }
  const unit = group === 'self' ? place.context.unit : undefined
  place.missing.push({
    kind: 'figure',
    ...where(place.section),
    what: figure?.name ?? subject.code,
    state: figure?.state ?? 'missing',
    figure: figure?.key ?? null,
    askUnitId: figure?.unitId ?? unit?.id ?? null,
    askUnitName: figure?.unitName ?? unit?.name ?? place.context.groups.get(group)?.name ?? group,
  })
  return figure ? { text: GAP, figure: figure.key, missing: true } : { text: GAP, missing: true }
}

function fieldText(field: Field, { context, template }: Place): string {
  const values: Record<Field, string> = {
    period: periodText(context.period),
    'period.range': rangeText(context),
    'period.rest': restText(context.period),
    year: String(context.period.year),
    unit: context.unit.name,
    agency: template.header.agency,
    'structure-day': officialDay(context.structureDay),
  }
  return values[field]
}

/** "từ ngày 15/12/2022 đến ngày 14/9/2023". */
function rangeText({ from, to }: FillContext): string {
  return `từ ngày ${officialDay(from)} đến ngày ${officialDay(to)}`
}

function where(section: Section | null): Pick<Missing, 'section' | 'sectionKey'> {
  return { sectionKey: section?.key ?? '', section: section ? `${section.number} ${section.title}`.trim() : '' }
}

/** The words of runs without what they open. */
export function plain(paragraphs: readonly (readonly Run[])[]): string {
  return paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n')
}
