import { CHANNEL_CODES, FEE_KIND_CODES, FEE_WHEN_CODES, PAPER_FORM_CODES, PAYMENT_CODES } from './codes.ts'
import type { Facts, Fee, OnPaper, ProgressFacts, Supplement } from './facts.ts'
import { momentText } from './moment.ts'
import type { Profile } from './profile.ts'
import type { Dossier, Progress } from './record.ts'

const flag = (holds: boolean) => (holds ? '1' : '0')

/** The facts as a record of the portal, in the codes and moments of the profile. */
export function toDossier(facts: Facts, profile: Profile): Dossier {
  const moment = (at: Date | null) => momentText(at, profile.moments)
  const { subject } = facts
  return {
    MaHoSo: facts.code,
    MaTTHC: facts.procedureCode,
    TenTTHC: facts.procedureName,
    MaLinhVuc: facts.fieldCode,
    TenLinhVuc: facts.fieldName,
    SoBienNhan: facts.receiptNumber,
    ChuHoSo: subject.name,
    LoaiDoiTuong: profile.subjectKinds[subject.kind],
    MaDoiTuong: subject.account,
    ThongTinKhac: facts.otherInformation,
    Email: subject.email,
    Fax: subject.fax,
    SoDienThoai: subject.phone,
    TrichYeuHoSo: facts.title,
    NgayTiepNhan: moment(facts.receivedAt),
    NgayHenTra: moment(facts.dueAt),
    TrangThaiHoSo: String(facts.state),
    NgayTra: moment(facts.returnedAt),
    ThongTinTra: facts.returnNote,
    HinhThuc: facts.returnWay === 'post' ? '1' : '0',
    NgayKetThucXuLy: moment(facts.endedAt),
    DonViXuLy: facts.unit,
    GhiChu: facts.note,
    NoiNopHoSo: facts.filedAtUnit,
    HoSoCoThanhPhanSoHoa: flag(facts.hasDigitised),
    TaiKhoanDuocXacThucVoiVNeID: flag(facts.isVneidAccount),
    LoaiDinhDanh: subject.identity === null ? '' : profile.identityKinds[subject.identity.kind],
    SoDinhDanh: subject.identity?.number ?? '',
    NgayNopHoSo: moment(facts.filedAt),
    MaCSDL: facts.databaseCode,
    URLDetail: facts.detailUrl,
    NgayTuChoi: moment(facts.refusedAt),
    KenhThucHien: CHANNEL_CODES[facts.channel],
    DuocThanhToanTrucTuyen: PAYMENT_CODES[facts.onlinePayment],
    TaiLieuNop: facts.files.map((file) => ({
      TepDinhKemId: file.id,
      TenTepDinhKem: file.name,
      IsDeleted: flag(file.isDeleted),
      MaThanhPhanHoSo: file.paperCode,
      DuongDanTaiTepTin: file.url,
      DuocSoHoa: flag(file.isDigitised),
      DuocLayTuKhoDMQG: flag(file.fromStore),
    })),
    DanhSachLePhi: facts.fees.map(feeRow),
    DanhSachTepDinhKemKhac: facts.onPaper.map(paperRow),
    DanhSachHoSoBoSung: facts.supplements.map((one) => supplementRow(one, moment)),
    DanhSachGiayToKetQua: facts.results.map((result) => ({
      TenGiayTo: result.name,
      MaThanhPhanHoSo: result.paperCode,
      GiayToId: result.id,
      DuongDanTepTinKetQua: result.url,
      MaGiayToKetQua: result.number,
    })),
  }
}

function feeRow({ name, code, when, amountVnd, kind }: Fee) {
  return {
    TenPhiLePhi: name,
    MaPhiLePhi: code,
    HinhThucThu: FEE_WHEN_CODES[when],
    Gia: String(amountVnd),
    LoaiPhiLePhi: FEE_KIND_CODES[kind],
  }
}

function paperRow({ name, copies, form }: OnPaper) {
  return { TenGiayTo: name, SoLuong: String(copies), LoaiGiayTo: PAPER_FORM_CODES[form] }
}

function supplementRow(one: Supplement, moment: (at: Date | null) => string) {
  return {
    HoSoBoSungId: one.id,
    NguoiYeuCauBoSung: one.askedBy,
    NoiDungBoSung: one.wanted,
    NgayBoSung: moment(one.askedAt),
    NguoiTiepNhanBoSung: one.takenBy,
    ThongTinTiepNhan: one.takenNote,
    NgayTiepNhanBoSung: moment(one.takenAt),
    TrangThaiBoSung: flag(one.isDone),
    NgayHenTraTruoc: moment(one.dueBefore),
    NgayHenTraMoi: moment(one.dueAfter),
    DanhSachGiayToBoSung: one.papers.map(paperRow),
    DanhSachLePhiBoSung: one.fees.map(feeRow),
  }
}

/** One act as a step of the handling. */
export function toProgress(facts: ProgressFacts, { moments }: Profile): Progress {
  return {
    MaHoSo: facts.code,
    NguoiXuLy: facts.by,
    ChucDanh: facts.position,
    ThoiDiemXuLy: momentText(facts.at, moments),
    PhongBanXuLy: facts.department,
    NoiDungXuLy: facts.content,
    TrangThai: String(facts.state),
    NgayBatDau: momentText(facts.beganAt, moments),
    NgayKetThucTheoQuyDinh: momentText(facts.dueAt, moments),
  }
}
