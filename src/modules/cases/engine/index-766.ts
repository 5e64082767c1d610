import { Problem } from '#kernel/problem.ts'
import * as formula from '../domain/index-766/formulas.ts'
import { GROUP_NAMES, INDEX_INDICATORS, type IndexIndicator, type IndexPart } from '../domain/index-766/indicators.ts'
import { bandOf, INDEX_GROUPS, pointsOf, type Weight, weightOf } from '../domain/index-766/points.ts'
import { listCountedCases, listMissingCases } from '../store/counted-cases.ts'
import { listProceduresCounted } from '../store/counting.ts'
import { contentCounts } from '../store/discontent.ts'
import { listWeights } from '../store/index-weights.ts'
import { type Progress, progressOf } from '../store/stays.ts'
import { type Both, contentCases, FEEDBACK, type Found, feedbackMeasures, feedbackValues } from './feedback-766.ts'
import { meanTimeOf } from './mean-time.ts'
import { type Catalogue, catalogueOn } from './procedure-catalogue.ts'
import { type Published, publishedSets, type Sets } from './published-procedures.ts'
import { catalogueOf, countsFor } from './report.ts'
import { followedCases, readMark, shownListing } from './report-cases.ts'
import { type Asked, shownDays, spansOf, spansUntil, unitRef } from './report-days.ts'

const NATIONAL: Both = {
  vi: 'Số hồ sơ theo hệ thống báo cáo quốc gia: chưa có nguồn, dùng số của hệ thống này',
  en: 'Cases by the national reporting system: no source yet, our own count is used',
}
/** Of these nothing is taken in, or not all that counts: they earn nothing. */
const WITHOUT_SOURCE = ['5.1', '5.2', '5.3']

type Facts = {
  /** By the code of the measure without `cases_`. */
  readonly count: (code: string) => number
  readonly progress: Progress | undefined
  readonly content: Awaited<ReturnType<typeof contentCounts>>
}

/** What counts procedures of the catalogue. */
const ABOUT_PROCEDURES = ['1.1', '1.2', '1.3', '3.1', '3.2', '3.5', '4.5a']

const MEASURES = [
  'received',
  'synced',
  'online_whole',
  'with_fee',
  'paid_online',
  'written_due',
  'written_electronic',
  'digitised',
  'reused',
  'national',
  'population',
].map((code) => `cases_${code}`)

/** The index of a unit over a period: each line with its counts, points and what is missing; groups, total and bands. */
export async function index766Of(asked: Asked, procedureCode?: string) {
  const weights = await weightsOn(asked)
  const found = await valuesOf(asked)
  const lines = INDEX_INDICATORS.map((one) => lineOf(one, found.get(one.id) ?? { value: formula.UNKNOWN }, weights))
  const groups = INDEX_GROUPS.map((group) => ({
    group,
    name: GROUP_NAMES[group],
    ...summed(lines.filter((line) => line.group === group)),
  }))
  const total = summed(lines)
  return {
    days: shownDays(asked),
    unit: unitRef(asked, asked.unitId),
    lines,
    groups,
    total,
    bands: {
      low: bandOf(total.points),
      high: bandOf(total.points + total.unknownPoints + total.withoutSourcePoints),
    },
    meanTime: await meanTimeOf(asked, procedureCode),
  }
}

async function weightsOn({ tx, range }: Asked): Promise<ReadonlyMap<string, Weight>> {
  return new Map(
    (await listWeights(tx, range.to)).map(({ indicator, points, checked, source }) => [
      indicator,
      { points: Number(points), checked, source },
    ]),
  )
}

function lineOf(one: IndexIndicator, { value, missing = [] }: Found, weights: ReadonlyMap<string, Weight>) {
  const ids = INDEX_INDICATORS.filter(({ group, scored }) => scored && group === one.group).map(({ id }) => id)
  const weight = one.scored ? weightOf(one.id, { group: one.group, ids, weights }) : null
  const hasSource = !WITHOUT_SOURCE.includes(one.id)
  const opens = opensTo(one, value)
  return {
    id: one.id,
    group: one.group,
    name: one.name,
    formula: one.formula,
    numerator: value.numerator,
    denominator: value.denominator,
    ratio: value.percent,
    points: weight && hasSource && value.percent !== null ? pointsOf(value.percent, weight.points, one.cap) : null,
    maxPoints: weight?.points ?? null,
    cap: one.cap,
    weight: weight && { checked: weight.checked, assumed: weight.assumed, source: weight.source },
    missing: [...missing],
    opens,
    measures: one.measures,
    hasSource,
    lost:
      opens !== 'records' && opens && value.numerator !== null && value.denominator !== null
        ? value.denominator - value.numerator
        : null,
  }
}

function opensTo({ id, cases, measures }: IndexIndicator, { numerator }: formula.Value) {
  if (measures) return numerator === null ? null : ('records' as const)
  return cases ? ('cases' as const) : ABOUT_PROCEDURES.includes(id) ? ('procedures' as const) : null
}

type Scored = { readonly points: number | null; readonly maxPoints: number | null; readonly hasSource: boolean }

/** What has no source earns nothing and is in no maximum: its points are named apart. */
function summed(lines: readonly Scored[]) {
  const sum = (of: (line: (typeof lines)[number]) => number) =>
    Math.round(lines.reduce((all, line) => all + of(line), 0) * 100) / 100
  return {
    points: sum(({ points }) => points ?? 0),
    maxPoints: sum(({ maxPoints, hasSource }) => (hasSource ? (maxPoints ?? 0) : 0)),
    unknownPoints: sum(({ points, maxPoints, hasSource }) => (hasSource && points === null ? (maxPoints ?? 0) : 0)),
    withoutSourcePoints: sum(({ maxPoints, hasSource }) => (hasSource ? 0 : (maxPoints ?? 0))),
  }
}

async function valuesOf(asked: Asked): Promise<ReadonlyMap<string, Found>> {
  const unit = [{ unitId: asked.unitId, reach: 'subtree' as const }]
  const sums = await countsFor(asked, unit, [...MEASURES, ...feedbackMeasures(asked)])
  const count = (measure: string) => sums.get(measure)?.[0]?.value ?? null
  const { spans } = spansUntil(asked, unit)
  const [progress] = await progressOf(asked.tx, { spans, window: asked.window, byField: false })
  const content = await contentCounts(asked.tx, spans, asked.window)
  return new Map([
    ...(await procedureValues(asked)),
    ...caseValues({ count: (code) => count(`cases_${code}`) ?? 0, progress, content }),
    ...feedbackValues(asked, count),
  ])
}

function caseValues({ count, progress, content }: Facts): [string, Found][] {
  const synced = formula.synchronised({
    synced: count('synced'),
    receivedNational: null,
    receivedPortal: count('received'),
  })
  const { early = 0, onTime = 0, openInTime = 0, all = 0 } = progress ?? {}
  return [
    ['1.4', { value: synced, missing: [NATIONAL] }],
    ['2.1', { value: formula.inTime({ early, onTime, openInTime, all }) }],
    [
      '3.3',
      { value: formula.filedOnline({ onlineWhole: count('online_whole'), received: count('received'), synced }) },
    ],
    ['3.6', { value: formula.share(count('paid_online'), count('with_fee')) }],
    ['4.1', { value: formula.share(count('written_electronic'), count('written_due')) }],
    ['4.2', { value: formula.share(count('digitised'), count('received')) }],
    ['4.3', { value: formula.share(count('reused'), count('received')) }],
    ['4.4', { value: formula.share(count('national'), count('received')) }],
    ['4.5b', { value: formula.share(count('population'), count('received')) }],
    [
      '5.4',
      { value: formula.contentWithCases({ ...content, disliked: content.displeased }), missing: [FEEDBACK['5.4']] },
    ],
  ]
}

/** What is about procedures: published, offered online, with cases. */
async function procedureValues(asked: Asked): Promise<[string, Found][]> {
  const sets = new Map<string, Sets<unknown>>([...(await publishedSets(asked)), ...(await procedureSets(asked))])
  return [...sets].map(([id, { numerator, denominator }]) => [
    id,
    { value: formula.share(numerator.length, denominator.length) },
  ])
}

/** The procedures of the two counts, by indicator. */
async function procedureSets(asked: Asked): Promise<ReadonlyMap<string, Sets<Catalogue[number]>>> {
  const { tx, structureDay } = asked
  const all = catalogueOf(asked, await catalogueOn(tx, structureDay), asked.unitId, 'total')
  const { spans } = spansOf(asked, [{ unitId: asked.unitId, reach: 'subtree' }])
  const had = async (measure: string) =>
    new Set((await listProceduresCounted(tx, measure, spans)).map(({ code }) => code))
  const [online, fee, population] = [
    await had('cases_received_online'),
    await had('cases_with_fee'),
    await had('cases_population'),
  ]
  const services = all.filter(({ onlineLevel }) => onlineLevel !== 'none')
  const among = (denominator: Catalogue, codes: ReadonlySet<string>) => ({
    denominator,
    numerator: denominator.filter(({ code }) => codes.has(code)),
  })
  return new Map([
    ['1.3', { denominator: all, numerator: all.filter(({ isWhole }) => isWhole) }],
    ['3.1', { denominator: all, numerator: services }],
    ['3.2', among(services, online)],
    [
      '3.5',
      among(
        all.filter(({ hasFee }) => hasFee),
        fee,
      ),
    ],
    [
      '4.5a',
      among(
        all.filter(({ forCitizens }) => forCitizens),
        population,
      ),
    ],
  ])
}

/** The procedures of the two counts of an indicator that is about procedures, and those between them. */
export async function proceduresOfIndex(asked: Asked, { indicator, part }: { indicator: string; part: IndexPart }) {
  const decided = await publishedSets(asked)
  const sets: Sets<Pick<Published, 'code' | 'name'> & Partial<Published>> | undefined =
    decided.get(indicator) ?? (await procedureSets(asked)).get(indicator)
  if (!sets) throw new Problem('not-found', 'cases/unknown-index', '', { values: { indicator } })
  if (part !== 'lost') return sets[part]
  const earning = new Set(sets.numerator.map(({ code }) => code))
  return sets.denominator.filter(({ code }) => !earning.has(code))
}

const FOLLOWED = { lost: 'costly', numerator: 'inTime', denominator: 'all' } as const

/** The cases of the two counts of an indicator, and those that cost points: late by rule 2.1, or in the denominator and not in the numerator. */
export async function casesOfIndex(
  asked: Asked,
  { indicator, part, after, limit }: { indicator: string; part: IndexPart; after: string | undefined; limit: number },
) {
  const one = INDEX_INDICATORS.find(({ id }) => id === indicator)
  if (!one?.cases) throw new Problem('not-found', 'cases/unknown-index', '', { values: { indicator } })
  const { cases } = one
  if (cases === 'content') return contentCases(asked, part, { after, limit })
  if (cases === 'late') return followedCases(asked, { follow: FOLLOWED[part], reach: 'subtree', after, limit })
  const { spans } = spansOf(asked, [{ unitId: asked.unitId, reach: 'subtree' }])
  const page = { after: readMark(after), limit: limit + 1 }
  const listed =
    part === 'lost'
      ? await listMissingCases(asked.tx, { ...cases, spans }, page)
      : await listCountedCases(asked.tx, part === 'numerator' ? cases.part : cases.whole, spans, page)
  return shownListing(asked, listed, limit)
}
