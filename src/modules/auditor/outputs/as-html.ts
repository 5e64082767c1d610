import { formatMoment } from '#kernel/calendar.ts'
import {
  checkedWords,
  countBySeverity,
  DEMONSTRATION_WORDS,
  FORMAT_WORDS,
  PART_WORDS,
  SEVERITY_ABOUT,
  SEVERITY_WORDS,
  STATE_WORDS,
  STATES,
  severityCountWords,
} from '../domain/finding-words.ts'
import { RULES } from '../domain/rules/list.ts'
import { type AuditedReport, countedByState, type NumberedFinding, numberedFindings } from './audited-report.ts'
import { BLANK, findingLines, pointName } from './finding-lines.ts'
import { HTML_STYLE } from './html-style.ts'
import { LABELS } from './report-labels.ts'
import { cut, escaped } from './shown-text.ts'

/** The audit as one page of HTML that needs nothing else: no scripts, no links out, made for the screen and for paper. */
export function asHtml(report: AuditedReport): string {
  const { language, document } = report
  const title = escaped(cut(report.title || document.name, 300))
  const all = numberedFindings(report)
  const findings = all.map((shown) => findingHtml(shown, report)).join('\n')
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${LABELS.heading[language]}: ${title}</title>
<style>${HTML_STYLE}</style>
</head>
<body>
<header>
<p class="product">Hải Đăng · ${LABELS.heading[language]}</p>
${report.demonstration ? `<p class="demonstration">${DEMONSTRATION_WORDS[language]}</p>\n` : ''}<h1>${title}</h1>
${factsHtml(report)}
${countsHtml(all, report)}
</header>
<main>
<h2>${SAYS.findings[language]}</h2>
${findings || `<p>${LABELS.clean[language]}</p>`}
</main>
<footer>
<h2>${SAYS.rules[language]}</h2>
<ul>${RULES.map(({ title: rule }) => `<li>${escaped(rule[language])}</li>`).join('')}</ul>
</footer>
</body>
</html>
`
}

const SAYS = {
  findings: { vi: 'Các điểm phát hiện', en: 'Findings' },
  rules: { vi: 'Đã đối chiếu theo các quy tắc', en: 'The rules that were applied' },
  quote: { vi: 'Trích nguyên văn', en: 'Quoted' },
  cited: { vi: 'Những chỗ được trích', en: 'The quoted places' },
} as const

function factsHtml({ document, checked, findings, auditedAt, language }: AuditedReport): string {
  const facts = [
    [LABELS.source[language], `${cut(document.name, 300)} – ${FORMAT_WORDS[document.format][language]}`],
    [LABELS.at[language], formatMoment(auditedAt)],
    [LABELS.read[language], checkedWords(checked)[language]],
    [LABELS.result[language], severityCountWords(countBySeverity(findings))[language]],
  ]
  return `<dl class="facts">${facts.map(([name = '', value = '']) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join('')}</dl>`
}

function countsHtml(all: readonly NumberedFinding[], { language }: AuditedReport): string {
  const rows = countedByState(all).map(({ severity, count, states: counts }) => {
    const cells = counts.map((one) => `<td>${one}</td>`)
    const about = `<span class="about">${SEVERITY_ABOUT[severity][language]}</span>`
    return `<tr><th scope="row"><span class="mark ${severity}">${SEVERITY_WORDS[severity][language]}</span> ${about}</th><td>${count}</td>${cells.join('')}</tr>`
  })
  const states = STATES.map((state) => `<th scope="col">${STATE_WORDS[state][language]}</th>`).join('')
  return `<table class="counts"><thead><tr><th scope="col">${LABELS.severity[language]}</th><th scope="col">${LABELS.all[language]}</th>${states}</tr></thead><tbody>${rows.join('')}</tbody></table>`
}

/** Longest quotation; what is longer is read in the report. */
const MOST_QUOTED = 1000
/** A finding with more places may be cut by the end of a printed page. */
const LONG = 6
/** More places of one finding are only counted. */
const MOST_PLACES = 40

function findingHtml(shown: NumberedFinding, { document, language }: AuditedReport): string {
  const { finding, number, state } = shown
  const lines = findingLines(shown, document, language).map(
    ({ part, label, text }) => `<dt>${label}</dt><dd class="${part}">${escaped(text)}</dd>`,
  )
  const places = finding.places.slice(0, MOST_PLACES).map(({ where, quote }) => {
    const quoted = quote.trim() === '' ? `<em>${BLANK[language]}</em>` : escaped(cut(quote, MOST_QUOTED))
    return `<tr><td>${escaped(cut(where[language], MOST_QUOTED))}</td><td class="quote">${quoted}</td></tr>`
  })
  const rest = finding.places.length - places.length
  const decided = state === 'open' ? '' : ` <span class="state">${STATE_WORDS[state][language]}</span>`
  return `<article class="${finding.severity} ${state}${places.length > LONG ? ' long' : ''}">
<h3>${pointName(number, language)} <span class="mark ${finding.severity}">${SEVERITY_WORDS[finding.severity][language]}</span>${decided}</h3>
<div class="beside">
<dl>${lines.join('')}</dl>
<table><caption>${SAYS.cited[language]}</caption><thead><tr><th scope="col">${PART_WORDS.where[language]}</th><th scope="col">${SAYS.quote[language]}</th></tr></thead><tbody>${places.join('')}</tbody></table>
</div>${rest > 0 ? `\n<p>${LABELS.more[language](rest)}</p>` : ''}
</article>`
}
