import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { populationSizes } from './population-sizes.ts'

const HEADER = ['TT', 'Nội dung', 'Chỉ tiêu', 'Kết quả thực hiện']
const of = (...rows: readonly (readonly [string, string])[]) =>
  documentOf([HEADER, ...rows.map(([label, answer], at) => [String(at + 1), label, '90%', answer])])

test('one population with two sizes', () => {
  const found = findingsOf(
    populationSizes,
    of(
      ['Dân số trưởng thành có tài khoản định danh', '118.103/142.378'],
      ['Dân số trưởng thành có tài khoản dịch vụ công', '316.215/527.025'],
      ['Hộ có Internet', '950/1000'],
    ),
  )
  expect(found).toMatchObject([{ severity: 'likely', worked: { vi: '527.025 / 142.378 = 3,7 lần' } }])
})

test('officials and complaints of one number are worth a look, the later one accused', () => {
  const found = findingsOf(
    populationSizes,
    of(
      ['Cán bộ, công chức sử dụng trợ lý ảo', '39% (202/511)'],
      ['Phản ánh, kiến nghị được xử lý đúng hạn', '54.99% (281/511)'],
      ['Hộ', '950/1000'],
    ),
  )
  expect(found).toMatchObject([{ severity: 'look' }])
  expect(found[0]?.quotes[0]).toBe('54.99% (281/511)')
})

test('people of 15 and over are not as many as adults', () => {
  const found = findingsOf(
    populationSizes,
    of(
      ['Dân số từ 15 tuổi trở lên có tài khoản ngân hàng', '421.111/527.025'],
      ['Dân số trưởng thành có chữ ký số', '316.215/527.025'],
    ),
  )
  expect(found).toMatchObject([{ severity: 'likely' }])
})

test('shared wholes of one kind, counts of two days, and parts of a population are right', () => {
  const document = of(
    ['Hộ gia đình có Internet', '89.035/89.035'],
    ['Hộ gia đình được lắp công tơ điện tử', '81.930/89.035'],
    ['Thanh toán hóa đơn nước', '77.420/89.035'],
    ['Dân số trưởng thành có chữ ký số', '20.001/142.378'],
    ['Dân số trưởng thành có tài khoản dịch vụ công', '90.001/142.911'],
    ['Hộ gia đình nghèo được hỗ trợ', '300/311'],
    ['Doanh nghiệp có website', '470/900'],
    ['Sản phẩm', '300/900'],
    ['Trường', '17/17'],
    ['Phản ánh', '12/17'],
  )
  expect(findingsOf(populationSizes, document)).toEqual([])
})

const shareOf = (top: number, bottom: number) => `${formatNumber(Math.round((top / bottom) * 10000) / 100)}%`
const answerOf = (top: number, bottom: number) =>
  `${shareOf(top, bottom)} (${formatNumber(top)}/${formatNumber(bottom)})`

const POPULATIONS = [
  { share: 0.7, labels: ['Dân số trưởng thành có chữ ký số', 'Người dân trưởng thành có tài khoản dịch vụ công'] },
  { share: 0.76, labels: ['Dân số từ 15 tuổi trở lên có tài khoản ngân hàng', 'Người từ 15 tuổi trở lên biết chữ'] },
  { share: 0.8, labels: ['Người dân từ 14 tuổi trở lên có căn cước', 'Công dân từ đủ 14 tuổi trở lên đã định danh'] },
  {
    share: 0.27,
    labels: ['Hộ gia đình có Internet', 'Hộ gia đình sử dụng nước sạch', 'Hộ dân được lắp công tơ điện tử'],
  },
]
const inhabitants = fc.integer({ min: 10_000, max: 900_000 })
/** From nothing to all of a whole, and what two counts of it differ by. */
const part = fc.record({ reached: fc.double({ min: 0, max: 1, noNaN: true }), drift: fc.integer({ min: 0, max: 9 }) })
const parts = fc.array(part, { minLength: 9, maxLength: 9 })
const rowsOf = (size: number, shares: readonly { readonly reached: number; readonly drift: number }[]) =>
  POPULATIONS.flatMap(({ share, labels }) => labels.map((label) => ({ share, label }))).map(({ share, label }, at) => {
    const { reached, drift } = shares[at] ?? { reached: 1, drift: 0 }
    const bottom = Math.round(size * share * (1 + drift / 1000))
    return { label, top: Math.floor(reached * bottom), bottom }
  })
const documentOfRows = (rows: ReturnType<typeof rowsOf>) =>
  of(...rows.map(({ label, top, bottom }) => [label, answerOf(top, bottom)] as const))

test('each population may have as many indicators as it likes, counted on days near each other', () => {
  fc.assert(
    fc.property(inhabitants, parts, (size, shares) => {
      expect(findingsOf(populationSizes, documentOfRows(rowsOf(size, shares)))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a whole of another size is found among those of its population, and told first', () => {
  const factor = fc.oneof(fc.double({ min: 0.4, max: 0.9, noNaN: true }), fc.double({ min: 1.5, max: 4, noNaN: true }))
  fc.assert(
    fc.property(inhabitants, parts, fc.integer({ min: 6, max: 8 }), factor, (size, shares, at, times) => {
      const rows = rowsOf(
        size,
        shares.map(({ reached }) => ({ reached, drift: 0 })),
      )
      const [bottom, label] = [Math.floor((rows[at]?.bottom ?? 0) * times), rows[at]?.label ?? '']
      const wrong = { label, top: Math.floor(bottom / 3), bottom }
      fc.pre(bottom >= 1000 && !rows.some((row) => row.bottom === bottom))
      const found = findingsOf(populationSizes, documentOfRows(rows.with(at, wrong)))
      expect(found).toMatchObject([{ severity: 'likely' }])
      expect(found[0]?.quotes[0]).toBe(answerOf(wrong.top, bottom))
      expect(new Set(found[0]?.spots.map(({ row }) => row))).toEqual(new Set([7, 8, 9]))
    }),
    { numRuns: 60 },
  )
})

test('a whole copied from officials to complaints is found where it was copied to', () => {
  const whole = fc.integer({ min: 101, max: 9999 }).filter((value) => value % 100 !== 0)
  // One of hundreds reads as a scale: 1/500.
  const reached = fc.integer({ min: 2, max: 101 })
  fc.assert(
    fc.property(whole, reached, reached, (bottom, one, other) => {
      const [right, copied] = [answerOf(one, bottom), answerOf(other, bottom)]
      const found = findingsOf(
        populationSizes,
        of(
          ['Cán bộ, công chức sử dụng trợ lý ảo', right],
          ['Trường học có thư viện điện tử', answerOf(bottom, bottom + 1)],
          ['Phản ánh, kiến nghị được xử lý đúng hạn', copied],
        ),
      )
      expect(found).toMatchObject([{ severity: 'look', quotes: [copied, right] }])
      expect(found[0]?.spots.map(({ row }) => row)).toEqual([3, 1])
    }),
    { numRuns: 60 },
  )
})
