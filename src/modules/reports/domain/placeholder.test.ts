import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenPlaceholders, type Part, parsePlaceholders } from './placeholder.ts'

const sourceOf = (part: Part) => (part.kind === 'text' ? part.text : part.source)

test('a figure placeholder names what, whose, when and how', () => {
  expect(parsePlaceholders('Đạt {{ indicator:I.05 | unit=wards | period=previous | as=percent }} kế hoạch')).toEqual([
    { kind: 'text', text: 'Đạt ' },
    {
      kind: 'figure',
      source: '{{ indicator:I.05 | unit=wards | period=previous | as=percent }}',
      placeholder: {
        subject: { kind: 'indicator', code: 'I.05' },
        group: 'wards',
        reach: 'own',
        period: 'previous',
        as: 'percent',
      },
    },
    { kind: 'text', text: ' kế hoạch' },
  ])
})

test('an indicator is printed with its parts unless told otherwise, a measure as a count', () => {
  const as = (text: string) =>
    parsePlaceholders(text).map((part) => (part.kind === 'figure' ? part.placeholder.as : ''))
  expect(as('{{indicator:I.01}}')).toEqual(['percent-nd'])
  expect(as('{{measure:ho_so}}')).toEqual(['count'])
})

test.each([
  ['{{period', 'not-closed'],
  ['{{ky}}', 'unknown-name'],
  ['{{indicator:}}', 'unknown-name'],
  ['{{period | as=count}}', 'unknown-option'],
  ['{{indicator:I.01 | ky=truoc}}', 'unknown-option'],
  ['{{indicator:I.01 | as=dep}}', 'unknown-value'],
  ['{{indicator:I.01 | unit=khong_co}}', 'unknown-value'],
  ['{{indicator:I.01 | unit=khong-co}}', 'unknown-value'],
])('%s is refused as %s', (text, reason) => {
  expect(brokenPlaceholders(text, new Set(['wards'])).map((one) => one.reason)).toEqual([reason])
})

test('whatever is typed, the parts put together are the text again', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '|',
    '=',
    'period',
    'indicator:I.01',
    'measure:x',
    ' as=count',
    'chữ ',
    '{',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.array(piece).map((pieces) => pieces.join('')),
      (text) => {
        expect(parsePlaceholders(text).map(sourceOf).join('')).toBe(text)
      },
    ),
  )
})
