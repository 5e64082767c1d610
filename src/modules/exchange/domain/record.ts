import { z } from 'zod'

// The records of the National Public Service Portal (Cổng Dịch vụ công quốc gia) as they travel: names as published, every value a text.
// Source: the older interface as implementers describe it (see the README); what is not told is the empty text.

/** Fields of a dossier that hold one text, in the order of the published set; the last ones were added later. */
export const DOSSIER_FIELDS = [
  'MaHoSo',
  'MaTTHC',
  'TenTTHC',
  'MaLinhVuc',
  'TenLinhVuc',
  'SoBienNhan',
  'ChuHoSo',
  'LoaiDoiTuong',
  'MaDoiTuong',
  'ThongTinKhac',
  'Email',
  'Fax',
  'SoDienThoai',
  'TrichYeuHoSo',
  'NgayTiepNhan',
  'NgayHenTra',
  'TrangThaiHoSo',
  'NgayTra',
  'ThongTinTra',
  'HinhThuc',
  'NgayKetThucXuLy',
  'DonViXuLy',
  'GhiChu',
  'NoiNopHoSo',
  'HoSoCoThanhPhanSoHoa',
  'TaiKhoanDuocXacThucVoiVNeID',
  'LoaiDinhDanh',
  'SoDinhDanh',
  'NgayNopHoSo',
  'MaCSDL',
  'URLDetail',
  'NgayTuChoi',
  'KenhThucHien',
  'DuocThanhToanTrucTuyen',
] as const

/** The lists of a dossier, and what each of their rows holds. */
export const DOSSIER_LISTS = {
  TaiLieuNop: [
    'TepDinhKemId',
    'TenTepDinhKem',
    'IsDeleted',
    'MaThanhPhanHoSo',
    'DuongDanTaiTepTin',
    'DuocSoHoa',
    'DuocLayTuKhoDMQG',
  ],
  DanhSachLePhi: ['TenPhiLePhi', 'MaPhiLePhi', 'HinhThucThu', 'Gia', 'LoaiPhiLePhi'],
  DanhSachTepDinhKemKhac: ['TenGiayTo', 'SoLuong', 'LoaiGiayTo'],
  DanhSachGiayToKetQua: ['TenGiayTo', 'MaThanhPhanHoSo', 'GiayToId', 'DuongDanTepTinKetQua', 'MaGiayToKetQua'],
} as const
export const SUPPLEMENT_FIELDS = [
  'HoSoBoSungId',
  'NguoiYeuCauBoSung',
  'NoiDungBoSung',
  'NgayBoSung',
  'NguoiTiepNhanBoSung',
  'ThongTinTiepNhan',
  'NgayTiepNhanBoSung',
  'TrangThaiBoSung',
  'NgayHenTraTruoc',
  'NgayHenTraMoi',
] as const
export const PROGRESS_FIELDS = [
  'MaHoSo',
  'NguoiXuLy',
  'ChucDanh',
  'ThoiDiemXuLy',
  'PhongBanXuLy',
  'NoiDungXuLy',
  'TrangThai',
  'NgayBatDau',
  'NgayKetThucTheoQuyDinh',
] as const

/** What came as text, number or truth, as text; what is not there is empty. */
const text = z
  .union([z.string().max(10_000), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) =>
    value === null || value === undefined ? '' : String(value).normalize('NFC').replaceAll('\0', '').trim(),
  )

type Texts<K extends string> = { readonly [Name in K]: typeof text }
const texts = <K extends string>(names: readonly K[]) =>
  // One entry for each name.
  z.object(Object.fromEntries(names.map((name) => [name, text])) as Texts<K>)
const MOST_ROWS = 500
const rows = <T extends z.ZodType>(row: T) =>
  z
    .union([z.array(row).max(MOST_ROWS), z.null(), z.literal('')])
    .optional()
    .transform((list): readonly z.output<T>[] => (list === '' || !list ? [] : list))

const papers = rows(texts(DOSSIER_LISTS.DanhSachTepDinhKemKhac))
const fees = rows(texts(DOSSIER_LISTS.DanhSachLePhi))

/** A dossier as it travels (DongBoHoSoMC, TraCuuHoSo). What is not named here is left aside. */
export const Dossier = texts(DOSSIER_FIELDS).extend({
  TaiLieuNop: rows(texts(DOSSIER_LISTS.TaiLieuNop)),
  DanhSachLePhi: fees,
  DanhSachTepDinhKemKhac: papers,
  DanhSachHoSoBoSung: rows(
    texts(SUPPLEMENT_FIELDS).extend({ DanhSachGiayToBoSung: papers, DanhSachLePhiBoSung: fees }),
  ),
  DanhSachGiayToKetQua: rows(texts(DOSSIER_LISTS.DanhSachGiayToKetQua)),
})
export type Dossier = z.output<typeof Dossier>

/** One step of the handling (CapNhatTienDoHoSoMC). */
export const Progress = texts(PROGRESS_FIELDS)
export type Progress = z.output<typeof Progress>
