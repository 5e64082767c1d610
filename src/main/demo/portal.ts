import type { DemoDeps } from './deps.ts'

const EVENTS: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['sinh-con', 'Sinh con', 'A child is born', ['1.001193', '1.000689', '2.001088', '1.001022']],
  ['ket-hon', 'Kết hôn', 'Getting married', ['1.000894', '1.004873', '1.004746']],
  ['nha-dat', 'Nhà, đất', 'House and land', ['1.013225', '1.013226', '1.012781', '1.012782', '1.012783', '1.012785']],
  [
    'kinh-doanh',
    'Mở cửa hàng, kinh doanh',
    'Starting a business',
    ['1.001612', '2.000720', '1.013838', '2.000633', '1.001266'],
  ],
  ['di-hoc', 'Đi học', 'School', ['1.005143', '1.004438', '1.005144']],
  ['kho-khan', 'Khó khăn, cần hỗ trợ', 'In hardship', ['1.001776', '1.011606', '1.001699', '2.000751']],
  ['nguoi-mat', 'Người thân mất', 'Someone has died', ['1.000656', '1.001731', '1.010801', '2.001016']],
  ['giay-to', 'Sao y, chứng thực giấy tờ', 'Certified copies', ['2.000815', '2.000635', '2.000908', '2.000884']],
]

const SYNONYMS: readonly (readonly [string, string])[] = [
  ['làm đám cưới', 'đăng ký kết hôn'],
  ['cưới', 'đăng ký kết hôn'],
  ['sổ đỏ', 'cấp Giấy chứng nhận quyền sử dụng đất'],
  ['sang tên nhà đất', 'đăng ký biến động quyền sử dụng đất chuyển nhượng'],
  ['sao y', 'chứng thực bản sao từ bản chính'],
  ['công chứng giấy tờ', 'chứng thực bản sao từ bản chính'],
  ['xây nhà', 'cấp giấy phép xây dựng nhà ở riêng lẻ'],
  ['mở quán ăn', 'đủ điều kiện an toàn thực phẩm dịch vụ ăn uống'],
  ['mở tiệm', 'đăng ký thành lập hộ kinh doanh'],
  ['mất người thân', 'đăng ký khai tử'],
  ['giấy độc thân', 'xác nhận tình trạng hôn nhân'],
  ['tiền người già', 'trợ cấp xã hội hằng tháng'],
]

/** What people look for and how they say it: illustrative, to be kept by officials. */
export async function loadPortalDemo(deps: DemoDeps): Promise<void> {
  for (const [place, [code, vi, en, procedures]] of EVENTS.entries())
    await deps.perform('portal.save-life-event', { code, name: { vi, en }, place, procedures })
  for (const [said, means] of SYNONYMS) await deps.perform('portal.save-synonym', { said, means })
}
