import { CHANNEL_CODES, FEE_KIND_CODES, FEE_WHEN_CODES, PAPER_FORM_CODES, PAYMENT_CODES, wordOf } from './codes.ts'
import type { Facts, Fee, OnPaper, ProgressFacts, Supplement } from './facts.ts'
import { readMoment } from './moment.ts'
import type { IdentityKind, Profile, SubjectKind } from './profile.ts'
import type { Dossier, Progress } from './record.ts'

/** What is wrong with a record: the field as it is called there, and how. */
export type Fault = { readonly field: string; readonly fault: FaultKind }
export const FAULT_KINDS = ['missing', 'not-a-moment', 'unknown-code', 'not-a-number', 'unreadable'] as const
export type FaultKind = (typeof FAULT_KINDS)[number]
export type Read<T> = { readonly facts: T; readonly faults: readonly [] } | { readonly faults: readonly Fault[] }

/** Reads fields one after the other and remembers what was wrong. */
function reader() {
  const faults: Fault[] = []
  const wrong = (field: string, fault: FaultKind) => void faults.push({ field, fault })
  return {
    faults,
    required: (field: string, text: string) => {
      if (text === '') wrong(field, 'missing')
      return text
    },
    moment: (field: string, text: string) => {
      const moment = readMoment(text)
      if (moment === undefined) wrong(field, 'not-a-moment')
      return moment ?? null
    },
    word: <W extends string>(field: string, codes: Readonly<Record<W, string>>, code: string, otherwise: W): W => {
      if (code === '') return otherwise
      const word = wordOf(codes, code)
      if (word === undefined) wrong(field, 'unknown-code')
      return word ?? otherwise
    },
    count: (field: string, text: string, otherwise: number) => {
      if (text === '') return otherwise
      if (/^\d{1,12}$/.test(text)) return Number(text)
      wrong(field, 'not-a-number')
      return otherwise
    },
    flag: (field: string, text: string) => {
      if (/^(?:1|true)$/i.test(text)) return true
      if (!/^(?:0|false)?$/i.test(text)) wrong(field, 'unknown-code')
      return false
    },
    identity: (kinds: Readonly<Record<IdentityKind, string>>, { LoaiDinhDanh, SoDinhDanh }: Dossier) => {
      if (SoDinhDanh === '') return null
      const kind = LoaiDinhDanh === '' ? identityKindOf(SoDinhDanh) : wordOf(kinds, LoaiDinhDanh)
      if (kind === undefined) wrong('LoaiDinhDanh', 'unknown-code')
      return kind === undefined ? null : { kind, number: SoDinhDanh }
    },
  }
}
type Reader = ReturnType<typeof reader>

/** What a number looks like when nobody says what it is. */
function identityKindOf(number: string): IdentityKind | undefined {
  if (/^\d{12}$/.test(number)) return 'citizen'
  if (/^\d{10}(?:-?\d{3})?$/.test(number)) return 'tax'
  if (/^\d{9}$/.test(number)) return 'old-card'
  return /^[A-Z]{1,2}\d{6,8}$/i.test(number) ? 'passport' : undefined
}

/** What a record tells, or everything that is wrong with it. */
export function fromDossier(dossier: Dossier, profile: Profile): Read<Facts> {
  const read = reader()
  const facts: Facts = {
    ...plainPart(dossier, read),
    subject: {
      kind: read.word<SubjectKind>('LoaiDoiTuong', profile.subjectKinds, dossier.LoaiDoiTuong, 'person'),
      name: read.required('ChuHoSo', dossier.ChuHoSo),
      account: dossier.MaDoiTuong,
      identity: read.identity(profile.identityKinds, dossier),
      email: dossier.Email,
      fax: dossier.Fax,
      phone: dossier.SoDienThoai,
    },
    files: dossier.TaiLieuNop.map((file, place) => ({
      id: file.TepDinhKemId,
      name: file.TenTepDinhKem,
      isDeleted: read.flag(`TaiLieuNop.${place}.IsDeleted`, file.IsDeleted),
      paperCode: file.MaThanhPhanHoSo,
      url: file.DuongDanTaiTepTin,
      isDigitised: read.flag(`TaiLieuNop.${place}.DuocSoHoa`, file.DuocSoHoa),
      fromStore: read.flag(`TaiLieuNop.${place}.DuocLayTuKhoDMQG`, file.DuocLayTuKhoDMQG),
    })),
    fees: readFees(read, 'DanhSachLePhi', dossier.DanhSachLePhi),
    onPaper: readPapers(read, 'DanhSachTepDinhKemKhac', dossier.DanhSachTepDinhKemKhac),
    supplements: dossier.DanhSachHoSoBoSung.map((one, place) => readSupplement(read, one, place)),
    results: dossier.DanhSachGiayToKetQua.map((result) => ({
      name: result.TenGiayTo,
      paperCode: result.MaThanhPhanHoSo,
      id: result.GiayToId,
      url: result.DuongDanTepTinKetQua,
      number: result.MaGiayToKetQua,
    })),
  }
  return read.faults.length > 0 ? { faults: read.faults } : { facts, faults: [] }
}

function plainPart(dossier: Dossier, read: Reader) {
  const moment = (field: keyof Dossier & `Ngay${string}`) => read.moment(field, dossier[field])
  return {
    code: read.required('MaHoSo', dossier.MaHoSo),
    receiptNumber: dossier.SoBienNhan,
    procedureCode: read.required('MaTTHC', dossier.MaTTHC),
    procedureName: dossier.TenTTHC,
    fieldCode: dossier.MaLinhVuc,
    fieldName: dossier.TenLinhVuc,
    otherInformation: dossier.ThongTinKhac,
    title: dossier.TrichYeuHoSo,
    filedAt: moment('NgayNopHoSo'),
    receivedAt: moment('NgayTiepNhan'),
    dueAt: moment('NgayHenTra'),
    endedAt: moment('NgayKetThucXuLy'),
    returnedAt: moment('NgayTra'),
    refusedAt: moment('NgayTuChoi'),
    state: read.count('TrangThaiHoSo', read.required('TrangThaiHoSo', dossier.TrangThaiHoSo), 0),
    returnNote: dossier.ThongTinTra,
    returnWay: read.word<'desk' | 'post'>('HinhThuc', { desk: '0', post: '1' }, dossier.HinhThuc, 'desk'),
    unit: read.required('DonViXuLy', dossier.DonViXuLy),
    filedAtUnit: dossier.NoiNopHoSo,
    note: dossier.GhiChu,
    hasDigitised: read.flag('HoSoCoThanhPhanSoHoa', dossier.HoSoCoThanhPhanSoHoa),
    isVneidAccount: read.flag('TaiKhoanDuocXacThucVoiVNeID', dossier.TaiKhoanDuocXacThucVoiVNeID),
    databaseCode: dossier.MaCSDL,
    detailUrl: dossier.URLDetail,
    channel: read.word('KenhThucHien', CHANNEL_CODES, dossier.KenhThucHien, 'counter'),
    onlinePayment: read.word('DuocThanhToanTrucTuyen', PAYMENT_CODES, dossier.DuocThanhToanTrucTuyen, 'none'),
  }
}

function readFees(read: Reader, list: string, rows: Dossier['DanhSachLePhi']): Fee[] {
  return rows.map((row, place) => ({
    name: row.TenPhiLePhi,
    code: row.MaPhiLePhi,
    when: read.word(`${list}.${place}.HinhThucThu`, FEE_WHEN_CODES, row.HinhThucThu, 'at-receipt'),
    amountVnd: read.count(`${list}.${place}.Gia`, row.Gia, 0),
    kind: read.word(`${list}.${place}.LoaiPhiLePhi`, FEE_KIND_CODES, row.LoaiPhiLePhi, 'charge'),
  }))
}

function readPapers(read: Reader, list: string, rows: Dossier['DanhSachTepDinhKemKhac']): OnPaper[] {
  return rows.map((row, place) => ({
    name: row.TenGiayTo,
    copies: read.count(`${list}.${place}.SoLuong`, row.SoLuong, 1),
    form: read.word(`${list}.${place}.LoaiGiayTo`, PAPER_FORM_CODES, row.LoaiGiayTo, 'original'),
  }))
}

function readSupplement(read: Reader, one: Dossier['DanhSachHoSoBoSung'][number], place: number): Supplement {
  const at = (field: string) => `DanhSachHoSoBoSung.${place}.${field}`
  return {
    id: one.HoSoBoSungId,
    askedBy: one.NguoiYeuCauBoSung,
    wanted: one.NoiDungBoSung,
    askedAt: read.moment(at('NgayBoSung'), one.NgayBoSung),
    takenBy: one.NguoiTiepNhanBoSung,
    takenNote: one.ThongTinTiepNhan,
    takenAt: read.moment(at('NgayTiepNhanBoSung'), one.NgayTiepNhanBoSung),
    isDone: read.flag(at('TrangThaiBoSung'), one.TrangThaiBoSung),
    papers: readPapers(read, at('DanhSachGiayToBoSung'), one.DanhSachGiayToBoSung),
    fees: readFees(read, at('DanhSachLePhiBoSung'), one.DanhSachLePhiBoSung),
    dueBefore: read.moment(at('NgayHenTraTruoc'), one.NgayHenTraTruoc),
    dueAfter: read.moment(at('NgayHenTraMoi'), one.NgayHenTraMoi),
  }
}

/** What a step of the handling tells, or what is wrong with it. */
export function fromProgress(progress: Progress): Read<ProgressFacts> {
  const read = reader()
  const facts = {
    code: read.required('MaHoSo', progress.MaHoSo),
    by: progress.NguoiXuLy,
    position: progress.ChucDanh,
    at: read.moment('ThoiDiemXuLy', read.required('ThoiDiemXuLy', progress.ThoiDiemXuLy)),
    department: progress.PhongBanXuLy,
    content: progress.NoiDungXuLy,
    state: read.count('TrangThai', read.required('TrangThai', progress.TrangThai), 0),
    beganAt: read.moment('NgayBatDau', progress.NgayBatDau),
    dueAt: read.moment('NgayKetThucTheoQuyDinh', progress.NgayKetThucTheoQuyDinh),
  }
  return read.faults.length > 0 ? { faults: read.faults } : { facts, faults: [] }
}
