import { createHash } from 'node:crypto'
import { dayAt } from '#kernel/calendar.ts'
import { momentText } from '../domain/moment.ts'
import { DEFAULT_PROFILES } from '../domain/profile.ts'

export type Said = Readonly<Record<string, unknown>>
/** One call that counted: what it was, of which dossier, under which key, what it said. */
export type Counted = { readonly service: string; readonly code: string; readonly key: string; readonly said: Said }
export type Answer = Readonly<Record<string, unknown>>

/** What the simulated portal knows. Nothing of it leaves this process, and it is forgotten when that ends. */
export function portalState() {
  const dossiers = new Map<string, Said>()
  const answers = new Map<string, Answer>()
  const counted: Counted[] = []
  const filed: Said[] = []
  let numbers = Math.floor(Date.now() / 1000) % 86_400

  const nextCode = (): string => {
    const day = dayAt(new Date()).slice(2).replaceAll('-', '')
    return `G22.99-${day}-${String(numbers++ * 10).padStart(7, '0')}`
  }
  /** Counts a call once under its key; afterwards the first answer is given again. */
  const once = (key: string, service: string, said: Said, act: () => Answer): Answer => {
    const known = answers.get(key)
    if (key !== '' && known) return known
    const answer = act()
    answers.set(key, answer)
    counted.push({ service, code: textIn(said, 'MaHoSo'), key, said })
    return answer
  }
  const keep = (said: Said): Answer => {
    const code = textIn(said, 'MaHoSo')
    if (code === '') return { error_code: '11', message: 'Thiếu MaHoSo' }
    dossiers.set(code, { ...dossiers.get(code), ...said })
    return { error_code: '0' }
  }
  const step = (said: Said): Answer => {
    const code = textIn(said, 'MaHoSo')
    if (!dossiers.has(code)) return { error_code: '12', message: 'Chưa có hồ sơ' }
    dossiers.set(code, { ...dossiers.get(code), TrangThaiHoSo: said.TrangThai })
    return { error_code: '0' }
  }
  return {
    dossiers,
    counted: (): readonly Counted[] => counted,
    filed,
    nextCode,
    once,
    keep,
    step,
    /** The dossier and every key of it are lost, as after a restore from an old copy. */
    forget: (code: string): void => {
      dossiers.delete(code)
      for (const one of counted) if (one.code === code) answers.delete(one.key)
    },
    takeFile: (bytes: Uint8Array): Answer => {
      const hash = createHash('sha256').update(bytes).digest('hex')
      return { error_code: '0', result: { IdTepTin: `tep-${hash.slice(0, 16)}`, HashTepTin: hash } }
    },
  }
}
export type PortalState = ReturnType<typeof portalState>

export function textIn(said: Said, field: string): string {
  const value = said[field]
  return typeof value === 'string' ? value : ''
}

const NAMES = ['Nguyễn Văn Mô Phỏng', 'Trần Thị Thử Nghiệm', 'Lê Minh Giả Lập', 'Phạm Thu Ví Dụ'] as const

/** What an invented citizen files. `isWrong`: without the fields nobody can do without. */
export function inventedFiling(
  code: string,
  {
    unit,
    procedureCode,
    isWrong,
  }: { readonly unit: string; readonly procedureCode: string; readonly isWrong: boolean },
): Said {
  const moment = momentText(new Date(), 'compact')
  const place = Number(code.slice(-3)) % NAMES.length
  return {
    MaHoSo: code,
    MaTTHC: procedureCode,
    ChuHoSo: isWrong ? '' : (NAMES[place] ?? NAMES[0]),
    LoaiDoiTuong: DEFAULT_PROFILES['one-shot'].subjectKinds.person,
    SoDienThoai: '0912345678',
    TrichYeuHoSo: 'Hồ sơ mô phỏng nộp trên Cổng Dịch vụ công quốc gia',
    TrangThaiHoSo: '1',
    NgayNopHoSo: isWrong ? 'hôm nay' : moment,
    DonViXuLy: unit,
    KenhThucHien: '2',
    HinhThuc: '0',
    TaiKhoanDuocXacThucVoiVNeID: '1',
    TaiLieuNop: [],
    DanhSachLePhi: [],
    DanhSachTepDinhKemKhac: [{ TenGiayTo: 'Tờ khai điện tử (mô phỏng)', SoLuong: '1', LoaiGiayTo: '2' }],
    DanhSachHoSoBoSung: [],
    DanhSachGiayToKetQua: [],
  }
}
