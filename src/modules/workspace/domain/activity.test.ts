import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptValues } from './activity.ts'

test('keeps what names a thing and drops what tells of a person', () => {
  const payload = {
    reportId: 'r',
    unitId: 'u',
    period: '2023-9M',
    number: '312/BC-UBND',
    version: 2,
    code: 'I.01',
    comment: 'Ông A nói',
    name: 'Nguyễn Văn A',
    unitIds: ['u'],
    seal: 'abc',
  }
  expect(keptValues(payload)).toEqual({
    reportId: 'r',
    unitId: 'u',
    period: '2023-9M',
    number: '312/BC-UBND',
    version: 2,
    code: 'I.01',
  })
})

test('whatever an event carries, only short texts and finite numbers are kept', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('unitId', 'code', 'number')), fc.anything()),
      (payload) => {
        for (const value of Object.values(keptValues(payload))) {
          expect(typeof value === 'string' ? value.length <= 200 : Number.isFinite(value)).toBe(true)
        }
      },
    ),
  )
})
