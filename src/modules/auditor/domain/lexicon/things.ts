/**
 * Kinds of things that reports count. The words are how a phrase about the thing begins (Vietnamese phrases begin with what they are
 * about: "hồ sơ thủ tục hành chính" are dossiers, not procedures); longer words win over shorter ones.
 */
export type Thing = {
  readonly id: string
  readonly vi: string
  readonly en: string
  readonly words: readonly string[]
}

export const THINGS: readonly Thing[] = [
  {
    id: 'procedure',
    vi: 'thủ tục hành chính',
    en: 'administrative procedures',
    words: ['thủ tục hành chính', 'thủ tục', 'tthc', 'tth c'],
  },
  {
    id: 'service',
    vi: 'dịch vụ công',
    en: 'public services',
    words: ['dịch vụ công trực tuyến', 'dịch vụ công', 'dvctt', 'dvc'],
  },
  { id: 'dossier', vi: 'hồ sơ', en: 'dossiers', words: ['hồ sơ', 'lượt hồ sơ', 'bộ hồ sơ'] },
  { id: 'health-record', vi: 'hồ sơ sức khỏe', en: 'health records', words: ['hồ sơ sức khỏe', 'hồ sơ bệnh án'] },
  { id: 'transaction', vi: 'giao dịch', en: 'transactions', words: ['giao dịch', 'lượt giao dịch'] },
  {
    id: 'money',
    vi: 'số tiền, giá trị',
    en: 'money',
    words: [
      'tổng mức bán lẻ',
      'mức bán lẻ',
      'doanh thu',
      'doanh số',
      'giá trị',
      'kinh phí',
      'số tiền',
      'vốn',
      'thu ngân sách',
      'chi ngân sách',
      'sản phẩm trên địa bàn',
      'grdp',
      'kim ngạch',
    ],
  },
  {
    id: 'enterprise',
    vi: 'doanh nghiệp',
    en: 'enterprises',
    words: ['doanh nghiệp', 'dn', 'dnnvv', 'công ty', 'hợp tác xã', 'htx'],
  },
  {
    id: 'shop',
    vi: 'cơ sở kinh doanh',
    en: 'businesses',
    words: [
      'cơ sở',
      'siêu thị',
      'cửa hàng',
      'nhà hàng',
      'tiểu thương',
      'chợ',
      'hộ kinh doanh',
      'điểm bán',
      'khách sạn',
    ],
  },
  {
    id: 'household',
    vi: 'hộ gia đình',
    en: 'households',
    words: ['hộ gia đình', 'hộ dân', 'hộ nghèo', 'hộ cận nghèo', 'hộ nông dân', 'hộ sản xuất', 'hộ', 'gia đình'],
  },
  {
    id: 'official',
    vi: 'cán bộ, công chức, viên chức',
    en: 'officials',
    words: ['cán bộ', 'công chức', 'viên chức', 'cbccvc', 'cbcc', 'ccvc', 'cb, cc'],
  },
  {
    id: 'person',
    vi: 'người',
    en: 'people',
    words: [
      'người dân',
      'dân số',
      'người',
      'công dân',
      'nhân khẩu',
      'nhân dân',
      'lao động',
      'học sinh',
      'sinh viên',
      'trẻ em',
      'trẻ',
      'bệnh nhân',
      'giáo viên',
      'thanh niên',
    ],
  },
  { id: 'account', vi: 'tài khoản', en: 'accounts', words: ['tài khoản'] },
  { id: 'subscription', vi: 'thuê bao', en: 'subscriptions', words: ['thuê bao'] },
  {
    id: 'complaint',
    vi: 'phản ánh, kiến nghị',
    en: 'complaints',
    words: ['phản ánh', 'kiến nghị', 'khiếu nại', 'tố cáo', 'đơn thư', 'đơn khiếu nại', 'ý kiến'],
  },
  { id: 'document', vi: 'văn bản', en: 'documents', words: ['văn bản', 'vb'] },
  {
    id: 'unit',
    vi: 'cơ quan, đơn vị',
    en: 'offices',
    words: [
      'cơ quan',
      'đơn vị',
      'xã',
      'phường',
      'thị trấn',
      'huyện',
      'sở',
      'ubnd',
      'thôn',
      'ấp',
      'khu phố',
      'tổ dân phố',
    ],
  },
  { id: 'school', vi: 'trường học', en: 'schools', words: ['trường học', 'trường', 'cơ sở giáo dục', 'lớp học'] },
  {
    id: 'system',
    vi: 'hệ thống, thiết bị',
    en: 'systems',
    words: ['hệ thống thông tin', 'hệ thống', 'httt', 'cổng', 'trang thông tin', 'máy tính', 'phần mềm', 'thiết bị'],
  },
  {
    id: 'event',
    vi: 'cuộc, lớp, buổi',
    en: 'meetings',
    words: ['cuộc', 'lớp', 'buổi', 'hội nghị', 'đợt', 'khóa', 'hoạt động'],
  },
  { id: 'result', vi: 'kết quả giải quyết', en: 'results', words: ['kết quả'] },
  { id: 'product', vi: 'sản phẩm', en: 'products', words: ['sản phẩm'] },
  { id: 'type', vi: 'loại, nhóm', en: 'types', words: ['loại', 'lĩnh vực', 'nhóm', 'danh mục', 'thành phần hồ sơ'] },
]

/** Pairs that cannot stand for each other: a share or a count of one is never one of the other. All other pairs may overlap. */
export const NEVER_THE_SAME: readonly (readonly [string, string])[] = [
  ['procedure', 'transaction'],
  ['procedure', 'dossier'],
  ['procedure', 'money'],
  ['procedure', 'person'],
  ['procedure', 'enterprise'],
  ['procedure', 'household'],
  ['service', 'transaction'],
  ['service', 'dossier'],
  ['service', 'money'],
  ['dossier', 'transaction'],
  ['dossier', 'money'],
  ['dossier', 'type'],
  ['dossier', 'event'],
  ['transaction', 'money'],
  ['transaction', 'type'],
  ['enterprise', 'money'],
  ['enterprise', 'household'],
  ['enterprise', 'event'],
  ['shop', 'money'],
  ['household', 'money'],
  ['person', 'money'],
  ['person', 'household'],
  ['person', 'event'],
  ['person', 'type'],
  ['official', 'event'],
  ['official', 'complaint'],
  ['official', 'household'],
  ['official', 'dossier'],
  ['person', 'complaint'],
  ['household', 'complaint'],
  ['household', 'event'],
  ['document', 'type'],
  ['document', 'event'],
  ['document', 'person'],
]

/** Words before the thing that only say that it is counted. */
export const COUNTING_WORDS = [
  'tổng số lượng',
  'tổng số',
  'tổng',
  'số lượng',
  'số lượt',
  'số',
  'tỷ lệ',
  'tỉ lệ',
  'tỷ lệ phần trăm',
  'tỷ trọng',
  'các',
  'những',
  'toàn bộ',
  'lượng',
  'có',
  'đã',
  'trên',
  'hơn',
] as const

/** Whole populations by the words an indicator begins with. Whoever speaks of one of them speaks of the same number of people. */
export const POPULATIONS: readonly {
  readonly id: string
  readonly vi: string
  readonly en: string
  readonly pattern: RegExp
}[] = [
  {
    id: 'adults',
    vi: 'dân số trưởng thành',
    en: 'the adult population',
    pattern: /^(?:ti le )?(?:dan so|nguoi dan|nguoi) truong thanh\b/,
  },
  {
    id: '15',
    vi: 'dân số từ 15 tuổi trở lên',
    en: 'the population aged 15 and over',
    pattern: /^(?:ti le )?(?:dan so|nguoi dan|nguoi) tu (?:du )?15 tuoi tro len\b/,
  },
  {
    id: '14',
    vi: 'dân số từ 14 tuổi trở lên',
    en: 'the population aged 14 and over',
    pattern: /^(?:ti le )?(?:dan so|nguoi dan|nguoi|cong dan) tu (?:du )?14 tuoi tro len\b/,
  },
  {
    id: 'households',
    vi: 'hộ gia đình',
    en: 'households',
    pattern: /^(?:ti le )?ho (?:gia dinh|dan)(?= (?:co|su dung|duoc|dung|dang)\b)/,
  },
]
