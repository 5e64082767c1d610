import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WorkingCalendar } from '#kernel/work-time/working-calendar.ts'
import { type LogAct, minutesToEnd, responsibleFor, staysOf } from './course.ts'
import {
  accuracyOf,
  bucketOf,
  FEWEST,
  forecastFrom,
  type Judged,
  minutesUntil,
  survivalOf,
  survivalOfSamples,
} from './forecast.ts'

const duration = fc.integer({ min: 0, max: 50_000 })

test('buckets are in the order of durations, and what is kept by bucket says nearly what every single case says', () => {
  fc.assert(
    fc.property(fc.array(duration, { minLength: 1, maxLength: 200 }), duration, (durations, minutes) => {
      const counts = new Map<number, number>()
      for (const one of durations) counts.set(bucketOf(one), (counts.get(bucketOf(one)) ?? 0) + 1)
      const [kept, exact] = [survivalOf(counts)(minutes), survivalOfSamples(durations)(minutes)]
      expect(Math.abs(kept - exact)).toBeLessThanOrEqual((counts.get(bucketOf(minutes)) ?? 0) + 1e-9)
    }),
  )
  fc.assert(fc.property(duration, duration, (a, b) => bucketOf(Math.min(a, b)) <= bucketOf(Math.max(a, b))))
})

test('few cases say nothing, and then the wider look is asked', () => {
  const survival = survivalOfSamples(Array.from({ length: FEWEST - 1 }, () => 1000))
  const wide = survivalOfSamples(Array.from({ length: FEWEST }, (_, place) => 900 + place * 10))
  expect(forecastFrom([{ level: 'unit', survival, elapsed: 0 }], 100)).toBeNull()
  const looks = [
    { level: 'unit', survival, elapsed: 0 } as const,
    { level: 'procedure', survival: wide, elapsed: 0 } as const,
  ]
  expect(forecastFrom(looks, 1000)).toEqual({ level: 'procedure', ofCases: FEWEST, late: 19 })
  expect(minutesUntil(looks, 0.8)).toBeGreaterThan(1000)
})

test('less time left never makes a breach less likely', () => {
  fc.assert(
    fc.property(fc.array(duration, { minLength: 100, maxLength: 200 }), duration, duration, (durations, a, b) => {
      const look = { level: 'unit', survival: survivalOfSamples(durations), elapsed: 0 } as const
      const [few, many] = [forecastFrom([look], Math.min(a, b)), forecastFrom([look], Math.max(a, b))]
      if (few && many) expect(few.late).toBeGreaterThanOrEqual(many.late)
    }),
  )
})

/** Numbers from a seed, so that the synthetic past is the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

test('on a made-up past with known chances forecasts are as often right as they say', () => {
  const random = randomFrom(7)
  // Heavy-tailed, as handling is: most are quick, some take long.
  const draw = () =>
    Math.round(240 * Math.exp(1.1 * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())))
  const look = { level: 'unit', survival: survivalOfSamples(Array.from({ length: 4000 }, draw)) } as const
  const judged: Judged[] = []
  while (judged.length < 4000) {
    const [total, elapsed, left] = [draw(), Math.floor(random() * 400), Math.floor(random() * 900)]
    if (total <= elapsed) continue
    const said = forecastFrom([{ ...look, elapsed }], left)
    if (said) judged.push({ probability: said.late / said.ofCases, late: total > elapsed + left })
  }
  const found = accuracyOf(judged)
  expect(found?.brier).toBeLessThan((found?.brierOfBase ?? 0) * 0.95)
  for (const { cases, foretold, late } of found?.calibration ?? [])
    if (cases >= 200) expect(Math.abs(foretold - late) / cases).toBeLessThan(0.05)
})

const calendar: WorkingCalendar = {
  sessions: [
    { from: '07:30', to: '11:30' },
    { from: '13:00', to: '17:00' },
  ],
  specialDays: new Map(),
  inDayCutOff: '15:00',
  confirmedThrough: null,
}
const at = (text: string) => new Date(`2026-11-${text}+07:00`)
const log: readonly LogAct[] = [
  { act: 'receive', at: at('16T08:00'), toState: 'received', toStep: 'work', actorName: 'Một Cửa' },
  {
    act: 'assign',
    at: at('16T09:00'),
    toState: 'processing',
    toStep: 'work',
    actorName: 'Trưởng phòng',
    assigneeName: 'Chuyên viên',
  },
  { act: 'ask-supplement', at: at('16T10:00'), toState: 'supplement', toStep: 'work', actorName: 'Chuyên viên' },
  { act: 'supplement', at: at('18T10:00'), toState: 'processing', toStep: 'work', actorName: 'Một Cửa' },
  {
    act: 'forward',
    at: at('18T11:00'),
    toState: 'processing',
    toStep: 'approve',
    actorName: 'Chuyên viên',
    assigneeName: 'Lãnh đạo',
  },
  { act: 'decide', at: at('20T11:00'), toState: 'decided', toStep: 'desk', actorName: 'Lãnh đạo' },
]

test('time while the citizen is waited for is nobody’s, and the step that went furthest beyond its limit is named with its person', () => {
  const stays = staysOf(log, at('30T00:00'), calendar)
  expect(stays.map(({ stepId, minutes }) => [stepId, minutes])).toEqual([
    ['work', 180],
    ['approve', 960],
  ])
  expect(minutesToEnd(stays)).toEqual(
    new Map([
      ['approve', 960],
      ['work', 1140],
      ['*', 1140],
    ]),
  )
  const limits: Record<string, number> = { work: 60, approve: 480 }
  expect(responsibleFor(stays, (step) => limits[step] ?? null, 960)).toEqual({
    stepId: 'approve',
    personName: 'Lãnh đạo',
    overMinutes: 480,
  })
  expect(responsibleFor(stays, () => 5000, 960)).toBeNull()
  // As it stood on the second day: nothing of what came later is known.
  expect(staysOf(log, at('18T10:30'), calendar)).toMatchObject([
    { stepId: 'work', minutes: 150, personName: 'Chuyên viên' },
  ])
})
