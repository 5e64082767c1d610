import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatNumber } from '#kernel/number.ts'
import { documentOf, findingsOf } from '../document.fixture.ts'
import { enumerationCount } from './enumeration-count.ts'

const find = (text: string) => findingsOf(enumerationCount, documentOf(text))
const list = (count: number) =>
  Array.from({ length: count }, (_, at) => `(${at + 1}) Nội dung thứ ${at + 1} (giai đoạn 1)`).join('; ')

test.each([
  `đưa ra 12 nội dung nhiệm vụ, trong đó 04 nội dung triển khai bằng nguồn vốn sự nghiệp và 8 dự án đầu tư công, gồm: ${list(8)}.`,
  'dựa trên 8 chỉ số thành phần đối với cấp huyện và 7 chỉ số thành phần đối với cấp xã, gồm: Hạ tầng, nhân lực',
  'Đã tổ chức 100 cuộc kiểm tra, trong đó có 20 cuộc kiểm tra đột xuất và 15 cuộc kiểm tra theo chuyên đề.',
  'có 100 cán bộ, trong đó 60 cán bộ nữ và 50 cán bộ là đảng viên',
  'tiếp nhận 12.345 hồ sơ, trong đó cấp thành phố 4.000 hồ sơ, cấp xã 8.345 hồ sơ.',
  'tiếp nhận 100 hồ sơ, trong đó đúng hạn 80 hồ sơ, trễ hạn 5 hồ sơ',
  'tiếp nhận 45.288 hồ sơ (bao gồm kỳ trước chuyển sang), trong đó trực tuyến 31.704 hồ sơ, trực tiếp và qua dịch vụ bưu chính 12.574 hồ sơ',
  'tổ chức 5 lớp tập huấn, trong đó 250 học viên lớp A và 100 học viên lớp B',
  'giao 12 hồ sơ, trong đó 15 hộ nghèo và 20 hộ cận nghèo',
  'gồm 03 phòng: (1) Phòng A; (2) Phòng B; (3) Phòng C',
  'năm 2023 gồm: (1) A; (2) B',
  'trong quý 3 tập trung các nhiệm vụ, gồm: (1) A; (2) B; (3) C; (4) D',
  'UBND Phường 5 hồ sơ gồm: (1) A; (2) B',
  'Căn cứ khoản 1 Điều 5, cụ thể: (1) A; (2) B; (3) C',
])('%s is left alone', (text) => {
  expect(find(text)).toEqual([])
})

test('a list with another number of items', () => {
  expect(find(`gồm 5 nhiệm vụ sau: ${list(4)}.`)).toMatchObject([{ severity: 'likely' }])
  expect(find(`và 8 dự án đầu tư công, gồm: ${list(7)}`)).toHaveLength(1)
})

test('parts that cannot be of the whole', () => {
  expect(find('đưa ra 12 nội dung, trong đó 14 nội dung thường xuyên và 2 nội dung khác')).toMatchObject([
    { severity: 'likely' },
  ])
  expect(find('có 100 học sinh, trong đó 60 nam và 50 nữ')).toMatchObject([{ severity: 'likely' }])
  expect(find('gồm có 12 nhiệm vụ, bao gồm 4 nhiệm vụ thường xuyên và 7 nhiệm vụ mới')).toMatchObject([
    { severity: 'likely' },
  ])
})

test('right sums and right lists are never accused', () => {
  const part = fc.integer({ min: 1, max: 90_000 })
  fc.assert(
    fc.property(part, part, fc.integer({ min: 2, max: 30 }), (a, b, count) => {
      const [one, two, sum] = [a, b, a + b].map((value) => formatNumber(value))
      expect(find(`tiếp nhận ${sum} hồ sơ, trong đó đúng hạn ${one} hồ sơ, trễ hạn ${two} hồ sơ.`)).toEqual([])
      expect(find(`tiếp nhận ${sum} hồ sơ, bao gồm ${one} hồ sơ trực tuyến và ${two} hồ sơ trực tiếp.`)).toEqual([])
      expect(find(`giao ${count} nhiệm vụ, gồm: ${list(count)}.`)).toEqual([])
      expect(find(`giao ${count + 1} nhiệm vụ, gồm: ${list(count)}.`)).toHaveLength(1)
    }),
  )
})
