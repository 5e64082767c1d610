import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tracesIn } from './publication.ts'

const OF = { caseCode: 'H79.26.01-261201-0001', officerName: 'Trần Quang Huy' }

test('numbers of people, addresses, the case and the officer named are found; days, amounts and decrees are none', () => {
  expect(tracesIn('Gọi 0912 345 678', OF)).toEqual(['number'])
  expect(tracesIn('Căn cước 079.090.001.234', OF)).toEqual(['number'])
  expect(tracesIn('Viết cho an@example.vn', OF)).toEqual(['address'])
  expect(tracesIn('hồ sơ h79.26.01-261201-0001 của ông tran quang huy', OF)).toEqual(
    expect.arrayContaining(['case', 'officer']),
  )
  const plain = 'Từ ngày 01/7/2026, phí là 1.250.000 đồng theo Nghị định 118/2025/NĐ-CP; trả trong 3 ngày.'
  expect(tracesIn(plain, OF)).toEqual([])
  expect(tracesIn(plain, { caseCode: null, officerName: '' })).toEqual([])
})

test('a number of nine digits and more is found wherever it stands and however it is written', () => {
  const anyDigits = fc.stringMatching(/^[0-9]{9,14}$/)
  fc.assert(
    fc.property(
      fc.string(),
      anyDigits,
      fc.constantFrom('', ' ', '.', '-'),
      fc.string(),
      (before, digits, between, after) => {
        const text = `${before} ${digits.split('').join(between)} ${after}`
        expect(tracesIn(text, OF)).toContain('number')
      },
    ),
  )
})
