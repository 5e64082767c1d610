import { type Day, dayAt } from '#kernel/calendar.ts'
import { parsePeriodKey, periodLabel } from '#kernel/period.ts'
import { searchFor } from '#kernel/text.ts'
import { listIndicatorsOn } from '#modules/indicators/index.ts'
import { ancestorsOf, loadStructure, type Structure } from '#modules/organisation/index.ts'
import { isEmptyScope } from '#server/actor.ts'
import { type Context, operation, scopeFor } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { bestRank, compareFound } from '../domain/ranking.ts'
import { readableReports } from '../reports.ts'

type RankOf = (text: string) => number | null

export const searchEverything = operation(contract.searchEverything, async (context, { q, kind, limit }) => {
  const rankOf = searchFor(q)
  const may = (permission: string) => !isEmptyScope(scopeFor(context.actor, permission))
  const units = may('organisation:read') ? await findUnits(context, rankOf) : []
  const indicators = may('indicators:read') ? await findIndicators(context, rankOf) : []
  const reports = await findReports(context, q, rankOf)
  const all = [...units, ...indicators, ...reports].filter((found) => kind === undefined || found.kind === kind)
  return {
    found: all.toSorted(compareFound).slice(0, limit),
    counts: { unit: units.length, indicator: indicators.length, report: reports.length },
  }
})

/** Every unit that ever was, by the name and code it has or last had. */
async function findUnits({ tx, now }: Context, rankOf: RankOf): Promise<contract.Found[]> {
  const structure = await loadStructure(tx)
  const today = dayAt(now)
  return [...structure.byUnit].flatMap(([unitId, versions]): contract.Found[] => {
    const version = versions.findLast(({ validFrom }) => validFrom <= today) ?? versions[0]
    if (!version) return []
    const { name, shortName, code, validTo } = version
    const rank = bestRank([name, shortName, code].map((text) => (text === null ? null : rankOf(text))))
    if (rank === null) return []
    const endedOn = validTo !== null && validTo <= today ? validTo : null
    const path = pathOf(structure, unitId, endedOn ? version.validFrom : today)
    return [
      { kind: 'unit', id: unitId, title: { vi: name, en: name }, detail: { vi: path, en: path }, code, endedOn, rank },
    ]
  })
}

function pathOf(structure: Structure, unitId: string, day: Day): string {
  return ancestorsOf(structure, unitId, day)
    .map(({ name }) => name)
    .join(' · ')
}

async function findIndicators({ tx, now }: Context, rankOf: RankOf): Promise<contract.Found[]> {
  const listed = await listIndicatorsOn(tx, dayAt(now))
  return listed.flatMap(({ code, name, group, part }): contract.Found[] => {
    const titles = { vi: withPart(name.vi, part?.vi), en: withPart(name.en, part?.en) }
    const rank = bestRank([rankOf(titles.vi), rankOf(titles.en), rankOf(code)])
    return rank === null
      ? []
      : [{ kind: 'indicator', id: code, title: titles, detail: group.name, code, endedOn: null, rank }]
  })
}

function withPart(name: string, part: string | undefined): string {
  return part ? `${name} (${part})` : name
}

/** The reports module searches its own; here they are only ranked among the rest. */
async function findReports(context: Context, q: string, rankOf: RankOf): Promise<contract.Found[]> {
  const reports = await readableReports(context, { search: q, limit: 100 })
  return reports.map(({ reportId, title, unitName, period, number }): contract.Found => {
    const known = parsePeriodKey(period)
    const detail = (language: 'vi' | 'en') =>
      [unitName, known ? periodLabel(known, language) : period, number].filter(Boolean).join(' · ')
    return {
      kind: 'report',
      id: reportId,
      title: { vi: title, en: title },
      detail: { vi: detail('vi'), en: detail('en') },
      code: number,
      endedOn: null,
      rank: bestRank([rankOf(title), rankOf(`${title} ${unitName}`), number ? rankOf(number) : null]) ?? 9,
    }
  })
}
