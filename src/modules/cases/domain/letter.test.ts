import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isReadByReceipt, isSaidTwice, isWorthTelling, letterNotice, mayStillTalk } from './letter.ts'

const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })

test('a case may be talked about while it is open, and for the days that are set after its end', () => {
  fc.assert(
    fc.property(moment, fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 800 }), (endedAt, days, later) => {
      const now = new Date(endedAt.getTime() + later * 86_400_000)
      expect(mayStillTalk({ endedAt, returnedAt: null }, now, days)).toBe(later <= days)
      expect(mayStillTalk({ endedAt, returnedAt: now }, now, days)).toBe(true)
      expect(mayStillTalk({ endedAt: null, returnedAt: null }, now, days)).toBe(true)
    }),
  )
})

test('the same words of the same side within ten minutes are one letter', () => {
  const at = new Date('2026-12-01T02:00:00Z')
  const last = { side: 'citizen' as const, text: 'Bao giờ xong?', at }
  const again = (more: object, minutes: number) =>
    isSaidTwice(last, { ...last, ...more, at: new Date(at.getTime() + minutes * 60_000) })
  expect(again({}, 9)).toBe(true)
  expect(again({}, 10)).toBe(false)
  expect(again({ text: 'Bao giờ xong ạ?' }, 1)).toBe(false)
  expect(again({ side: 'office' }, 1)).toBe(false)
  expect(isSaidTwice(undefined, last)).toBe(false)
})

test('an answer to who signed in is not for whoever has the receipt', () => {
  expect(isReadByReceipt({ byReceipt: false }, 'counter')).toBe(false)
  expect(isReadByReceipt({ byReceipt: true }, 'online')).toBe(true)
  expect(isReadByReceipt(undefined, 'online')).toBe(false)
  expect(isReadByReceipt(undefined, 'counter')).toBe(true)
})

test('who has not looked is told again after an hour, and never what was said', () => {
  const now = new Date('2026-12-01T02:00:00Z')
  const ago = (minutes: number) => ({ at: new Date(now.getTime() - minutes * 60_000) })
  expect(isWorthTelling([], now)).toBe(true)
  expect(isWorthTelling([ago(59)], now)).toBe(false)
  expect(isWorthTelling([ago(61)], now)).toBe(true)
  expect(letterNotice('H29.1-261201-0001', 'haidang.example', 'vi').text).toBe(
    'Cơ quan giải quyết có lời nhắn mới về hồ sơ H29.1-261201-0001. Xem tại haidang.example.',
  )
})
