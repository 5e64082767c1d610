import { type Day, dayAt } from '#kernel/calendar.ts'
import { Problem } from '#kernel/problem.ts'
import { references } from '#kernel/rules/expression.ts'
import { termWords } from '#kernel/work-time/words.ts'
import { findDesk } from '#modules/cases/index.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { feesDue, findInForce, papersAsked, termFor, type Version } from '#modules/procedures/index.ts'
import type { Tx } from '#server/db.ts'
import { operation } from '#server/operation.ts'
import { catalogueOf } from '../catalogue.ts'
import * as contract from '../contract.ts'

type Answers = Readonly<Record<string, string | number | boolean | null>>

export const getGuide = operation(contract.getGuide, async ({ tx, now }, { code, answers, unitId }) => {
  const day = dayAt(now)
  const version = await findInForce(tx, code, day)
  if (!version) throw new Problem('not-found', 'portal/unknown-service')
  const { content } = version
  const { fields } = await catalogueOf(tx, now)
  const name = fields.find((field) => field.code === content.fieldCode)?.name
  return {
    code,
    name: content.name,
    field: name ?? { vi: content.fieldCode, en: content.fieldCode },
    demonstration: content.demonstration,
    onlineLevel: content.onlineLevel,
    levels: content.levels,
    channels: content.channels,
    applicants: content.applicants,
    steps: content.steps,
    requirements: content.requirements,
    sets: content.sets,
    questions: content.questions.map((question) => ({ ...question, answer: answers[question.name] ?? null })),
    papers: papersOf(version, answers),
    ...costOf(version, answers, day),
    results: content.results.map((result) => result.name),
    legalBasis: content.legalBasis.map(({ number, title, article, url }) => ({ number, title, article, url })),
    validFrom: version.validFrom,
    unit: unitId === undefined ? null : await placeOf(tx, unitId, day),
  }
})

function papersOf({ content }: Version, answers: Answers) {
  const asked = new Set(papersAsked(content, answers).map(({ code }) => code))
  return content.papers.map(({ when, ...paper }) => {
    const because = when === null ? [] : [...references(when)]
    const open = because.some((name) => (answers[name] ?? null) === null)
    const state: 'asked' | 'not-asked' | 'depends' = asked.has(paper.code) ? 'asked' : open ? 'depends' : 'not-asked'
    return { ...paper, state, because }
  })
}

const DURATIONS: Readonly<Record<string, string>> = { 'calendar-days': 'D', months: 'M' }

function costOf({ content }: Version, answers: Answers, day: Day) {
  const fees = feesDue(content, answers, day)
  const term = termFor(content, answers)
  const duration = DURATIONS[term.unit]
  const said = term.amount === 0 ? { ...term, unit: 'in-day' as const } : term
  return {
    fees: fees.map((fee) => ({ ...fee, possible: [...fee.possible] })),
    totalVnd: fees.reduce((sum, { dueVnd }) => sum + dueVnd, 0),
    term: { vi: termWords(said, 'vi'), en: termWords(said, 'en') },
    termDuration: duration === undefined ? null : `P${term.amount}${duration}`,
  }
}

async function placeOf(tx: Tx, unitId: string, day: Day) {
  const unit = findUnitAt(await loadStructure(tx), unitId, day)
  if (!unit) throw new Problem('not-found', 'portal/unknown-place')
  return { id: unitId, name: unit.name, desk: (await findDesk(tx, unitId)) ?? null }
}
