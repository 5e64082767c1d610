/** Writes `src/kernel/work-time/deadline.cases.json`: `node scripts/reckon-deadlines.ts`, then `npm run format`. */
import { writeFileSync } from 'node:fs'
import {
  type Case,
  type Date3,
  type Gap,
  LAST_CERTAIN_YEAR,
  OFF,
  read,
  reckon,
  tomorrow,
  WORKED,
  write,
} from './deadline-reckoning.ts'

// which cases

/** A small generator of our own, so that the file comes out the same each time. */
let state = 20261121
const below = (bound: number): number => {
  state = (state * 1103515245 + 12345) % 2147483648
  return Math.floor((state / 2147483648) * bound)
}
const nth = <T>(list: readonly T[], place: number): T => list[place] as T // places are taken from the list's own length
const pick = <T>(list: readonly T[]): T => nth(list, below(list.length))

const UNITS: [string, string, number[]][] = [
  ['working-hours', 'hours', [1, 2, 4, 8, 12, 20, 36]],
  ['working-days', 'hours', [0.5, 1, 2, 3, 5, 7, 10, 15]],
  ['working-days', 'days', [1, 2, 3, 5, 7, 10, 15, 20]],
  ['calendar-days', 'days', [1, 3, 7, 15, 30, 45]],
  ['months', 'days', [1, 2, 3, 6]],
  ['in-day', 'days', [1]],
]
const CLOCKS = [
  '06:50',
  '07:30',
  '08:17',
  '09:00',
  '11:29',
  '11:30',
  '12:10',
  '13:00',
  '14:59',
  '15:00',
  '16:40',
  '16:59',
  '17:00',
  '21:05',
]
/** Weeks in which something happens: Tết, the spring holidays, swapped Saturdays, National Day, Culture Day, ends of years. */
const AROUND = [
  '2023-01-13',
  '2023-04-26',
  '2023-08-30',
  '2023-12-27',
  '2024-02-05',
  '2024-04-16',
  '2024-04-25',
  '2024-08-29',
  '2024-12-30',
  '2025-01-22',
  '2025-04-03',
  '2025-04-24',
  '2025-08-28',
  '2025-12-29',
  '2026-01-07',
  '2026-02-11',
  '2026-04-23',
  '2026-08-19',
  '2026-08-27',
  '2026-11-19',
  '2026-12-28',
  '2027-01-29',
  '2027-04-13',
  '2027-04-28',
  '2027-08-31',
  '2027-11-19',
]

function later(text: string, days: number, clock = text.slice(11)): string {
  let day: Date3 = read(text)
  for (let step = 0; step < days; step++) day = tomorrow(day)
  return `${write(day)}T${clock}`
}

type Asked = Omit<Case, 'due' | 'remainingMinutes' | 'unconfirmed'>
const plain = (proves: string, received: string, amount: number, unit: string, rule: string): Asked => ({
  proves,
  received,
  amount,
  unit,
  rule,
  pauses: [],
  extensions: [],
})

function asked(): Asked[] {
  const cases: Asked[] = []
  for (const around of AROUND)
    for (const [unit, rule, amounts] of UNITS)
      cases.push(plain('around days off', later(`${around}T00:00`, below(7), pick(CLOCKS)), pick(amounts), unit, rule))
  for (const clock of CLOCKS)
    for (const [unit, rule] of UNITS.filter(([unit]) => unit !== 'calendar-days' && unit !== 'months'))
      cases.push(plain(`received at ${clock}`, `2026-11-23T${clock}`, 1, unit, rule))
  for (const received of ['2024-01-31T09:00', '2023-01-31T09:00', '2025-08-31T09:00', '2025-12-31T16:00'])
    cases.push(plain('the last day of a shorter month', received, pick([1, 6]), 'months', 'days'))
  for (let turn = 0; turn < 90; turn++) cases.push(withPauses(turn))
  for (let turn = 0; turn < 30; turn++) cases.push(withExtension(turn))
  return cases
}

/** One or two pauses, beginning before the term can be over; every sixth is still open. */
function withPauses(turn: number): Asked {
  const [unit, rule, amounts] = nth(UNITS, turn % 5)
  const received = later(`${pick(AROUND)}T00:00`, below(5), pick(['08:17', '09:00', '14:00']))
  const amount = Math.max(...amounts.slice(-3))
  const from = later(received, 1 + below(2), pick(CLOCKS))
  const to = turn % 6 === 5 ? null : later(from, 1 + below(12), pick(CLOCKS))
  const pauses: Gap[] = [{ from, to }]
  if (to !== null && turn % 3 === 0)
    pauses.push({ from: later(to, 1, '09:30'), to: later(to, 2 + below(4), pick(CLOCKS)) })
  return { ...plain(to === null ? 'a pause that lasts' : 'paused and resumed', received, amount, unit, rule), pauses }
}

/** Longer by a term of the same kind, before it was over. */
function withExtension(turn: number): Asked {
  const [unit, rule] = nth(UNITS, turn % 3)
  const received = later(`${pick(AROUND)}T00:00`, below(5), pick(CLOCKS))
  const extensions = [{ at: later(received, 1, '10:00'), amount: pick([1, 2, 5]), unit, rule }]
  return { ...plain('extended once', received, unit === 'working-hours' ? 20 : 5, unit, rule), extensions }
}

/** The worked examples the rules were agreed on; due as people computed it, not as this script does. */
const WORKED_EXAMPLES: [string, number, string, string, string, string, Gap[]?][] = [
  ['2026-11-16T09:00', 3, 'working-days', '2026-11-19T09:00', '2026-11-19', 'plain'],
  ['2026-11-20T15:30', 5, 'working-days', '2026-11-30T15:30', '2026-11-30', 'a weekend and the holiday of 24 November'],
  [
    '2026-11-21T10:00',
    1,
    'working-days',
    '2026-11-23T17:00',
    '2026-11-25',
    'receipt on a day off; hours end at closing',
  ],
  ['2026-11-23T06:50', 1, 'working-days', '2026-11-23T17:00', '2026-11-25', 'before opening'],
  ['2026-11-23T12:10', 1, 'working-days', '2026-11-25T11:30', '2026-11-25', 'at lunch'],
  ['2026-11-23T17:00', 1, 'working-days', '2026-11-25T17:00', '2026-11-26', 'at closing exactly'],
  ['2026-02-12T10:00', 5, 'working-days', '2026-02-26T10:00', '2026-02-26', 'across Tết'],
  ['2026-08-21T14:00', 2, 'working-days', '2026-08-24T14:00', '2026-08-24', 'a Saturday worked instead counts'],
  ['2026-08-28T16:00', 3, 'working-days', '2026-09-07T16:00', '2026-09-07', 'National Day with a swapped Monday'],
  ['2026-04-24T16:30', 2, 'working-days', '2026-04-29T16:30', '2026-04-29', 'a Monday off for a Sunday holiday'],
  ['2026-04-29T08:00', 1, 'working-days', '2026-05-04T08:00', '2026-05-04', 'two holidays and a weekend'],
  ['2026-11-23T16:00', 4, 'working-hours', '2026-11-25T10:30', '', 'hours roll over a holiday'],
  ['2026-11-23T11:00', 2, 'working-hours', '2026-11-23T14:30', '', 'hours roll over lunch'],
  ['2026-10-25T09:00', 30, 'calendar-days', '', '2026-11-25', 'the last day is a holiday'],
  ['2026-01-18T09:00', 30, 'calendar-days', '', '2026-02-23', 'the last day is in Tết'],
  [
    '2026-11-16T09:00',
    5,
    'working-days',
    '2026-11-30T15:00',
    '',
    'a pause keeps the hours left',
    [{ from: '2026-11-17T15:00', to: '2026-11-25T10:00' }],
  ],
]

function examples(): Case[] {
  return WORKED_EXAMPLES.flatMap(([received, amount, unit, byHours, byDays, proves, pauses = []]) =>
    [byHours && (['hours', byHours] as const), byDays && (['days', `${byDays}T17:00`] as const)]
      .filter((known) => known !== '')
      .map(([rule, due]) => {
        const own = reckon({ ...plain(proves, received, amount, unit, rule), pauses })
        if (own.due !== due)
          throw new Error(`${received} ${amount} ${unit} by ${rule}: reckoned ${own.due}, agreed ${due}`)
        return own
      }),
  )
}

const specialDays = [
  ...Object.entries(OFF).map(([day, name]) => ({
    day,
    kind: 'off',
    name: name.replace('?', ''),
    confirmed: !name.startsWith('?'),
  })),
  ...WORKED.map((day) => ({ day, kind: 'make-up', name: 'Làm bù', confirmed: true })),
].toSorted((left, right) => (left.day < right.day ? -1 : 1))

const file = {
  about:
    'Deadlines for any engine to be held against. Times are office time (UTC+7). Made by scripts/reckon-deadlines.ts.',
  calendar: {
    sessions: [
      { from: '07:30', to: '11:30' },
      { from: '13:00', to: '17:00' },
    ],
    inDayCutOff: '15:00',
    confirmedThrough: `${LAST_CERTAIN_YEAR}-12-31`,
    specialDays,
  },
  examples: examples(),
  reckoned: asked().map(reckon),
}
const inOneLine = (list: readonly object[]) => list.map((one) => `    ${JSON.stringify(one)}`).join(',\n')
const text = `{
  "about": ${JSON.stringify(file.about)},
  "calendar": ${JSON.stringify(file.calendar)},
  "examples": [
${inOneLine(file.examples)}
  ],
  "reckoned": [
${inOneLine(file.reckoned)}
  ]
}
`
writeFileSync(new URL('../src/kernel/work-time/deadline.cases.json', import.meta.url), text)
console.log(`${file.examples.length} worked examples, ${file.reckoned.length} reckoned`)
