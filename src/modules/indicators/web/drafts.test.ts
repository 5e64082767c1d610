import { expect, test } from 'vitest'
import { changeDraft, draftOf, isFar, readDraft, startDrafts, whatIsLeft } from './drafts.ts'

const measure = (code: string, decimals = 0) => ({
  id: code,
  code,
  name: { vi: code, en: code },
  nature: 'flow' as const,
  source: 'reported' as const,
  unit: { vi: 'văn bản', en: 'documents' },
  decimals,
  rollUp: 'sum' as const,
  topic: '',
  validFrom: '2021-01-01',
  validTo: null,
})
const entry = (code: string, fields: { raw?: string; value?: string; state?: 'missing' | 'not-applicable' } = {}) => ({
  measure: measure(code),
  state: fields.state ?? ('missing' as const),
  raw: fields.raw ?? '',
  value: fields.value ?? null,
  note: '',
  wrong: null,
  previous: null,
})
const typed = (raw: string, decimals = 0) => readDraft({ raw, note: '', notApplicable: false }, measure('a', decimals))

test('numbers typed either way are read as the server reads them', () => {
  expect(typed('1.234,5', 1)).toEqual({ state: 'reported', value: '1234.5', ambiguous: false })
  expect(typed('1234.5', 1)).toEqual({ state: 'reported', value: '1234.5', ambiguous: false })
  expect(typed('4.602')).toEqual({ state: 'reported', value: '4602', ambiguous: true })
  expect(typed('0')).toMatchObject({ state: 'zero' })
  expect(typed('8,5')).toMatchObject({ state: 'wrong', code: 'indicators/too-many-decimals' })
  expect(typed('=A1+2')).toMatchObject({ state: 'wrong', code: 'indicators/number-formula' })
  expect(typed('Đang thống kê')).toMatchObject({ state: 'wrong', code: 'indicators/number-not-a-number' })
})

test('the states without a number', () => {
  expect(readDraft({ raw: '', note: '', notApplicable: false }, measure('a'))).toEqual({ state: 'missing' })
  expect(readDraft({ raw: '', note: 'Hiện đang thống kê', notApplicable: false }, measure('a'))).toEqual({
    state: 'text',
  })
  expect(readDraft({ raw: '', note: '', notApplicable: true }, measure('a'))).toEqual({ state: 'not-applicable' })
})

test('a line starts as it was saved; a number known only by its value is written the Vietnamese way', () => {
  const drafts = startDrafts([entry('a', { raw: '4.602', value: '4602' }), entry('b', { value: '8.5' })])
  expect(draftOf(drafts, 'a').raw).toBe('4.602')
  expect(draftOf(drafts, 'b').raw).toBe('8,5')
  expect(draftOf(drafts, 'unknown')).toEqual({ raw: '', note: '', notApplicable: false })
})

test('"not applicable" empties the number, and a number makes it apply again', () => {
  const ticked = changeDraft(startDrafts([entry('a', { raw: '5' })]), 'a', { notApplicable: true })
  expect(draftOf(ticked, 'a')).toMatchObject({ raw: '', notApplicable: true })
  expect(draftOf(changeDraft(ticked, 'a', { raw: '7' }), 'a')).toMatchObject({ raw: '7', notApplicable: false })
  expect(draftOf(changeDraft(ticked, 'a', { note: 'x' }), 'a').notApplicable).toBe(true)
})

test('what is left names the row of each open and each wrong line', () => {
  const entries = [entry('a', { raw: '5' }), entry('b'), entry('c', { raw: 'abc' })]
  const left = whatIsLeft(entries, startDrafts(entries))
  expect(left.missing.map(({ row }) => row)).toEqual([1])
  expect(left.wrong.map(({ row, reading }) => [row, reading.code])).toEqual([[2, 'indicators/number-not-a-number']])
  expect(left.filled).toBe(1)
})

test('a slip of a digit stands out, an ordinary change does not', () => {
  const previous = { period: '2026-M10', value: '100' }
  expect(isFar(typed('1000'), previous)).toBe(true)
  expect(isFar(typed('10'), previous)).toBe(true)
  expect(isFar(typed('180'), previous)).toBe(false)
  expect(isFar(typed('0'), previous)).toBe(false)
  expect(isFar(typed('12'), { period: '2026-M10', value: '2' })).toBe(false)
})
