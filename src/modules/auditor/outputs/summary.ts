import { formatMoment } from '#kernel/calendar.ts'
import {
  checkedWords,
  correctionWords,
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
import {
  type AuditedReport,
  countedByState,
  type Language,
  type NumberedFinding,
  numberedFindings,
} from './audited-report.ts'
import { pointName } from './finding-lines.ts'
import { LABELS } from './report-labels.ts'
import { oneLine } from './shown-text.ts'

/** More never fit on a page. */
const MOST_LISTED = 20
const MOST_TITLE = 220
const MOST_PLACE = 150
const MOST_SAID = 180

/** What the one page says, as plain values for `summary.typ`. */
export function summaryOf(report: AuditedReport): unknown {
  const { language, checked, document, auditedAt } = report
  const all = numberedFindings(report)
  const listed = all.filter(({ state }) => state !== 'dismissed').slice(0, MOST_LISTED)
  const title = wrapped(oneLine(report.title || document.name, MOST_TITLE))
  return {
    language,
    title,
    demonstration: report.demonstration ? DEMONSTRATION_WORDS[language] : '',
    when: `${LABELS.at[language]} ${formatMoment(auditedAt)}`,
    grave: all.some(({ finding, state }) => finding.severity === 'proved' && state !== 'dismissed'),
    verdict: verdict(all, language),
    facts: facts(report),
    states: STATES.map((state) => STATE_WORDS[state][language]),
    counts: counts(all, language),
    findings: listed.map((shown) => row(shown, language)),
    more: Array.from({ length: listed.length + 1 }, (_, shown) => more(all, listed.slice(0, shown), language)),
    says: {
      product: `HẢI ĐĂNG · ${LABELS.heading[language].toLocaleUpperCase('vi')}`,
      heading: SAYS.heading[language],
      severity: LABELS.severity[language],
      all: LABELS.all[language],
      gravest: SAYS.gravest[language],
      stated: PART_WORDS.stated[language],
      worked: PART_WORDS.worked[language],
      columns: [
        SAYS.point[language],
        PART_WORDS.where[language],
        SAYS.evidence[language],
        PART_WORDS.correction[language],
      ],
      foot: SAYS.foot[language],
    },
    checked,
  }
}

const SAYS = {
  heading: { vi: 'TÓM TẮT KẾT QUẢ KIỂM TRA BÁO CÁO', en: 'SUMMARY OF THE REPORT CHECK' },
  rules: { vi: 'Quy tắc', en: 'Rules' },
  gravest: { vi: 'Những điểm nặng nhất', en: 'The gravest findings' },
  point: { vi: 'Điểm', en: 'Finding' },
  evidence: { vi: 'Căn cứ', en: 'Evidence' },
  foot: {
    vi: 'Kết quả do máy đối chiếu các số liệu, ngày tháng và viện dẫn trong chính văn bản; việc kết luận và sửa thuộc đơn vị lập báo cáo. Nội dung đầy đủ, có chỉ vị trí, ở bản Word kèm nhận xét.',
    en: 'The figures, dates and references of the document were compared by machine; to conclude and to correct is up to whoever drew up the report. The annotated Word file has everything, at its place.',
  },
} as const

function verdict(all: readonly NumberedFinding[], language: Language): string {
  const standing = all.filter(({ state }) => state !== 'dismissed')
  const proved = standing.filter(({ finding }) => finding.severity === 'proved').length
  const rest = standing.length - proved
  const say = VERDICT[language]
  if (proved > 0) return say.proved(proved, rest)
  if (rest > 0) return say.look(rest)
  return all.length > 0 ? say.settled(all.length) : LABELS.clean[language]
}

const are = (count: number, one: string, more: string) =>
  count === 1 ? `There is 1 ${one}` : `There are ${count} ${more}`
const VERDICT = {
  vi: {
    proved: (count: number, rest: number) =>
      `Có ${count} mâu thuẫn đã chứng minh cần sửa hoặc giải trình trước khi ban hành${rest > 0 ? `, và ${rest} điểm khác nên xem lại` : ''}.`,
    look: (count: number) => `Không có mâu thuẫn nào được chứng minh; có ${count} điểm nên xem lại.`,
    settled: (count: number) => `Cả ${count} điểm phát hiện đều đã được xem xét và bỏ qua có lý do.`,
  },
  en: {
    proved: (count: number, rest: number) =>
      `${are(count, 'proved contradiction', 'proved contradictions')} to correct or explain before the report is issued${rest > 0 ? `, and ${rest} more worth a look` : ''}.`,
    look: (count: number) =>
      `No contradiction is proved; ${are(count, 'finding', 'findings').toLowerCase()} worth a look.`,
    settled: (count: number) => `All ${count} findings have been considered and dismissed with a reason.`,
  },
} as const

function facts({ document, checked, findings, language }: AuditedReport): readonly (readonly [string, string])[] {
  return [
    [LABELS.source[language], wrapped(`${oneLine(document.name, 120)} – ${FORMAT_WORDS[document.format][language]}`)],
    [LABELS.read[language], checkedWords(checked)[language]],
    [SAYS.rules[language], rulesApplied(findings, language)],
  ]
}

/** With more findings than these the room is theirs, and the rules are only counted. */
const FEW = 4

function rulesApplied(findings: AuditedReport['findings'], language: Language): string {
  const speaking = new Set(findings.map(({ rule }) => rule)).size
  const titles = findings.length > FEW ? '' : ` (${RULES.map(({ title }) => title[language]).join('; ')})`
  return {
    vi: `Đối chiếu theo ${RULES.length} quy tắc${titles}; ${speaking === 0 ? 'không quy tắc nào' : `${speaking} quy tắc`} có phát hiện.`,
    en: `${RULES.length} rules applied${titles}; ${speaking === 0 ? 'none' : speaking} of them found something.`,
  }[language]
}

function counts(all: readonly NumberedFinding[], language: Language) {
  return countedByState(all).map(({ severity, count, states }) => ({
    severity,
    name: SEVERITY_WORDS[severity][language],
    about: SEVERITY_ABOUT[severity][language],
    all: String(count),
    states: states.map(String),
  }))
}

function row({ number, finding, state }: NumberedFinding, language: Language) {
  const said = (text: string, most = MOST_SAID) => wrapped(oneLine(text, most))
  return {
    point: pointName(number, language),
    severity: finding.severity,
    severityName: SEVERITY_WORDS[finding.severity][language],
    where: said(finding.places[0]?.where[language] ?? '', MOST_PLACE),
    stated: said(finding.stated[language]),
    worked: said(finding.worked[language]),
    correction: said(correctionWords(finding)[language]),
    decided: state === 'open' ? '' : STATE_WORDS[state][language],
  }
}

/** `và 37 điểm khác (12 đã chứng minh, 25 nên xem lại)`: everything that is not on the page, dismissed findings too. */
function more(all: readonly NumberedFinding[], shown: readonly NumberedFinding[], language: Language): string {
  const rest = all.filter((one) => !shown.includes(one))
  if (rest.length === 0) return ''
  const kinds = severityCountWords(countBySeverity(rest.map(({ finding }) => finding)))[language]
  const dismissed = rest.filter(({ state }) => state === 'dismissed').length
  const of =
    dismissed === 0
      ? ''
      : { vi: `; ${dismissed} điểm đã bỏ qua có lý do`, en: `; ${dismissed} dismissed with a reason` }[language]
  return {
    vi: `${shown.length > 0 ? 'và ' : 'Có '}${rest.length} điểm ${shown.length > 0 ? 'khác ' : ''}(${kinds}${of}).`,
    en: `${shown.length > 0 ? 'and ' : ''}${rest.length} ${shown.length > 0 ? 'more' : 'findings'} (${kinds}${of}).`,
  }[language]
}

/** Chances to break a line within words longer than any word: nothing runs off the page. */
function wrapped(text: string): string {
  return text.replace(/\S{20,}/gu, (word) =>
    Array.from(word, (letter, at) => (at % 6 === 5 ? `${letter}\u200b` : letter)).join(''),
  )
}
