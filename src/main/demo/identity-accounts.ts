import { caseRoles, wardDesk } from './identity-ward-desk.ts'

/** One password for every demonstration sign-in: long enough for an account without a second factor, and published. */
export const DEMO_PASSWORD = 'Ngon-Hai-Dang-77'

/** The seed of the demonstration administrator's authenticator app: published, so worth nothing anywhere else. */
export const DEMO_TOTP_SECRET = 'HAIDANGDEMOHAIDANGDEMOHAIDANGDEM'

type Text = { readonly vi: string; readonly en: string }
/** A unit by its official code on a day; null: everywhere. */
type Place = { readonly code: string; readonly day: string } | { readonly name: string; readonly day: string } | null

const READING = [
  'organisation:read',
  'indicators:read',
  'procedures:read',
  'forms:read',
  'auditor:read',
  'reports:read',
]
const REPORTING = [...READING, 'indicators:write', 'indicators:submit', 'auditor:write']

/** The role matrix of the demonstration; every role is data and can be changed on its page. */
export const demoRoles: readonly {
  readonly code: string
  readonly name: Text
  readonly description: Text
  readonly permissions: readonly string[]
  readonly emergency?: boolean
}[] = [
  {
    code: 'administrator',
    name: { vi: 'Quản trị hệ thống', en: 'System administrator' },
    description: {
      vi: 'Toàn quyền; giao cho càng ít người càng tốt.',
      en: 'May do everything; given to as few people as possible.',
    },
    permissions: ['*'],
  },
  {
    code: 'reader',
    name: { vi: 'Người xem', en: 'Reader' },
    description: { vi: 'Xem đơn vị, chỉ tiêu và báo cáo.', en: 'Reads units, indicators and reports.' },
    permissions: READING,
  },
  {
    code: 'reporter',
    name: { vi: 'Cán bộ báo cáo', en: 'Reporting officer' },
    description: { vi: 'Nhập và gửi số liệu của đơn vị mình.', en: 'Enters and submits the figures of their unit.' },
    permissions: REPORTING,
  },
  {
    code: 'approver',
    name: { vi: 'Cán bộ tổng hợp', en: 'Approving officer' },
    description: { vi: 'Kiểm tra, duyệt số liệu và soạn báo cáo.', en: 'Checks and approves figures, drafts reports.' },
    permissions: [...REPORTING, 'indicators:approve', 'indicators:import', 'indicators:record-facts', 'reports:write'],
  },
  {
    code: 'leader',
    name: { vi: 'Lãnh đạo', en: 'Leader' },
    description: {
      vi: 'Xem mọi số liệu, duyệt, ký và phát hành báo cáo.',
      en: 'Sees every figure, approves, signs and issues reports.',
    },
    permissions: [
      ...READING,
      'indicators:approve',
      'procedures:publish',
      'forms:publish',
      'auditor:write',
      'reports:write',
      'reports:sign',
      'reports:issue',
      'organisation:delegate',
      'cases:read',
      'cases:process',
      'cases:approve',
      'cases:steer',
      'complaints:read',
      'complaints:answer',
    ],
  },
  {
    code: 'definer',
    name: { vi: 'Cán bộ danh mục', en: 'Catalogue officer' },
    description: {
      vi: 'Lập đơn vị, chỉ tiêu, thủ tục và mẫu báo cáo.',
      en: 'Sets up units, indicators, procedures and report templates.',
    },
    permissions: [
      ...READING,
      'organisation:write',
      'organisation:import',
      'calendar:manage',
      'indicators:define',
      'procedures:write',
      'forms:write',
      'portal:edit',
      'cases:read',
      'cases:define',
      'complaints:read',
      'complaints:define',
      'exchange:read',
      'exchange:send',
      'reports:define',
    ],
  },
  {
    code: 'procedure-publisher',
    name: { vi: 'Người công khai thủ tục', en: 'Publisher of procedures' },
    description: {
      vi: 'Công khai thủ tục và quy trình do người khác soạn.',
      en: 'Publishes procedures and processes that somebody else wrote.',
    },
    permissions: ['procedures:read', 'procedures:publish', 'forms:read', 'forms:publish'],
  },
  {
    code: 'auditor',
    name: { vi: 'Kiểm tra, giám sát', en: 'Auditor' },
    description: {
      vi: 'Xem tất cả, kể cả nhật ký và quyền; không sửa gì.',
      en: 'Reads everything, the log and the rights too; changes nothing.',
    },
    permissions: [
      ...READING,
      'cases:read',
      'administration:read-log',
      'administration:status',
      'identity:read',
      'identity:review',
    ],
  },
  ...caseRoles(READING),
  {
    code: 'on-duty',
    name: { vi: 'Trực hệ thống', en: 'On duty' },
    description: { vi: 'Được mở quyền khẩn cấp khi có sự cố.', en: 'May open emergency rights in an incident.' },
    permissions: ['identity:break-glass'],
  },
  {
    code: 'emergency',
    name: { vi: 'Xử lý khẩn cấp', en: 'Emergency handling' },
    description: {
      vi: 'Chỉ mở khi có sự cố, có thời hạn và lý do.',
      en: 'Opened only in an incident, for a time and with a reason.',
    },
    permissions: [
      'organisation:*',
      'calendar:*',
      'indicators:*',
      'procedures:*',
      'forms:*',
      'cases:*',
      'portal:*',
      'auditor:*',
      'reports:*',
      'administration:*',
      'exchange:*',
      'identity:read',
      'identity:manage',
    ],
    emergency: true,
  },
]

const CITY: Place = { code: '747', day: '2023-09-30' }
const PROVINCE: Place = { code: '77', day: '2023-09-30' }
/** Since 1 July 2025 the wards stand directly under it: it approves what they report. */
const CENTRAL_CITY: Place = { code: '79', day: '2026-01-01' }
const WARDS: readonly Place[] = ['26506', '26526', '26536', '26542', '26545'].map((code) => ({
  code,
  day: '2026-01-01',
}))
const [VUNG_TAU = null, TAM_THANG = null, RACH_DUA = null] = WARDS
const OFFICE: Place = { name: 'Văn phòng HĐND', day: '2023-09-30' }

type DemoAccount = {
  readonly name: string
  readonly displayName: string
  readonly label: Text
  readonly kind: 'personal' | 'administrator'
  /** An invented official of the demonstration, by name. */
  readonly official: string | null
  readonly home: Place
  readonly roles: readonly { readonly role: string; readonly at: readonly Place[] }[]
  readonly secondFactor?: boolean
  readonly mustChange?: boolean
}

/** The demonstration sign-ins, in the order in which they are offered. All people are invented. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    name: 'lanhdao',
    displayName: 'Nguyễn Minh Khang',
    label: { vi: 'Lãnh đạo thành phố', en: 'Leader of the city' },
    kind: 'personal',
    official: 'Nguyễn Minh Khang',
    home: CITY,
    roles: [
      { role: 'leader', at: [CITY, ...WARDS] },
      { role: 'procedure-publisher', at: [null] },
      { role: 'reader', at: [null] },
    ],
  },
  {
    name: 'canbo.thanhpho',
    displayName: 'Phạm Thu Hương',
    label: { vi: 'Cán bộ chuyển đổi số thành phố', en: 'City officer for digital transformation' },
    kind: 'personal',
    official: 'Phạm Thu Hương',
    home: CITY,
    roles: [
      { role: 'approver', at: [CITY, ...WARDS] },
      { role: 'definer', at: [null] },
      { role: 'on-duty', at: [null] },
    ],
  },
  {
    name: 'canbo.tinh',
    displayName: 'Huỳnh Gia Bảo',
    label: { vi: 'Cán bộ tổng hợp cấp tỉnh (duyệt)', en: 'Province officer (approves)' },
    kind: 'personal',
    official: null,
    home: CENTRAL_CITY,
    roles: [
      { role: 'approver', at: [CENTRAL_CITY, PROVINCE] },
      { role: 'reader', at: [null] },
    ],
  },
  ward('phuong.vungtau', 'Võ Ngọc Lan', 'Phường Vũng Tàu', VUNG_TAU),
  ward('phuong.tamthang', 'Lê Quốc Bảo', 'Phường Tam Thắng', TAM_THANG),
  ward('phuong.rachdua', 'Trần Thị Hải Yến', 'Phường Rạch Dừa', RACH_DUA),
  {
    name: 'pho.vungtau',
    displayName: 'Đỗ Văn Thành',
    label: { vi: 'Phó Chủ tịch Phường Vũng Tàu (được ủy quyền)', en: 'Deputy of Vũng Tàu ward (by delegation)' },
    kind: 'personal',
    official: 'Đỗ Văn Thành',
    home: VUNG_TAU,
    roles: [{ role: 'reader', at: [null] }],
  },
  ...wardDesk(VUNG_TAU),
  {
    name: 'vanphong',
    displayName: 'Bùi Thị Thanh Mai',
    label: { vi: 'Cán bộ Văn phòng', en: 'Office officer' },
    kind: 'personal',
    official: null,
    home: OFFICE,
    roles: [
      { role: 'reporter', at: [OFFICE] },
      { role: 'reader', at: [null] },
    ],
  },
  {
    name: 'kiemtra',
    displayName: 'Đặng Hữu Phúc',
    label: { vi: 'Kiểm tra, giám sát (chỉ xem)', en: 'Auditor (reads only)' },
    kind: 'personal',
    official: null,
    home: CITY,
    roles: [{ role: 'auditor', at: [null] }],
  },
  {
    name: 'nguoimoi',
    displayName: 'Ngô Thuỳ Dương',
    label: { vi: 'Người mới: phải đổi mật khẩu lần đầu', en: 'Newcomer: has to change the password first' },
    kind: 'personal',
    official: null,
    home: CITY,
    roles: [{ role: 'reader', at: [null] }],
    mustChange: true,
  },
  {
    name: 'quantri',
    displayName: 'Quản trị hệ thống',
    label: { vi: 'Quản trị hệ thống (có mã xác thực)', en: 'Administrator (with an authenticator code)' },
    kind: 'administrator',
    official: null,
    home: null,
    roles: [{ role: 'administrator', at: [null] }],
    secondFactor: true,
  },
]

function ward(name: string, person: string, wardName: string, home: Place): DemoAccount {
  return {
    name,
    displayName: person,
    label: { vi: `Cán bộ ${wardName}`, en: `Officer of ${wardName}` },
    kind: 'personal',
    official: person,
    home,
    roles: [
      { role: 'reporter', at: [home] },
      { role: 'ward-leader', at: [home] },
      { role: 'reader', at: [null] },
    ],
  }
}
