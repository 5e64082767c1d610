import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'

const FLOWS = [
  'Số hồ sơ chứng thực đã giải quyết',
  'Số vụ vi phạm hành chính đã xử lý',
  'Số lượt khám chữa bệnh bảo hiểm y tế',
  'Số giao dịch thanh toán trực tuyến',
  'Số cuộc gọi đến tổng đài 1022',
] as const

const STOCKS = [
  'Số hồ sơ còn tồn đến cuối tháng',
  'Số tài khoản định danh điện tử đã kích hoạt (lũy kế)',
  'Số camera đang hoạt động tại thời điểm cuối tháng',
  'Số lao động đang tham gia bảo hiểm xã hội',
] as const

/** Months in columns and "lũy kế" at the end: what flows is added up, what stands is not, and shares are neither. */
export function monthly(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Một số chỉ tiêu chủ yếu hằng tháng')
  const months = Array.from({ length: chance.pick([3, 6, 6, 9]) }, (_, index) => index + 1)
  const flows = chance.some(FLOWS, chance.int(2, 4)).map((name) => flowOf(make, name, months))
  const stocks = chance.some(STOCKS, chance.int(1, 3)).map((name) => stockOf(make, name, months))
  const shares: RowSpec = {
    cells: {
      name: 'Tỷ lệ hồ sơ trực tuyến (%)',
      unit: '%',
      ...Object.fromEntries(months.map((month) => [`m${month}`, make.percent(chance.int(6200, 9700) / 100, 1, false)])),
      all: '',
    },
  }
  const rows = chance
    .some([...flows, ...stocks, shares], 20)
    .map((row, index) => ({ ...row, cells: { tt: String(index + 1), ...row.cells } }))
  table(make, {
    title: `Phụ lục. Số liệu theo tháng, ${frame.period.name}`,
    numbered: false,
    columns: [
      { key: 'tt', title: 'TT' },
      { key: 'name', title: 'Chỉ tiêu' },
      { key: 'unit', title: 'ĐVT' },
      ...months.map((month) => ({ key: `m${month}`, title: `Tháng ${month}` })),
      { key: 'all', title: chance.pick([`Lũy kế ${months.length} tháng`, `Cộng dồn ${months.length} tháng`]) },
    ],
    rows,
  })
  make.say('Ghi chú: đối với chỉ tiêu thời điểm, cột lũy kế là số tại thời điểm cuối kỳ.')
  close(make, frame)
}

function flowOf(make: Maker, name: string, months: readonly number[]): RowSpec {
  const about = make.chance.pick([40, 900, 12_000])
  const marks = months.map(
    (month) => [`m${month}`, make.count(make.chance.int(Math.floor(about * 0.6), about))] as const,
  )
  // A row alone that adds up proves nothing of the next row; the header names the sum of the months.
  return {
    cells: {
      name,
      unit: 'Lượt',
      ...Object.fromEntries(marks),
      all: make.sum(
        marks.map(([, mark]) => mark),
        'subtotal',
      ),
    },
  }
}

function stockOf(make: Maker, name: string, months: readonly number[]): RowSpec {
  let value = make.chance.int(120, 9000)
  const marks = months.map((month) => {
    value = Math.round(value * (make.chance.int(97, 106) / 100))
    return [`m${month}`, make.count(value)] as const
  })
  return { cells: { name, unit: 'Số', ...Object.fromEntries(marks), all: make.count(value) } }
}
