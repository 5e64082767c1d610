import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { shareWithoutCount } from './share-without-count.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const LABELS = [
  'Hộ có Internet',
  'Dân số có tài khoản',
  'Doanh nghiệp dùng hóa đơn điện tử',
  'Văn bản ký số',
  'Thuê bao thông minh',
  'Kết quả được số hóa',
]
const tableOf = (...answers: readonly string[]) =>
  documentOf([HEADER, ...answers.map((answer, at) => [String(at + 1), LABELS[at] ?? '', '90%', answer])])
const COUNTED = ['95% (950/1000)', '54% (540/1000)', '91,5% (183/200)', '88% (880/1000)', '70% (70/100)']

test('the one share without counts among shares with them', () => {
  const found = findingsOf(shareWithoutCount, tableOf(...COUNTED, '50.07% (theo số liệu IOC tỉnh)'))
  expect(found).toMatchObject([{ severity: 'look', quotes: ['50.07% (theo số liệu IOC tỉnh)'] }])
})

test.each([
  ['all of them', [...COUNTED, '100%']],
  ['none of them', [...COUNTED, '0%']],
  ['a count beside it', [...COUNTED, '27.520/60.150 người']],
  ['one of many', [...COUNTED, '0,52% (1/192)']],
  ['nobody gives counts', ['95%', '54%', '91,5%', '88%', '70%', '50%']],
  ['half of the rows give none', ['95% (950/1000)', '54% (540/1000)', '91,5% (183/200)', '88%', '70%', '50%']],
])('%s: nothing stands out', (_, answers) => {
  expect(findingsOf(shareWithoutCount, tableOf(...answers))).toEqual([])
})

const fraction = fc
  .integer({ min: 10, max: 9000 })
  .chain((all) => fc.tuple(fc.integer({ min: 1, max: all - 1 }), fc.constant(all)))
const told = ([some, all]: readonly [number, number]) =>
  `${((some / all) * 100).toFixed(2).replace('.', ',')}% (${some}/${all})`

test('rows that all give their counts are left alone; the one that does not is pointed at, whatever the numbers', () => {
  fc.assert(
    fc.property(
      fc.array(fraction, { minLength: 5, maxLength: 5 }),
      fc.integer({ min: 1, max: 99 }),
      (fractions, share) => {
        const answers = fractions.map(told)
        expect(findingsOf(shareWithoutCount, tableOf(...answers))).toEqual([])
        const bare = `${share}% (theo số liệu của tỉnh)`
        expect(findingsOf(shareWithoutCount, tableOf(...answers, bare))).toMatchObject([
          { severity: 'look', quotes: [bare] },
        ])
      },
    ),
    { numRuns: 50 },
  )
})
