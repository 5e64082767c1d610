import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCaseCode } from './scanned-code.ts'

test('the code of a dossier is found alone and inside an address', () => {
  expect(findCaseCode('H06.36.15-261130-0007')).toBe('H06.36.15-261130-0007')
  expect(findCaseCode('https://example.vn/tra-cuu?ma=H06.36.15-261130-0007&k=AB12')).toBe('H06.36.15-261130-0007')
  expect(findCaseCode('000.00.12.H06-200101-0001')).toBe('000.00.12.H06-200101-0001')
  expect(findCaseCode('Nguyễn Văn A')).toBeNull()
  fc.assert(fc.property(fc.string(), (text) => findCaseCode(text) === null || text.length >= 13))
})
