import type { Piece } from '../draft.ts'
import { close, open } from '../frame.ts'
import type { Maker } from '../make.ts'
import type { RowSpec } from '../table.ts'
import { table } from '../table.ts'
import { NON_ANSWERS } from '../words.ts'

type Item = { readonly name: string; readonly target: string; readonly of: string }

const ITEMS: Readonly<Record<string, readonly Item[]>> = {
  'I. Nhóm Chính quyền số': [
    {
      name: 'Thủ tục hành chính đủ điều kiện được cung cấp dưới hình thức dịch vụ công trực tuyến toàn trình',
      target: '100%',
      of: 'TTHC',
    },
    {
      name: 'Hồ sơ thủ tục hành chính được người dân, doanh nghiệp thực hiện trực tuyến từ xa',
      target: '60%',
      of: 'hồ sơ',
    },
    {
      name: 'Thanh toán trực tuyến trên tổng số giao dịch thanh toán của dịch vụ công',
      target: '85%',
      of: 'giao dịch',
    },
    { name: 'Kết quả giải quyết thủ tục hành chính được số hóa', target: '100%', of: 'kết quả' },
    { name: 'Cán bộ, công chức, viên chức được tập huấn kỹ năng số cơ bản', target: '60%', of: 'CBCCVC' },
    { name: 'Phản ánh, kiến nghị của người dân được xử lý đúng tiến độ', target: '100%', of: 'phản ánh' },
    {
      name: 'Hồ sơ công việc tại cấp xã được xử lý trên môi trường mạng (trừ hồ sơ mật)',
      target: '≥ 70%',
      of: 'hồ sơ công việc',
    },
  ],
  'II. Nhóm phát triển kinh tế số': [
    {
      name: 'Doanh nghiệp nhỏ và vừa được tiếp cận dùng thử các nền tảng chuyển đổi số',
      target: 'Trên 90%',
      of: 'DN nhỏ và vừa',
    },
    { name: 'Doanh nghiệp sử dụng hóa đơn điện tử', target: '100%', of: 'doanh nghiệp' },
    { name: 'Doanh nghiệp nhỏ và vừa có website với tên miền .vn', target: '51%', of: 'DN nhỏ và vừa' },
    {
      name: 'Hộ sản xuất nông nghiệp có tài khoản trên sàn thương mại điện tử',
      target: '85% hộ có tài khoản',
      of: 'hộ sản xuất',
    },
  ],
  'III. Phát triển xã hội số': [
    { name: 'Hộ gia đình có đường Internet cáp quang băng rộng', target: '100%', of: 'hộ' },
    { name: 'Thanh toán hóa đơn nước không dùng tiền mặt', target: '80%', of: 'hộ' },
    { name: 'Thanh toán hóa đơn viễn thông, truyền hình không dùng tiền mặt', target: 'Trên 95%', of: 'hộ' },
    { name: 'Dân số trưởng thành có tài khoản định danh điện tử', target: '30% đến cuối năm là 50%', of: 'người' },
    { name: 'Dân số có hồ sơ sức khỏe điện tử', target: '90%', of: 'người dân' },
    { name: 'Tỷ lệ sự cố mất an toàn thông tin trên tổng số cảnh báo', target: 'Dưới 5%', of: 'cảnh báo' },
  ],
}

/** Targets of digital transformation against results such as `98,27% (23.391/23.802)`, with non-answers in between. */
export function targets(make: Maker): void {
  const { chance } = make
  const frame = open(make, 'Kết quả thực hiện chỉ tiêu, nhiệm vụ chuyển đổi số')
  make.heading(2, 'Kết quả thực hiện các tiêu chí')
  // Households and people are counted once and serve several indicators: equal denominators are right.
  const adults = chance.int(30_000, 400_000)
  const wholes = new Map<string, number>([
    ['hộ', chance.int(4000, 120_000)],
    ['người', adults],
    ['người dân', Math.round(adults * 1.34)],
    ['DN nhỏ và vừa', chance.int(300, 4000)],
  ])
  const rows: RowSpec[] = Object.entries(ITEMS).flatMap(([group, items]) => {
    const chosen = chance.some(items, chance.int(3, items.length))
    let number = 0
    return [
      { kind: 'section' as const, cells: { tt: group } },
      ...chosen.map((item) => {
        number++
        const aims = aimsOf(make, item.target)
        return {
          cells: {
            tt: String(number).padStart(2, '0'),
            name: item.name,
            ...aims,
            result: resultOf(make, item.of, wholes, item.target),
          },
        }
      }),
    ]
  })
  table(make, {
    numbered: false,
    columns: [
      { key: 'tt', title: 'STT' },
      { key: 'name', title: 'NỘI DUNG TRIỂN KHAI THỰC HIỆN' },
      { key: 'nation', title: 'CHỈ TIÊU QUỐC GIA' },
      { key: 'province', title: 'CHỈ TIÊU CỦA TỈNH' },
      { key: 'city', title: 'CHỈ TIÊU CỦA THÀNH PHỐ' },
      { key: 'result', title: 'KẾT QUẢ THỰC HIỆN' },
    ],
    rows,
  })
  if (chance.yes(0.5)) {
    const whole = make.count(chance.int(20, 80))
    const met = make.count(chance.int(8, whole.value))
    const share = make.ratio(met, whole, { sign: true })
    make.part(met, whole)
    make.say(
      'Như vậy, có ',
      met,
      '/',
      whole,
      ' chỉ tiêu đạt và vượt kế hoạch',
      ...(share ? [', chiếm ', share] : []),
      '; các chỉ tiêu còn lại đang tiếp tục thực hiện.',
    )
  }
  close(make, frame)
}

function aimsOf({ chance }: Maker, target: string) {
  const below = target === '100%' ? chance.pick(['100%', '80%', '50%']) : target
  return { nation: chance.yes(0.15) ? '' : below, province: target, city: target }
}

function resultOf(make: Maker, of: string, wholes: Map<string, number>, target: string): Piece[] | string {
  const { chance } = make
  if (chance.yes(0.2)) return chance.pick(NON_ANSWERS)
  const whole = make.count(wholes.get(of) ?? chance.pick([chance.int(40, 900), chance.int(2000, 90_000)]))
  const low = target.startsWith('Dưới')
  const part = make.count(
    chance.yes(0.2) && !low
      ? whole.value
      : Math.floor((whole.value * chance.int(low ? 0 : 35, low ? 4 : 99)) / 100) + 1,
  )
  make.part(part, whole)
  const share = make.ratio(part, whole, { sign: true, decimals: chance.pick([0, 1, 2, 2]) })
  if (!share) return ''
  const fraction: Piece[] = [part, chance.yes(0.8) ? '/' : ' / ', whole]
  return chance.pick([
    [share, ' (', ...fraction, ')'],
    [share, ' (', ...fraction, ` ${of})`],
    ['Đạt tỷ lệ ', share, ' (', ...fraction, ` ${of})`],
    ['Có ', ...fraction, ` ${of}, đạt `, share, '.'],
    [share, ` ${of} (`, ...fraction, ')'],
  ] as Piece[][])
}
