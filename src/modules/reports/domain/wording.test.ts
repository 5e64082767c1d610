import { expect, test } from 'vitest'
import type { Figure } from './figure.ts'
import { changeText, figureText, longDayText, percentWithPartsText, verdictText } from './wording.ts'

const figure = (parts: Partial<Figure>): Figure => ({
  key: 'k',
  subject: { kind: 'indicator', code: 'I.01' },
  name: 'Tỷ lệ',
  unitOfMeasure: '%',
  unitId: 'u',
  unitName: 'Đơn vị',
  reach: 'own',
  period: { kind: 'nine-months', year: 2023, number: 1 },
  from: '2022-12-15',
  to: '2023-09-14',
  state: 'reported',
  value: null,
  numerator: null,
  denominator: null,
  quality: 'exact',
  formula: '',
  targets: [],
  note: null,
  parts: [],
  ...parts,
})

test('a percentage is shown with what it is made of', () => {
  expect(percentWithPartsText({ numerator: 23391, denominator: 23802 })).toBe('98,27% (23.391/23.802)')
  expect(percentWithPartsText({ numerator: 5, denominator: 0 })).toBe('… (5/0)')
})

test('a change is named as officials name it', () => {
  const ratio = (numerator: number, denominator: number) => figure({ numerator, denominator })
  expect(changeText(ratio(80, 100), ratio(75, 100))).toBe('tăng 5 điểm phần trăm')
  expect(changeText(ratio(1, 3), ratio(1, 3))).toBe('không đổi')
  const count = (value: number) => figure({ value, subject: { kind: 'measure', code: 'x' } })
  expect(changeText(count(90), count(120))).toBe('giảm 30 (-25%)')
  expect(changeText(count(5), count(0))).toBe('tăng 5')
  expect(changeText(count(5), undefined)).toBe('…')
})

test('the nearest level decides whether a target is met', () => {
  const targets: Figure['targets'] = [
    { level: 'nation', text: '50%', verdict: 'met' },
    { level: 'city', text: '80%', verdict: 'missed' },
  ]
  expect(verdictText({ targets })).toBe('chưa đạt')
  expect(verdictText({ targets: [] })).toBe('…')
})

test('a figure without a number is a gap in every format', () => {
  for (const format of ['count', 'percent', 'percent-nd', 'numerator', 'denominator', 'change'] as const) {
    expect(figureText(figure({}), format)).toBe('…')
  }
})

test('a report without a day leaves the places open', () => {
  expect(longDayText('2023-10-15', 2023)).toBe('ngày 15 tháng 10 năm 2023')
  expect(longDayText(null, 2023)).toMatch(/^ngày +tháng +năm 2023$/)
})
