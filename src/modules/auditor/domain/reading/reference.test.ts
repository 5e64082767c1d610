import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReferences } from './reference.ts'

const brief = (text: string) =>
  readReferences(text).map(({ kindWord, number, symbol, day, issuer }) => [kindWord, number, symbol, day, issuer])

test.each([
  [
    'Quyết định số 1402/QĐ-UBND ngày 14/6/2023 của Ủy ban nhân dân tỉnh về việc giao chỉ tiêu',
    ['Quyết định', '1402', 'QĐ-UBND', '2023-06-14', 'Ủy ban nhân dân tỉnh'],
  ],
  ['Kế hoạch 5851/KH-UBND', ['Kế hoạch', '5851', 'KH-UBND', null, '']],
  ['4826/KH-UBND ngày 10/07/2023 Kế hoạch tập huấn', ['', '4826', 'KH-UBND', '2023-07-10', '']],
  ['Nghị quyết số 17/NQCP ngày 07/3/2019 của Chính phủ', ['Nghị quyết', '17', 'NQCP', '2019-03-07', 'Chính phủ']],
  [
    'Quyết định kiện toàn BCD theo Quyết định số 2566-QĐ/TU ngày 22/3/2023 của Thành ủy Vũng Tàu;',
    ['Quyết định', '2566', 'QĐ/TU', '2023-03-22', 'Thành ủy Vũng Tàu'],
  ],
  ['Văn bản số 7014/UBND-TCKH ngày 14/9/2023', ['Văn bản', '7014', 'UBND-TCKH', '2023-09-14', '']],
  ['Quyết định 08/2019/QĐ-UBND ngày 08/5/2019', ['Quyết định', '08/2019', 'QĐ-UBND', '2019-05-08', '']],
  ['Nghị định số 45/2020 ngày 08/4/2020', ['Nghị định', '45/2020', '', '2020-04-08', '']],
  ['Thông báo kết luận số 257/TB-UBND ngày 19/4/2023', ['Thông báo kết luận', '257', 'TB-UBND', '2023-04-19', '']],
  ['Luật số 91/2025/QH15', ['Luật', '91/2025', 'QH15', null, '']],
  [
    'Quyết định của UBND tỉnh số 12/QĐ-UBND ngày 05 tháng 9 năm 2023',
    ['Quyết định', '12', 'QĐ-UBND', '2023-09-05', ''],
  ],
  ['Quyết định số 9/QĐ-TTg ngày 31/02/2023', ['Quyết định', '9', 'QĐ-TTg', null, '']],
])('%s', (text, expected) => {
  expect(brief(text)).toEqual([expected])
})

test('two in one sentence keep their own kinds and days', () => {
  const text =
    'Kế hoạch 5851/KH-UBND ngày 15/8/2023 thay thế cho Kế hoạch số 1420/KH-UBND ngày 15/3/2023 của UBND thành phố'
  expect(brief(text)).toEqual([
    ['Kế hoạch', '5851', 'KH-UBND', '2023-08-15', ''],
    ['Kế hoạch', '1420', 'KH-UBND', '2023-03-15', 'UBND thành phố'],
  ])
})

test.each([
  '98.27% (23.391/23.802)',
  'Mẫu 01/BC-UBND',
  '24/7',
  'giai đoạn 2021-2025',
  '50 TTHC/100 TTHC',
  'ngày 22/3/2023',
  'COVID-19',
  '120/80',
])('%s names no document', (text) => {
  expect(brief(text)).toEqual([])
})

test('a document is found wherever it stands, at its place', () => {
  const kind = fc.constantFrom('Quyết định', 'Kế hoạch', 'Công văn', 'Thông báo')
  const symbol = fc.constantFrom('QĐ-UBND', 'KH-UBND', 'CV-STTTT', 'TB-VP')
  const around = fc.constantFrom('', 'Căn cứ ', 'theo ', 'thay thế ', 'ngày 01/02/2023, ')
  fc.assert(
    fc.property(around, kind, fc.integer({ min: 1, max: 99999 }), symbol, (before, word, number, sign) => {
      const text = `${before}${word} số ${number}/${sign} ngày 14/6/2023 của UBND tỉnh`
      const [one, ...more] = readReferences(text)
      expect(more).toEqual([])
      expect(one).toMatchObject({ number: String(number), symbol: sign, kindWord: word, day: '2023-06-14' })
      expect(text.slice(one?.from, one?.to)).toBe(`${word} số ${number}/${sign} ngày 14/6/2023`)
    }),
  )
})
