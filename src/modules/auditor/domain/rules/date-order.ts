import { formatDay } from '#kernel/calendar.ts'
import type { Correction, Found, Spot } from '../finding.ts'
import { ANOTHER_SUBJECT, ORDERED_STEPS, type OrderedSteps, REPLACED_BY, REPLACES, TURNED } from '../lexicon/steps.ts'
import { datedOn, datedUntil, spanOf } from '../reading/date.ts'
import type { DateMention, Reading, Reference } from '../reading/reading.ts'
import { clauseBounds, sentenceBounds } from '../reading/sentence.ts'
import { groupBySpot, type PlacedText, proseOf, spotKey } from '../reading/text-reading.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'

export const dateOrder: Rule = {
  id: 'date-order',
  title: { vi: 'Ngày tháng ngược thứ tự', en: 'Dates in the wrong order' },
  about: {
    vi: 'So ngày trong cùng một câu: “từ … đến …”, thử nghiệm rồi chính thức, khởi công rồi hoàn thành, “sau đó”; văn bản thay thế hoặc sửa đổi phải ra sau văn bản bị thay thế; văn bản viện dẫn không thể ra sau ngày của báo cáo. Không kết luận khi câu nói về hai việc khác nhau hoặc ngày không ghi năm.',
    en: 'Compares days within a sentence: “from … to …”, trial and official start, beginning and end, “then”; a document that replaces or amends must be later than what it replaces; a cited document cannot be later than the report. Keeps silent when the sentence speaks of two things or a day has no year.',
  },
  check: (reading) => {
    const dates = groupBySpot(reading.dates.filter(({ exists }) => exists))
    const references = groupBySpot(reading.references)
    return [
      ...proseOf(reading.document).flatMap((place) => {
        if (!/\d/.test(place.text)) return []
        const mentions = dates.get(spotKey(place.spot)) ?? []
        return [
          ...ranges(place, mentions),
          ...ORDERED_STEPS.flatMap((steps) => stepsOf(place, mentions, steps)),
          ...thenAfter(place, mentions),
          ...replacements(place, references.get(spotKey(place.spot)) ?? []),
        ]
      }),
      ...laterThanReport(reading),
    ]
  },
}

const spotOf = ({ spot, from, to }: { spot: Spot; from: number; to: number }): Spot => ({ ...spot, from, to })
/** Whether everything `late` names lies before everything `early` names. */
const reversed = (early: DateMention, late: DateMention) => {
  const [first, last] = [spanOf(early.iso)?.first, spanOf(late.iso)?.last]
  return first !== undefined && last !== undefined && last < first
}
const before = (early: string, late: string): Words => ({
  vi: `${late} đứng trước ${early}`,
  en: `${late} is before ${early}`,
})

const TO = /^\s*,?\s*(?:cho\s+)?(?:đến|tới)(?:\s+(?:hết|cuối))?(?:\s+(?:ngày|tháng|năm|quý))?\s*$/iu
const DASH = /^\s*[-–]\s*$/u
const FROM = /(?<!\p{L})(?:từ|giai đoạn|kể từ)(?:\s+(?:ngày|tháng|năm|quý))?\s*$/iu
const YEARS =
  /(?<!\p{L})(?:giai đoạn|nhiệm kỳ|năm học|niên khóa|niên độ)\s+((?:19|20)\d{2})\s*[-–]\s*((?:19|20)\d{2})(?!\d)/giu
const REVERSED: Words = { vi: 'Khoảng thời gian kết thúc trước khi bắt đầu.', en: 'The span ends before it begins.' }

function ranges({ spot, text }: PlacedText, mentions: readonly DateMention[]): readonly Found[] {
  const days = mentions.flatMap((early, at): Found[] => {
    const late = mentions[at + 1]
    if (!late || !reversed(early, late)) return []
    const between = text.slice(early.to, late.from)
    const opened = FROM.test(text.slice(Math.max(0, early.from - 30), early.from))
    if (!opened || !(TO.test(between) || DASH.test(between))) return []
    return [
      {
        severity: 'proved',
        spots: [spotOf(early), spotOf(late)],
        stated: { vi: `từ ${early.text} đến ${late.text}`, en: `from ${early.text} to ${late.text}` },
        worked: before(early.text, late.text),
        why: REVERSED,
      },
    ]
  })
  const years = [...(/\d{4}\s*[-–]/.test(text) ? text.matchAll(YEARS) : [])].flatMap((found): Found[] => {
    const [all, first = '', last = ''] = found
    if (Number(first) <= Number(last)) return []
    const at = { ...spot, from: found.index, to: found.index + all.length }
    return [
      { severity: 'proved', spots: [at], stated: { vi: all, en: all }, worked: before(first, last), why: REVERSED },
    ]
  })
  return [...days, ...years]
}

/** How far behind its word a day may stand: `chính thức từ ngày …`. */
const REACH = 45

/** The only day that stands behind the only such word of the clause. */
function stepDay(text: string, word: RegExp, clause: { from: number; to: number }, mentions: readonly DateMention[]) {
  const found = [...text.slice(clause.from, clause.to).matchAll(word)]
  const [only, more] = found
  if (!only || more) return null
  const from = clause.from + only.index + only[0].length
  const mention = mentions.find((one) => one.from >= from && one.to <= clause.to)
  return mention && mention.from - from <= REACH ? { at: from, mention } : null
}

function stepsOf({ text }: PlacedText, mentions: readonly DateMention[], steps: OrderedSteps): readonly Found[] {
  const clauses = new Map(
    mentions.map(({ from }) => {
      const clause = clauseBounds(text, from)
      return [clause.from, clause]
    }),
  )
  return [...clauses.values()].flatMap((clause): Found[] => {
    const first = stepDay(text, steps.first, clause, mentions)
    const next = stepDay(text, steps.next, clause, mentions)
    if (!first || !next || next.at < first.at || first.mention === next.mention) return []
    if (first.mention.from > next.at || !reversed(first.mention, next.mention)) return []
    const between = text.slice(first.mention.to, next.at)
    if (TURNED.test(between)) return []
    const correction = nextYear(first.mention, next.mention)
    return [
      {
        severity: ANOTHER_SUBJECT.test(between) ? 'likely' : steps.severity,
        spots: [spotOf(next.mention), spotOf(first.mention)],
        stated: {
          vi: text.slice(first.at, next.mention.to).trim(),
          en: text.slice(first.at, next.mention.to).trim(),
        },
        worked: before(first.mention.text, next.mention.text),
        why: steps.why,
        ...(correction ? { correction } : {}),
      },
    ]
  })
}

/** The same day a year on, when that is within a year of the step before: January written with the old year. */
function nextYear(first: DateMention, then: DateMention): Correction | null {
  const year = /\d{4}/.exec(then.iso)?.[0] ?? ''
  const next = String(Number(year) + 1)
  const moved = spanOf(then.iso.replace(year, next))
  const begun = spanOf(first.iso)
  if (!moved || !begun || moved.last < begun.first || then.iso.length < 7) return null
  const to = then.text.replace(year, next)
  return {
    kind: 'wrong-date',
    says: {
      vi: `có lẽ phải là năm ${next}, sau ${first.text}`,
      en: `the year is probably ${next}, after ${first.text}`,
    },
    changes: [{ spot: spotOf(then), from: then.text, to }],
    confirmedBy: [spotOf(first)],
  }
}

/** `… ngày 05/3/2023; sau đó … ngày 01/2/2023`. */
function thenAfter({ text }: PlacedText, mentions: readonly DateMention[]): readonly Found[] {
  return [...text.matchAll(/(?<!\p{L})sau đó(?!\p{L})/giu)].flatMap((found): Found[] => {
    const sentence = sentenceBounds(text, found.index)
    const early = mentions.findLast(({ to, from }) => to <= found.index && from >= sentence.from)
    const late = mentions.find(({ from, to }) => from > found.index && to <= sentence.to)
    if (!early || !late || !reversed(early, late)) return []
    return [
      {
        severity: 'likely',
        spots: [spotOf(late), spotOf(early)],
        stated: { vi: `${early.text} … sau đó … ${late.text}`, en: `${early.text} … then … ${late.text}` },
        worked: before(early.text, late.text),
        why: {
          vi: 'Câu nói việc thứ hai xảy ra sau việc thứ nhất, nhưng ngày ghi thì ngược lại.',
          en: 'The sentence says that the second came after the first; the days say the opposite.',
        },
      },
    ]
  })
}

/** Adjusting may be said of a document by its own later adjustment. */
const CHANGES_ONLY = /(?:điều chỉnh|bổ sung)\s*$/iu

function replacements({ text }: PlacedText, references: readonly Reference[]): readonly Found[] {
  return references.flatMap((one, at): Found[] => {
    const next = references[at + 1]
    if (!next?.day || !one.day) return []
    const between = text.slice(one.to, next.from)
    if (between.length > 160 || /[.;]\s/.test(between)) return []
    const [newer, older] = REPLACED_BY.test(between) ? [next, one] : REPLACES.test(between) ? [one, next] : []
    if (!newer?.day || !older?.day || newer.day >= older.day) return []
    return [
      {
        severity: CHANGES_ONLY.test(between) ? 'likely' : 'proved',
        spots: [spotOf(newer), spotOf(older)],
        stated: { vi: `${one.text}${between}${next.text}`, en: `${one.text}${between}${next.text}` },
        worked: before(formatDay(older.day), formatDay(newer.day)),
        why: {
          vi: 'Văn bản thay thế hoặc sửa đổi không thể ra trước văn bản bị thay thế, sửa đổi.',
          en: 'A document cannot replace or amend one that is issued after it.',
        },
      },
    ]
  })
}

function laterThanReport({ document, references }: Reading): readonly Found[] {
  const until = datedUntil(document)
  if (until === null) return []
  const exact = datedOn(document) !== null
  return references.flatMap((reference): Found[] => {
    if (!reference.day || reference.day <= until) return []
    return [
      {
        severity: 'likely',
        spots: [spotOf(reference)],
        stated: { vi: reference.text, en: reference.text },
        worked: exact
          ? {
              vi: `${formatDay(reference.day)} sau ngày của báo cáo ${formatDay(until)}`,
              en: `${formatDay(reference.day)} is after the report's day ${formatDay(until)}`,
            }
          : {
              vi: `${formatDay(reference.day)} sau ${formatDay(until)}, ngày cuối báo cáo có thể ban hành`,
              en: `${formatDay(reference.day)} is after ${formatDay(until)}, the last day on which the report can be issued`,
            },
        why: {
          vi: 'Báo cáo không thể viện dẫn một văn bản ra sau chính nó.',
          en: 'A report cannot cite a document issued after itself.',
        },
      },
    ]
  })
}
