import { addDays, type Day, dayAt, startOfDay } from '#kernel/calendar.ts'
import { newId } from '#kernel/id.ts'
import type { Acting, DemoDeps } from './deps.ts'

/** The wards and communes of the former city that receive cases. */
const UNITS = ['26506', '26526', '26536', '26542', '26545']
const MINUTE_MS = 60_000
const DAYS_BEFORE = 20

const OPENING = {
  weekdays: [1, 2, 3, 4, 5],
  windows: [],
  slotMinutes: 20,
  places: 2,
  daysAhead: 14,
  noticeMinutes: 60,
  graceMinutes: 10,
  keepDays: 30,
  lines: [
    {
      code: 'A',
      name: { vi: 'Hộ tịch, chứng thực', en: 'Civil status, certified copies' },
      fields: ['ho-tich', 'chung-thuc'],
    },
    { code: 'B', name: { vi: 'Đất đai, xây dựng', en: 'Land, building' }, fields: ['dat-dai', 'xay-dung'] },
    { code: 'C', name: { vi: 'Việc khác', en: 'Other business' }, fields: [] },
  ],
  desks: [
    { code: '1', name: 'Quầy 1', lines: ['A'] },
    { code: '2', name: 'Quầy 2', lines: ['A', 'C'] },
    { code: '3', name: 'Quầy 3', lines: ['B', 'C'] },
  ],
}
const PEOPLE = ['Nguyễn Văn Mẫu', 'Trần Thị Minh Họa', 'Lê Văn Thử', 'Phạm Thị Ví Dụ', 'Hoàng Văn Giả Định']

type Found = { units: { unitId: string }[] }
type Slots = { days: { day: Day; free: number }[]; slots: { at: string; free: number }[] }

/** Counters, a few appointments to come and the numbers of two days gone by. All of it is invented, and no address belongs to anybody. */
export async function loadAppointmentsDemo(deps: DemoDeps): Promise<void> {
  const now = new Date()
  const since = addDays(dayAt(now), -DAYS_BEFORE)
  const at = new Date(startOfDay(since).getTime() + 8 * 60 * MINUTE_MS)
  const ids: string[] = []
  for (const code of UNITS) {
    const { units } = await deps.perform<Found>('organisation.list-units', {
      code,
      level: 'commune',
      day: since,
      limit: 1,
    })
    const unitId = units[0]?.unitId
    if (!unitId) throw new Error(`The demonstration has no unit ${code}.`)
    const said = { unitId, validFrom: since, version: 0, reason: 'Dữ liệu minh họa', opening: OPENING }
    await deps.perform('appointments.set-opening', said, { at })
    ids.push(unitId)
  }
  const [first] = ids
  if (!first) return
  const days = await openDays(deps, first, dayAt(now))
  const kiosk = await pairedKiosk(deps, first)
  for (const day of days) await queueOfDay(deps, { unitId: first, day, kiosk })
  await appointmentsToCome(deps, first)
  for (const unitId of ids) await ratedCases(deps, unitId)
}

type Ended = { cases: { id: string; endedAt: string | null }[] }
const SAID = [
  [5, []],
  [4, []],
  [2, ['wait', 'unclear']],
  [5, []],
  [1, ['manner']],
  [3, ['papers']],
  [4, []],
] as const

/** With the receipt in hand, some say how content they are with how their case was handled. */
async function ratedCases({ perform }: DemoDeps, unitId: string): Promise<void> {
  const { cases } = await perform<Ended>('cases.list-cases', { list: 'all', unitId, business: 'returned', limit: 30 })
  for (const [place, { id, endedAt }] of cases.entries()) {
    const [stars, reasons] = SAID[place % SAID.length] ?? [5, []]
    if (endedAt === null) continue
    const { code, secret } = await perform<{ code: string; secret: string }>('cases.get-case', { caseId: id })
    const at = new Date(new Date(endedAt).getTime() + (place + 1) * 60 * MINUTE_MS)
    const said = { code, secret, stars, reasons, way: place % 2 === 0 ? 'phone' : 'kiosk' }
    await perform('appointments.rate-case-by-receipt', said, { at })
  }
}

/** A kiosk of the unit: it gave the numbers of days gone by, and nobody stands before it. */
async function pairedKiosk({ perform }: DemoDeps, unitId: string): Promise<Acting> {
  const { code } = await perform<{ code: string }>('appointments.ask-pairing', {})
  const name = 'Máy lấy số minh họa'
  const { id } = await perform<{ id: string }>('appointments.pair-device', { code, unitId, kind: 'kiosk', name })
  return { id, name, kind: 'device' }
}

/** The two last days before today on which numbers were given out. */
async function openDays({ perform }: DemoDeps, unitId: string, today: Day): Promise<Day[]> {
  const days: Day[] = []
  for (let ago = 1; ago < DAYS_BEFORE && days.length < 2; ago++) {
    const day = addDays(today, -ago)
    const { isOpen } = await perform<{ isOpen: boolean }>(
      'appointments.get-kiosk',
      { unitId },
      { at: moment(day, 480) },
    )
    if (isOpen) days.push(day)
  }
  return days
}

const moment = (day: Day, minute: number): Date => new Date(startOfDay(day).getTime() + minute * MINUTE_MS)

type Queue = { readonly unitId: string; readonly day: Day; readonly kiosk: Acting }
const [FIRST, EVERY, PEOPLE_A_DAY, ROUNDS, ROUND] = [480, 4, 15, 9, 9]

/** People come every four minutes from eight o'clock; a desk takes nine minutes for each; most say afterwards how it was. */
async function queueOfDay({ perform }: DemoDeps, { unitId, day, kiosk }: Queue): Promise<void> {
  const taken: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const minute = FIRST + 2 + round * ROUND
    for (; taken.length < PEOPLE_A_DAY && FIRST + taken.length * EVERY <= minute; ) {
      const wish = { requestKey: newId(), line: 'AACB'[taken.length % 4] }
      const at = moment(day, FIRST + taken.length * EVERY)
      taken.push((await perform<{ code: string }>('appointments.take-ticket', wish, { at, as: kiosk })).code)
    }
    for (const desk of ['1', '2', '3']) {
      const where = { unitId, desk }
      const { ticket } = await perform<{ ticket: { id: string } | null }>('appointments.call-next', where, {
        at: moment(day, minute),
      })
      if (!ticket) continue
      const outcome = round === 5 && desk === '1' ? 'absent' : 'done'
      const done = { ...where, ticketId: ticket.id, outcome }
      await perform('appointments.finish-ticket', done, { at: moment(day, minute + ROUND - 1) })
    }
  }
  const rated = [5, 4, 5, 3, 4, 5, 2, 4]
  for (const [place, stars] of rated.entries()) {
    const reasons = stars <= 3 ? ['wait'] : []
    const said = { code: taken[place], stars, reasons }
    const how = { at: moment(day, 620 + place), ...(place % 2 === 0 && { as: kiosk }) }
    await perform('appointments.rate-ticket', said, how).catch(onlyIfNotServed)
  }
}

/** A number that nobody came for is not rated. */
function onlyIfNotServed(thrown: unknown): void {
  if ((thrown as { code?: string }).code !== 'appointments/not-served') throw thrown
}

async function appointmentsToCome({ perform }: DemoDeps, unitId: string): Promise<void> {
  const { days } = await perform<Slots>('appointments.find-slots', { unitId })
  for (const [place, name] of PEOPLE.entries()) {
    const day = days[1 + (place % 3)]?.day
    if (day === undefined) return
    const { slots } = await perform<Slots>('appointments.find-slots', { unitId, day })
    const slot = slots.filter(({ free }) => free > 0)[place * 2]
    if (!slot) continue
    const contact = `minh-hoa-${place + 1}@example.vn`
    const wish = { requestKey: newId(), unitId, day, at: slot.at, name, contact, consent: true, language: 'vi' }
    await perform('appointments.book-appointment', { ...wish, procedureCode: '1.001193' })
  }
}
