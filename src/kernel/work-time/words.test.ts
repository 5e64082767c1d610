import { expect, test } from 'vitest'
import { instantOf, minuteOfText } from './clock.ts'
import { deadlineOf } from './deadline.ts'
import { minutesWords, termWords, traceSentences } from './words.ts'
import { DEFAULT_SESSIONS, type WorkingCalendar } from './working-calendar.ts'

const at = (text: string) => instantOf(minuteOfText(text))
const culture = {
  day: '2026-11-24',
  kind: 'off',
  name: 'Ngày Văn hóa Việt Nam',
  nameEn: 'Vietnam Culture Day',
  decision: 'Nghị quyết 28/2026/QH16',
  confirmed: true,
} as const
const calendar: WorkingCalendar = {
  sessions: DEFAULT_SESSIONS,
  specialDays: new Map([[culture.day, culture]]),
  inDayCutOff: '15:00',
  confirmedThrough: '2026-12-31',
}

test('a person reads each day of a count by hours', () => {
  const term = { amount: 1.5, unit: 'working-days', rule: 'hours' } as const
  const { trace } = deadlineOf({ receivedAt: at('2026-11-20T16:40'), term }, calendar)
  expect(traceSentences(trace, 'vi')).toEqual([
    'Nhận lúc 16:40 thứ Sáu 20/11/2026; thời hạn 1,5 ngày làm việc (12 giờ làm việc).',
    'Thứ Sáu 20/11/2026, 16:40–17:00: 20 phút, cộng dồn 20 phút.',
    'Không tính thứ Bảy 21/11/2026 đến Chủ nhật 22/11/2026: nghỉ cuối tuần.',
    'Thứ Hai 23/11/2026, 07:30–17:00: 8 giờ, cộng dồn 8 giờ 20 phút.',
    'Không tính thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16).',
    'Thứ Tư 25/11/2026, 07:30–11:10: 3 giờ 40 phút, cộng dồn 12 giờ.',
    'Hạn: 11:10 thứ Tư 25/11/2026.',
  ])
  expect(traceSentences(trace, 'en')[4]).toBe(
    'Not counted, Tuesday 24/11/2026: Vietnam Culture Day (Nghị quyết 28/2026/QH16).',
  )
})

test('a pause and an extension are told where they happened', () => {
  const term = { amount: 5, unit: 'working-days', rule: 'hours' } as const
  const pauses = [{ from: at('2026-11-17T15:00'), to: at('2026-11-25T10:00'), reason: 'chờ bổ sung' }]
  const extensions = [
    {
      at: at('2026-11-27T09:00'),
      term: { amount: 4, unit: 'working-hours', rule: 'hours' } as const,
      dueAt: null,
      reason: 'mưa bão',
    },
  ]
  const { trace } = deadlineOf({ receivedAt: at('2026-11-16T09:00'), term, pauses, extensions }, calendar)
  const told = traceSentences(trace, 'vi').filter((sentence) => /Tạm dừng|Tính tiếp|Gia hạn|Hạn/.test(sentence))
  expect(told).toEqual([
    'Tạm dừng lúc 15:00 thứ Ba 17/11/2026 (chờ bổ sung); còn 27 giờ 30 phút làm việc.',
    'Tính tiếp từ 10:00 thứ Tư 25/11/2026.',
    'Gia hạn lúc 09:00 thứ Sáu 27/11/2026 thêm 4 giờ làm việc (mưa bão): đến 09:30 thứ Ba 01/12/2026.',
    'Hạn: 09:30 thứ Ba 01/12/2026.',
  ])
})

test('a last day off says which day off it is and where it moves', () => {
  const term = { amount: 30, unit: 'calendar-days', rule: 'days' } as const
  const { trace } = deadlineOf({ receivedAt: at('2026-10-25T09:00'), term }, calendar)
  expect(traceSentences(trace, 'vi').slice(1)).toEqual([
    'Không tính ngày bắt đầu, Chủ nhật 25/10/2026.',
    'Từ thứ Hai 26/10/2026 đến hết thứ Ba 24/11/2026: 30 ngày, cộng dồn 30 ngày.',
    'Không tính thứ Ba 24/11/2026: Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16).',
    'Ngày cuối là ngày nghỉ: chuyển sang thứ Tư 25/11/2026.',
    'Hạn: 17:00 thứ Tư 25/11/2026.',
  ])
})

test('terms and minutes are said in both languages', () => {
  expect(termWords({ amount: 5, unit: 'working-days', rule: 'days' }, 'vi')).toBe('5 ngày làm việc')
  expect(termWords({ amount: 1, unit: 'months', rule: 'days' }, 'en')).toBe('1 month')
  expect(termWords({ amount: 1, unit: 'in-day', rule: 'days' }, 'vi')).toBe('trong ngày')
  expect([minutesWords(0, 'vi'), minutesWords(61, 'en')]).toEqual(['0 phút', '1 hour 1 minute'])
})
