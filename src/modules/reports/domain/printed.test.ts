import { expect, test } from 'vitest'
import { sampleReport } from '../outputs/report.fixture.ts'
import { printedParagraphs } from './printed.ts'

const hand = { prompt: 'Tồn tại, hạn chế', required: true }

test('an unwritten place of a draft says what is missing; of an issued report it prints nothing', () => {
  expect(printedParagraphs({ paragraphs: [], hand }, sampleReport(null))).toEqual([
    [{ text: '[Chưa viết: Tồn tại, hạn chế]', missing: true }],
  ])
  expect(printedParagraphs({ paragraphs: [], hand }, sampleReport())).toEqual([])
})

test('what is written, and what need not be, is printed as it is', () => {
  const paragraphs = [[{ text: 'Đã viết.' }]]
  expect(printedParagraphs({ paragraphs, hand }, sampleReport(null))).toBe(paragraphs)
  expect(printedParagraphs({ paragraphs: [], hand: { ...hand, required: false } }, sampleReport(null))).toEqual([])
})
