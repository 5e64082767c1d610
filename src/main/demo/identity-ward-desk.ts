/** Who takes cases in, works on them and decides them: roles for every ward, and three invented people of one. */
const RECEIVING = [
  'cases:read',
  'cases:submit',
  'cases:receive',
  'cases:process',
  'exchange:read',
  'appointments:serve',
]

const COMPLAINTS = ['complaints:read', 'complaints:answer']

/** The roles of the one-stop desk; they read what every officer reads. */
export const caseRoles = (reading: readonly string[]) => [
  {
    code: 'one-stop-clerk',
    name: { vi: 'Công chức một cửa', en: 'One-stop clerk' },
    description: {
      vi: 'Tiếp nhận, theo dõi và trả kết quả hồ sơ của đơn vị.',
      en: 'Receives the cases of the unit, follows them and hands over results.',
    },
    permissions: [...reading, ...RECEIVING],
  },
  {
    code: 'specialist',
    name: { vi: 'Chuyên viên giải quyết hồ sơ', en: 'Specialist' },
    description: {
      vi: 'Thẩm tra, lấy ý kiến, trình kết quả hồ sơ của đơn vị.',
      en: 'Examines the cases of the unit, asks for opinions, hands them to the leader.',
    },
    permissions: [...reading, 'cases:read', 'cases:process'],
  },
  {
    code: 'ward-leader',
    name: { vi: 'Lãnh đạo phường, xã', en: 'Leader of a ward' },
    description: {
      vi: 'Phân công, phê duyệt, gia hạn, chuyển hồ sơ của đơn vị.',
      en: 'Assigns, decides, extends and transfers the cases of the unit.',
    },
    permissions: [
      ...reading,
      ...RECEIVING,
      'cases:approve',
      'cases:steer',
      'exchange:send',
      'appointments:manage',
      ...COMPLAINTS,
    ],
  },
]

type Home = { readonly code: string; readonly day: string } | { readonly name: string; readonly day: string } | null

const PEOPLE = [
  [
    'motcua.vungtau',
    'Nguyễn Hồng Nhung',
    'one-stop-clerk',
    'Một cửa Phường Vũng Tàu',
    'One-stop clerk of Vũng Tàu ward',
  ],
  ['chuyenvien.vungtau', 'Trần Quang Huy', 'specialist', 'Chuyên viên Phường Vũng Tàu', 'Specialist of Vũng Tàu ward'],
  ['lanhdao.phuong', 'Mai Xuân Trường', 'ward-leader', 'Lãnh đạo Phường Vũng Tàu', 'Leader of Vũng Tàu ward'],
] as const

/** The sign-ins of the one-stop desk of a ward. All people are invented. */
export const wardDesk = (home: Home) =>
  PEOPLE.map(([name, person, role, vi, en]) => ({
    name,
    displayName: person,
    label: { vi, en },
    kind: 'personal' as const,
    official: person,
    home,
    roles: [
      { role, at: [home] },
      { role: 'reader', at: [null] },
    ],
  }))
