import type { ReportDocument } from '../domain/document.ts'
import type { Place } from '../domain/finding.ts'
import { PART_WORDS } from '../domain/finding-words.ts'
import { type AuditedReport, type Language, type NumberedFinding, numberedFindings } from './audited-report.ts'
import { findingLines, findingTitle, quote } from './finding-lines.ts'
import { paragraphOf } from './place-paragraph.ts'
import { oneLine } from './shown-text.ts'
import { meantAt, textAt } from './spot-text.ts'
import type { WordComment } from './word-comments.ts'

/** Places named in one comment; a total over 300 wards has as many. */
const MOST_PLACES = 12
const MOST_PLACE = 200

/** Every finding as a comment at each of its places, the first time in full. */
export function commentsOf(
  report: Pick<AuditedReport, 'document' | 'findings' | 'decisions' | 'language'>,
): readonly WordComment[] {
  return numberedFindings(report).flatMap((shown) => {
    const places = shown.finding.places.map((place) => ({
      place,
      paragraph: paragraphOf(report.document, place),
      ...meantWords(report.document, place),
    }))
    const spots = Map.groupBy(
      places,
      ({ paragraph, words }) => `${paragraph}:${words?.linesAbove}:${words?.from}:${words?.text}`,
    )
    const [first, ...others] = [...spots.values()].flatMap((same) => same.slice(0, 1))
    const full = { ...first, paragraph: first?.paragraph ?? 1, lines: fullLines(shown, report) }
    return [full, ...others.map((other) => ({ ...other, lines: pointerLines(shown, other.place, report.language) }))]
  })
}

/** The characters a place means, when it says which. */
function meantWords(document: ReportDocument, place: Place): Pick<WordComment, 'words'> {
  const { from, to } = place
  if (from === undefined || to === undefined) return {}
  const above = textAt(document, place).slice(0, from).split('\n')
  return { words: { text: meantAt(document, place), from: above.at(-1)?.length ?? 0, linesAbove: above.length - 1 } }
}

function fullLines(
  shown: NumberedFinding,
  { document, language }: Pick<AuditedReport, 'document' | 'language'>,
): WordComment['lines'] {
  const [, ...others] = shown.finding.places
  const named = others.slice(0, MOST_PLACES).map(({ where }) => oneLine(where[language], MOST_PLACE))
  const rest = others.length - named.length
  const more = rest > 0 ? [language === 'vi' ? `và ${rest} chỗ khác` : `and ${rest} more`] : []
  return [
    { label: findingTitle(shown, language), text: '' },
    ...findingLines(shown, document, language),
    ...(named.length > 0 ? [{ label: SAYS.alsoAt[language], text: [...named, ...more].join('; ') }] : []),
  ]
}

function pointerLines(shown: NumberedFinding, place: Place, language: Language): WordComment['lines'] {
  const where = shown.finding.places[0]?.where[language] ?? ''
  return [
    { label: `${findingTitle(shown, language)} ${SAYS.continued[language]}`, text: '' },
    { label: PART_WORDS.stated[language], text: quote(place.quote, language) },
    { label: SAYS.seeAt[language], text: oneLine(where, MOST_PLACE) },
  ]
}

const SAYS = {
  alsoAt: { vi: 'Liên quan', en: 'Concerns also' },
  continued: { vi: '(chỗ liên quan)', en: '(related place)' },
  seeAt: { vi: 'Xem nhận xét đầy đủ tại', en: 'See the full comment at' },
} as const
