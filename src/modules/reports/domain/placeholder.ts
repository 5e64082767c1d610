import { REACHES, type Reach, type Subject } from './figure.ts'
import { FIGURE_FORMATS, type FigureFormat, PERIOD_CHOICES } from './template.ts'

/** Words about the report itself that may stand in a text. */
export const FIELDS = ['period', 'period.range', 'period.rest', 'year', 'unit', 'agency', 'structure-day'] as const
export type Field = (typeof FIELDS)[number]

/** A number asked for inside a text: `{{indicator:I.05 | unit=wards | period=previous | as=percent-nd}}`. */
export type FigurePlaceholder = {
  readonly subject: Subject
  /** `self` or the key of one of the template's groups. */
  readonly group: string
  readonly reach: Reach
  readonly period: (typeof PERIOD_CHOICES)[number]
  readonly as: FigureFormat
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: Field; readonly source: string }
  | { readonly kind: 'figure'; readonly placeholder: FigurePlaceholder; readonly source: string }
  | { readonly kind: 'broken'; readonly source: string; readonly reason: BrokenReason; readonly word: string }

export type BrokenReason = 'not-closed' | 'unknown-name' | 'unknown-option' | 'unknown-value'

/** The text cut into words and placeholders, in order; joining the sources gives the text again. */
export function parsePlaceholders(text: string): Part[] {
  const parts: Part[] = []
  let from = 0
  while (from < text.length) {
    const open = text.indexOf('{{', from)
    if (open < 0) break
    if (open > from) parts.push({ kind: 'text', text: text.slice(from, open) })
    const close = text.indexOf('}}', open)
    if (close < 0) {
      parts.push({ kind: 'broken', source: text.slice(open), reason: 'not-closed', word: text.slice(open, open + 40) })
      return parts
    }
    parts.push(readPlaceholder(text.slice(open, close + 2)))
    from = close + 2
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

/** One placeholder with its braces, read. */
export function readPlaceholder(source: string): Part {
  const broken = (reason: BrokenReason, word: string): Part => ({ kind: 'broken', source, reason, word })
  const [name = '', ...options] = source
    .slice(2, -2)
    .split('|')
    .map((word) => word.trim())
  if (isOneOf(FIELDS, name)) {
    const extra = options[0]
    return extra === undefined ? { kind: 'field', field: name, source } : broken('unknown-option', extra)
  }
  const subject = readSubject(name)
  if (!subject) return broken('unknown-name', name)

  const defaults: FigurePlaceholder = {
    subject,
    group: 'self',
    reach: 'own',
    period: 'this',
    as: subject.kind === 'indicator' ? 'percent-nd' : 'count',
  }
  let placeholder = defaults
  for (const option of options) {
    const [word = '', value = ''] = option.split('=').map((side) => side.trim())
    const next = withOption(placeholder, word, value)
    if (next === 'unknown-option') return broken(next, option)
    if (next === 'unknown-value') return broken(next, option)
    placeholder = next
  }
  return { kind: 'figure', placeholder, source }
}

/** Everything wrong with a text's placeholders; `groups` are the template's group keys. */
export function brokenPlaceholders(
  text: string,
  groups: ReadonlySet<string>,
): { word: string; reason: BrokenReason }[] {
  return parsePlaceholders(text).flatMap((part) => {
    if (part.kind === 'broken') return [{ word: part.word, reason: part.reason }]
    if (part.kind !== 'figure') return []
    const { group } = part.placeholder
    return group === 'self' || groups.has(group) ? [] : [{ word: `unit=${group}`, reason: 'unknown-value' as const }]
  })
}

function readSubject(name: string): Subject | undefined {
  const found = /^(indicator|measure):([\p{L}\p{N}][\p{L}\p{N}._-]{0,79})$/u.exec(name)
  const [, kind, code] = found ?? []
  if (!code) return undefined
  return { kind: kind === 'measure' ? 'measure' : 'indicator', code }
}

function withOption(
  placeholder: FigurePlaceholder,
  word: string,
  value: string,
): FigurePlaceholder | 'unknown-option' | 'unknown-value' {
  switch (word) {
    case 'unit':
      return /^[a-z0-9][a-z0-9.-]{0,59}$/.test(value) ? { ...placeholder, group: value } : 'unknown-value'
    case 'reach':
      return isOneOf(REACHES, value) ? { ...placeholder, reach: value } : 'unknown-value'
    case 'period':
      return isOneOf(PERIOD_CHOICES, value) ? { ...placeholder, period: value } : 'unknown-value'
    case 'as':
      return isOneOf(FIGURE_FORMATS, value) ? { ...placeholder, as: value } : 'unknown-value'
    default:
      return 'unknown-option'
  }
}

function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
  return (list as readonly string[]).includes(word)
}
