import { dayAt, formatDay } from '#kernel/calendar.ts'
import type { Decision } from '../domain/decision.ts'
import type { ReportDocument } from '../domain/document.ts'
import { correctionWords, PART_WORDS, SEVERITY_WORDS, STATE_WORDS } from '../domain/finding-words.ts'
import type { Words } from '../domain/words.ts'
import type { Language, NumberedFinding } from './audited-report.ts'
import { oneLine } from './shown-text.ts'
import { meantAt } from './spot-text.ts'

/** A part of a finding under its name: `Tính lại`, `23.802 / 23.391 = 101,76%`. */
export type FindingLine = { readonly part: keyof typeof PART_WORDS; readonly label: string; readonly text: string }

/** Longest quotation of a cell; the whole text stands in the report itself. */
const MOST_QUOTED = 300
const MOST_TOLD = 2000

/** `Điểm 3 · Đã chứng minh`. */
export function findingTitle({ number, finding }: NumberedFinding, language: Language): string {
  return `${pointName(number, language)} · ${SEVERITY_WORDS[finding.severity][language]}`
}

/** `Điểm 3`: how all outputs of one audit call a finding. */
export function pointName(number: number, language: Language): string {
  return language === 'vi' ? `Điểm ${number}` : `Finding ${number}`
}

/** Everything a finding says, part by part, without its places. */
export function findingLines(shown: NumberedFinding, document: ReportDocument, language: Language): FindingLine[] {
  const { finding, decision, earlier, state } = shown
  const line = (part: FindingLine['part'], text: string): FindingLine => ({
    part,
    label: PART_WORDS[part][language],
    text: oneLine(text, MOST_TOLD),
  })
  const told = (part: FindingLine['part'], words: Words) => line(part, words[language])
  const confirming = finding.correction?.confirmedBy ?? []
  const quotes = [...new Set(confirming.map((spot) => quote(meantAt(document, spot), language)))]
  return [
    told('stated', finding.stated),
    told('worked', finding.worked),
    told('why', finding.why),
    told('correction', correctionWords(finding)),
    ...(quotes.length > 0 ? [line('confirmedBy', quotes.join(', '))] : []),
    ...(finding.notes ?? []).map((note) => told('notes', note)),
    ...(decision ? [line('decision', `${STATE_WORDS[state][language]}${saidBy(decision, language)}`)] : []),
    ...(earlier ? [line('earlier', `${quote(earlier.stated[language], language)}${saidBy(earlier, language)}`)] : []),
  ].filter(({ text }) => text !== '')
}

/** The text in quotation marks, shortened when it is long; a blank is named. */
export function quote(text: string, language: Language): string {
  const said = oneLine(text, MOST_QUOTED)
  return said === '' ? BLANK[language] : `“${said}”`
}

export const BLANK: Words = { vi: '(ô trống)', en: '(blank)' }

/** `: lý do (Nguyễn Văn A, 22/11/2026)`. */
function saidBy({ reason, byName, at }: Decision, language: Language): string {
  const because = reason ? `: ${reason}` : ''
  return `${because} (${byName ? `${byName}, ` : ''}${language === 'vi' ? '' : 'on '}${formatDay(dayAt(new Date(at)))})`
}
