import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day } from '#kernel/calendar.ts'
import { type JudgedFact, newestEffect, publicationRatios, timeliness, workingDayBefore } from './publication.ts'

const works = (day: Day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
function workingDayAfter(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (works(at)) left--
  }
  return at
}
const days = { after: workingDayAfter, before: (day: Day, count: number) => workingDayBefore(day, count, works) }
const day = fc.integer({ min: 0, max: 400 }).map((offset) => addDays('2026-01-01', offset))
const rule = { decideDaysBefore: 5, publishDaysAfter: 5 }

test('the n-th working day before is the last from which n working days lie up to the day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 20 }), (to, count) => {
      const from = days.before(to, count)
      expect(works(from)).toBe(true)
      const between = Array.from({ length: 60 }, (_, index) => addDays(from, index)).filter(
        (at) => at < to && works(at),
      )
      expect(between).toHaveLength(count)
    }),
  )
})

test('a calendar in which nobody ever works still ends the search', () => {
  expect(workingDayBefore('2026-01-01', 5, () => false)).toBe('2016-01-04')
})

test('publishing earlier never makes it late, and unpublished is late only after its day', () => {
  fc.assert(
    fc.property(day, day, day, day, (decisionOn, publishedOn, earlier, today) => {
      const at = (published: Day | null) =>
        timeliness({ decisionOn, basisEffectiveOn: null, publishedOn: published }, rule, days, today).publishedOnTime
      if (earlier <= publishedOn && at(publishedOn) === true) expect(at(earlier)).toBe(true)
      expect(at(null)).toBe(today > days.after(decisionOn, 5) ? false : null)
    }),
  )
})

test('the newest day of effect counts', () => {
  const basis = [{ effectiveOn: '2026-01-01' }, { effectiveOn: null }, { effectiveOn: '2026-05-01' }]
  expect([newestEffect(basis), newestEffect([])]).toEqual(['2026-05-01', null])
})

test('a procedure in many decisions counts once, and late once is late for the period', () => {
  const fact = (procedureId: string, decidedOnTime: boolean | null): JudgedFact => ({
    procedureId,
    decisionOn: '2026-02-02',
    basisEffectiveOn: null,
    publishedOn: '2026-02-03',
    decisionDueOn: null,
    decidedOnTime,
    publicationDueOn: '2026-02-09',
    publishedOnTime: true,
  })
  const facts = [fact('a', true), fact('a', false), fact('b', true), fact('b', null), fact('c', true)]
  const ratios = publicationRatios(facts, { from: '2026-01-01', to: '2026-04-01' })
  expect(ratios.decided).toEqual({ numerator: 1, denominator: 2, unknown: 1 })
  expect(ratios.published).toEqual({ numerator: 3, denominator: 3 })
  expect(publicationRatios(facts, { from: '2026-03-01', to: '2026-04-01' }).published.denominator).toBe(0)
})
