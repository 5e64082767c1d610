import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { readStatements } from './statement.ts'

const brief = (text: string) =>
  readStatements(text).map(
    ({ percent, numerator, denominator }) =>
      `${percent?.text ?? ''}|${numerator === null ? '' : `${numerator.value}/${denominator?.value}`}`,
  )

test.each([
  ['98.27% (23.391/23.802)', ['98.27%|23391/23802']],
  ['100% (55/55 TTHC có phát sinh giao dịch trực tuyến)', ['100%|55/55']],
  ['39% cán bộ, công chức trên địa bàn được đăng ký cấp tài khoản (202/511)', ['39%|202/511']],
  ['34% (Thực hiện 18/52 cuộc kiểm tra các cơ sở, hồ sơ)', ['34%|18/52']],
  [
    '- Có 1.147/2.154 người có công có tài khoản, đạt 54%. - Có 2.265/ 5.843 người hưởng chế độ, đạt 39%.',
    ['54%|1147/2154', '39%|2265/5843'],
  ],
  ['đến khám tại các PKĐK tư nhân là: 27.520/60.150', ['|27520/60150']],
  ['Kết quả, 168/542 tiểu thương tham gia gắn mã QR.', ['|168/542']],
  ['80% (421.62/527.025)', ['80%|421.62/527025']],
  ['Đạt hơn 8.5% (5/5 doanh nghiệp viễn thông và hơn 400/760 cơ sở lưu trú)', ['8.5%|', '|5/5', '|400/760']],
  ['Đạt tỷ lệ 52% (470/900 DN sử dụng)', ['52%|470/900']],
  ['18/52 cuộc kiểm tra, chiếm 34,6%', ['34,6%|18/52']],
  ['có 12/17 phường (70,59%) hoàn thành', ['70,59%|12/17']],
  ['mức độ 3: 30/50 TTHC (60%), mức độ 4: 20/40 TTHC (50%)', ['60%|30/50', '50%|20/40']],
  ['giải ngân 15,5/20,3 tỷ đồng, đạt 76,35%', ['76,35%|15.5/20.3']],
  ['1,147/2,154 hộ', ['|1147/2154']],
  ['tổng số 281/511', ['|281/511']],
  ['7/9 chỉ tiêu hoàn thành', ['|7/9']],
  ['1/968 giao dịch', ['|1/968']],
  ['0,20% (1/500 lượt tra cứu)', ['0,20%|1/500']],
  ['93,50% (1900/2032)', ['93,50%|1900/2032']],
])('%s', (text, statements) => {
  expect(brief(text)).toEqual(statements)
})

test.each([
  ['xử lý 281/511 phản ánh, vượt chỉ tiêu 3,6%', ['|281/511', '3,6%|']],
  ['xử lý 281/511 phản ánh, tăng 15% so với cùng kỳ', ['|281/511', '15%|']],
  ['thu 281/511 khoản, đạt 120% kế hoạch', ['|281/511', '120%|']],
  ['chỉ tiêu 50% (thực hiện 18/52 cuộc)', ['50%|', '|18/52']],
  ['đạt 54%; có 18/52 cuộc kiểm tra', ['54%|', '|18/52']],
  ['Toàn tỉnh đạt 95,5%. Riêng thành phố có 18/52 cơ sở (thí điểm)', ['95,5%|', '|18/52']],
  ['đạt 95%, trong đó cấp xã hoàn thành sớm (12/17 phường)', ['95%|', '|12/17']],
  ['xử lý 281/511 phản ánh, tỷ lệ hài lòng đạt 95%', ['|281/511', '95%|']],
  ['12/17 xã có tỷ lệ tham gia bảo hiểm y tế cao, đạt 95%', ['|12/17', '95%|']],
  ['12/17 xã có hộ nghèo chiếm dưới 3%', ['|12/17', '3%|']],
  ['tỷ lệ hài lòng 95% (khảo sát 281/511 người)', ['95%|', '|281/511']],
  ['12/17 phường và 30/45 trường, đạt 70%', ['|12/17', '|30/45', '70%|']],
])('a percentage of another thing stays alone: %s', (text, statements) => {
  expect(brief(text)).toEqual(statements)
})

test.each([
  'ngày 22/3/2023',
  'trong tháng 12/2023',
  'quý 3/2023',
  'Quyết định số 1402/QĐ-UBND',
  'Nghị quyết số 17/NQ-CP',
  'Nghị định 99/2023/NĐ-CP',
  'Nghị định số 45/2020 ngày 08/4/2020',
  'điện thoại 0254.3856/3857',
  'điện thoại: 0254/3856789',
  'phục vụ 24/7',
  'trực 24/24 giờ',
  'hưởng ứng ngày Chuyển đổi số quốc gia 10/10.',
  'Ngày Chuyển đổi số tỉnh (10/10) hưởng ứng',
  'giai đoạn 2021/2025',
  'năm học 2023-2024',
  'năm học 2023/2024',
  'Mẫu 01/BC',
  'Mẫu số 02/2019/BC',
  'dịp lễ 30/4, 1/5',
  'từ 15/5 đến 20/6',
  'xếp hạng 7/63 tỉnh, thành phố',
  'xếp thứ 12/63',
  'bản đồ tỷ lệ 1/500',
  'quy hoạch phân khu 1/2000',
  'nhà 12/34 đường Trần Phú',
  'hẻm 45/67',
  'https://vungtau.gov.vn/12/345/678',
  'huyết áp 120/80',
  'tốc độ 120 km/h',
  'IP 10.0.0.0/24',
  'sao 4,5/5',
  'kỳ họp thứ 12/2023',
  'Tờ trình 30/TTr-STTTT',
  'Km 12/300',
])('%s holds no fraction', (text) => {
  expect(readStatements(text).filter(({ numerator }) => numerator !== null)).toEqual([])
})

test('any day, month and document number in any sentence is no fraction', () => {
  const day = fc.integer({ min: 1, max: 31 })
  const month = fc.integer({ min: 1, max: 12 })
  const year = fc.integer({ min: 1990, max: 2099 })
  const pad = fc.boolean()
  const symbol = fc.constantFrom('QĐ-UBND', 'KH-UBND', 'NQ-CP', 'NĐ-CP', 'TT-BTTTT', 'QH15', 'BC-STTTT', 'NQCP')
  const before = fc.constantFrom('ngày ', 'từ ngày ', '', 'đến ', '(', 'họp ', 'tháng ', 'số ')
  const after = fc.constantFrom('', ' về việc', ')', '; ', ', đạt 54%', ' của UBND tỉnh', ' (54%)', '. - Có')
  const two = (value: number, padded: boolean) => String(value).padStart(padded ? 2 : 1, '0')
  fc.assert(
    fc.property(day, month, year, pad, symbol, before, after, (d, m, y, padded, sign, head, tail) => {
      const texts = [
        `${head}${two(d, padded)}/${two(m, padded)}/${y}${tail}`,
        `tháng ${two(m, padded)}/${y}${tail}`,
        `${head}${d * 7}/${sign}${tail}`,
        `${head}${d}/${y}/${sign}${tail}`,
      ]
      for (const text of texts) expect(readStatements(text).filter(({ numerator }) => numerator !== null)).toEqual([])
    }),
  )
})

test('a fraction with its share is read whatever its size and marks', () => {
  fc.assert(
    fc.property(fc.integer({ min: 32, max: 9_999_999 }), fc.integer({ min: 2101, max: 9_999_999 }), (n, d) => {
      expect(brief(`12,34% (${formatNumber(n)}/${formatNumber(d)})`)).toEqual([`12,34%|${n}/${d}`])
      expect(brief(`Có ${n}/${d} người, đạt 12,34%`)).toEqual([`12,34%|${n}/${d}`])
    }),
  )
})

test('where share and fraction may be of different things, it says so', () => {
  const looseness = (text: string) => readStatements(text).map(({ loose }) => loose ?? false)
  expect(looseness('100% cán bộ được tập huấn (45/60 lớp)')).toEqual([true])
  expect(looseness('90% doanh nghiệp được giới thiệu (850/900 doanh nghiệp tham dự)')).toEqual([false])
  expect(looseness('39% cán bộ, công chức (202/511)')).toEqual([false])
  expect(looseness('34% (Thực hiện 18/52 cuộc)')).toEqual([false])
  expect(looseness('Có 1.147/2.154 người có công có tài khoản, đạt 54%')).toEqual([false])
  expect(looseness('95% (qua 45/60 hội nghị)')).toEqual([true])
})

test('what it speaks of stands before, what is counted behind', () => {
  const [statement] = readStatements('Kết quả: có 168/542 tiểu thương tham gia, tăng nhanh')
  expect(statement).toMatchObject({ subject: 'Kết quả: có', ofWhat: 'tiểu thương tham gia' })
})

test('no text makes it throw, and every place lies within the text', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9/.,%() a-zđạt;-]{0,60}$/u), (text) => {
      for (const { from, to } of readStatements(text)) {
        expect(from).toBeGreaterThanOrEqual(0)
        expect(to).toBeLessThanOrEqual(text.length)
        expect(from).toBeLessThan(to)
      }
    }),
  )
})

test.each([
  ['digits', `${'1'.repeat(20_000)}/${'.1'.repeat(20_000)} ${'9.'.repeat(20_000)}%`],
  ['brackets', '5% ('.repeat(15_000)],
  ['shares', '12 hồ sơ, đạt 5% '.repeat(4000)],
  ['fractions', '1/2 '.repeat(15_000)],
])('a line of %s without end is read in time', (_, line) => {
  const start = performance.now()
  readStatements(line)
  // Seconds on a busy machine, where reading it in the square of its length took a minute.
  expect(performance.now() - start).toBeLessThan(8000)
})
