import { formatMoment } from '#kernel/calendar.ts'
import {
  checkedWords,
  countBySeverity,
  DEMONSTRATION_WORDS,
  FORMAT_WORDS,
  PART_WORDS,
  SEVERITY_WORDS,
  STATE_WORDS,
  severityCountWords,
} from '../domain/finding-words.ts'
import { type AuditedReport, type NumberedFinding, numberedFindings } from './audited-report.ts'
import { findingLines, pointName, quote } from './finding-lines.ts'
import { LABELS } from './report-labels.ts'
import { oneLine } from './shown-text.ts'

/** The audit as plain text for a terminal or a message: nothing in it moves a cursor or turns the direction of writing. */
export function asText(report: AuditedReport): string {
  const { language, document, checked, findings, auditedAt } = report
  const all = numberedFindings(report)
  const counted = severityCountWords(countBySeverity(findings))[language]
  const head = [
    ...(report.demonstration ? [DEMONSTRATION_WORDS[language]] : []),
    `${LABELS.heading[language].toLocaleUpperCase('vi')}: ${oneLine(report.title || document.name, 300)}`,
    `${LABELS.source[language]}: ${oneLine(document.name, 300)} – ${FORMAT_WORDS[document.format][language]}`,
    `${LABELS.at[language]}: ${formatMoment(auditedAt)}`,
    checkedWords(checked)[language],
    `${LABELS.result[language]}: ${counted}.`,
  ]
  return `${[head.join('\n'), ...all.map((shown) => findingText(shown, report))].join('\n\n')}\n`
}

/** More places of one finding are only counted. */
const MOST_PLACES = 20

function findingText(shown: NumberedFinding, { document, language }: AuditedReport): string {
  const { finding, number, state } = shown
  const severity = SEVERITY_WORDS[finding.severity][language].toUpperCase()
  const places = finding.places.slice(0, MOST_PLACES).map((place) => {
    const where = oneLine(place.where[language], 300)
    return `  ${PART_WORDS.where[language]}: ${where}: ${quote(place.quote, language)}`
  })
  const rest = finding.places.length - places.length
  return [
    `[${severity}] ${pointName(number, language)}${state === 'open' ? '' : ` – ${STATE_WORDS[state][language]}`}`,
    ...places,
    ...(rest > 0 ? [`  ${LABELS.more[language](rest)}`] : []),
    ...findingLines(shown, document, language).map(({ label, text }) => `  ${label}: ${text}`),
    `  ${PART_WORDS.rule[language]}: ${oneLine(finding.rule, 100)}`,
  ].join('\n')
}
