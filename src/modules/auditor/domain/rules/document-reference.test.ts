import fc from 'fast-check'
import { expect, test } from 'vitest'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { documentReference } from './document-reference.ts'

const find = (...texts: string[]) => findingsOf(documentReference, documentOf(...texts))
const NONE = { number: 1, kind: ['Quyết định', 'QĐ'] as const, body: 'UBND', month: 1 }

const CITY = [
  'Thực hiện Quyết định số 1402/QĐ-UBND ngày 14/6/2023 của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu;',
  'Thực hiện Kế hoạch 5851/KH-UBND ngày 15/8/2023 thay thế cho Kế hoạch số 1420/KH-UBND ngày 15/3/2023 của UBND thành phố Vũng Tàu về việc triển khai',
  'Kết quả thực hiện nhiệm vụ theo Quyết định số 5851/QĐ-UBND ngày 15/8/2023 thay thế cho Quyết định 1402/QĐ-UBND ngày 15/3/2023',
  'Ban hành Kế hoạch số 5851/KH-UBND ngày 15/8/2023 thay thế Kế hoạch số 1420/KH-UBND ngày 15/3/2023; Kế hoạch số 1421/KH-UBND ngày 15/3/2023',
  'Căn cứ Quyết định số 1402/QĐ-UBND ngày 14/6/2023 của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu về việc giao',
  'theo Kế hoạch 5851/KH-UBND ngày 15/8/2023 của UBND thành phố Vũng Tàu, các nhiệm vụ',
]

test('one number with two days, and the twin that was meant', () => {
  const found = find(...CITY)
  expect(found).toHaveLength(2)
  expect(found[0]).toMatchObject({
    spots: [{ block: 2 }, { block: 0 }, { block: 1 }],
    correction: { changes: [{ from: '1402/QĐ-UBND', to: '1420/KH-UBND' }] },
  })
})

test('one number and day under two kinds: the rarer one is accused', () => {
  expect(find(...CITY)[1]).toMatchObject({
    severity: 'likely',
    spots: [{ block: 2 }, { block: 1 }],
    correction: { changes: [{ from: '5851/QĐ-UBND', to: '5851/KH-UBND' }] },
  })
})

test.each([
  [['Nghị quyết số 02-NQ/TU ngày 28/5/2021 của Tỉnh ủy', 'Kế hoạch số 02/KH-BCĐ ngày 22/3/2023']],
  [['Quyết định số 97/QĐ-UBND ngày 5/3/2022', 'Quyết định số 97/QĐ-UBND ngày 9/3/2023']],
  [
    [
      'Quyết định số 97/QĐ-UBND ngày 5/3/2023 của UBND tỉnh',
      'Quyết định số 97/QĐ-UBND ngày 9/3/2023 của UBND huyện Long Điền',
    ],
  ],
  [['Quyết định số 97/QĐ-UBND ngày 5/3/2023', 'Kế hoạch số 97/KH-UBND ngày 9/3/2023']],
  [['Quyết định 91/QĐ-UBND ngày 20/5/2022 ban hành Kế hoạch số 91/KH-UBND ngày 20/5/2022']],
  [
    [
      'Nghị định số 61/2018/NĐ-CP ngày 23/4/2018',
      'Nghị định số 61/2018/NĐ-CP',
      'Nghị định 107/2021/NĐ-CP ngày 06/12/2021',
    ],
  ],
  [['Kế hoạch số 1420/KH-UBND ngày 15/3/2023; Kế hoạch số 1421/KH-UBND ngày 15/3/2023']],
  [
    [
      'Thông báo kết luận số 257/TB-UBND ngày 19/4/2023',
      'Kết luận số 12/TB-UBND',
      'Thông tư số 5/TTLT-BNV-BTC',
      'Hợp đồng số 12/HĐ-TTCNTT',
    ],
  ],
  [
    [
      'Đề án 1234/QĐ-TTg',
      'Kế hoạch 1198/QĐ-TTg ngày 13/10/2023',
      'Quyết định 2207/QĐ-UBND ngày 06/8/2021 của Chủ tịch UBND tỉnh',
      'Quyết định số 2207/QĐ-UBND ngày 06/8/2021 của Ủy ban nhân dân tỉnh Phê duyệt',
    ],
  ],
  [
    [
      'Căn cứ Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 19/6/2015',
      'Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ số 76/2015/QH13 và Luật Tổ chức chính quyền địa phương số 77/2015/QH13 ngày 22/11/2019',
    ],
  ],
  [['Quyết định số 12/QĐ-UBND ngày 5/1/2023', 'Quyết định số 21/QĐ-UBND ngày 5/1/2023']],
])('%j is left alone', (texts) => {
  expect(find(...texts)).toEqual([])
})

test('a number of a body of which there is one has one day', () => {
  expect(
    find('Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng', 'theo Quyết định số 749/QĐ-TTg ngày 06/3/2020'),
  ).toMatchObject([{ severity: 'proved' }])
})

test('a year in the number that is not that of the day; a kind that the symbol does not bear out', () => {
  expect(find('Quyết định 08/2019/QĐ-UBND ngày 08/5/2018')).toMatchObject([{ severity: 'likely' }])
  expect(find('Nghị quyết số 12/QĐ-UBND ngày 08/5/2018')).toMatchObject([{ severity: 'look' }])
})

test('exchanged digits in a number of the same day', () => {
  const right = 'Quyết định số 1402/QĐ-UBND ngày 14/6/2023 của UBND tỉnh'
  expect(find(right, right, 'theo Quyết định số 1420/QĐ-UBND ngày 14/6/2023')).toMatchObject([{ severity: 'likely' }])
})

test('documents cited again and again as they are, are never accused', () => {
  const one = fc.record({
    number: fc.integer({ min: 1, max: 99_999 }),
    kind: fc.constantFrom(['Quyết định', 'QĐ'] as const, ['Kế hoạch', 'KH'] as const, ['Thông báo', 'TB'] as const),
    body: fc.constantFrom('UBND', 'TTg', 'STTTT', 'BCĐ'),
    month: fc.integer({ min: 1, max: 12 }),
  })
  const set = fc.uniqueArray(one, {
    minLength: 1,
    maxLength: 8,
    selector: ({ number }) => String(number).split('').toSorted().join(''),
  })
  fc.assert(
    fc.property(set, fc.array(fc.nat(7), { minLength: 1, maxLength: 20 }), (documents, order) => {
      const texts = order.map((at) => {
        const { number, kind, body, month } = documents[at % documents.length] ?? NONE
        return `Thực hiện ${kind[0]} số ${number}/${kind[1]}-${body} ngày 15/${month}/2023 về việc triển khai`
      })
      expect(find(...texts)).toEqual([])
    }),
  )
})
