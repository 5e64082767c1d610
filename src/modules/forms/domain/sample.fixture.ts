import type { z } from 'zod'
import type { Expression } from '#kernel/rules/expression.ts'
import { parseFormula } from '#kernel/rules/parse.ts'
import { FormDefinition, type Step } from './definition.ts'

/** The expression a formula means; for tests, which write formulas that are right. */
export function rule(formula: string): Expression {
  const parsed = parseFormula(formula)
  if ('problem' in parsed) throw new Error(`${formula}: ${parsed.problem.code}`)
  return parsed.expression
}

export const both = (text: string) => ({ vi: text, en: text })

type Fields = z.input<typeof Step>['fields']

export const formOf = (fields: Fields, more: Partial<z.input<typeof FormDefinition>> = {}): FormDefinition =>
  FormDefinition.parse({
    title: both('Biểu mẫu thử'),
    steps: [{ code: 'mot', title: both('Bước một'), fields }],
    ...more,
  })

/** A form with a field of every kind and rules between them. */
export const sampleForm = (): FormDefinition =>
  FormDefinition.parse({
    title: both('Tờ khai thử'),
    steps: [
      {
        code: 'nguoi-khai',
        title: both('Người khai'),
        fields: [
          { kind: 'note', name: 'gioi_thieu', label: both(''), hint: both('Xin điền đủ.') },
          { kind: 'person-name', name: 'ho_ten', label: both('Họ tên người khai'), required: true, known: 'name' },
          { kind: 'day', name: 'ngay_sinh', label: both('Ngày sinh'), past: true, known: 'bornOn' },
          { kind: 'gender', name: 'gioi_tinh', label: both('Giới tính') },
          {
            kind: 'identity-number',
            name: 'so_dinh_danh',
            label: both('Số định danh'),
            required: true,
            bornOn: 'ngay_sinh',
            gender: 'gioi_tinh',
            known: 'identityNumber',
          },
          { kind: 'phone', name: 'dien_thoai', label: both('Điện thoại'), known: 'phone' },
          { kind: 'email', name: 'thu', label: both('Thư điện tử'), known: 'email' },
          { kind: 'address', name: 'noi_o', label: both('Nơi ở'), required: true },
          {
            kind: 'person-name',
            name: 'giam_ho',
            label: both('Người giám hộ'),
            showIf: rule('[ngay_sinh.age] < 18'),
            required: true,
          },
        ],
      },
      {
        code: 'noi-dung',
        title: both('Nội dung'),
        fields: [
          { kind: 'heading', name: 'dau_muc', label: both('Việc đề nghị') },
          {
            kind: 'choice',
            name: 'viec',
            label: both('Việc'),
            required: true,
            choices: ['moi', 'doi', 'cap-lai'].map((value) => ({ value, label: both(value) })),
          },
          {
            kind: 'choices',
            name: 'giay_to',
            label: both('Giấy tờ'),
            choices: ['ho_chieu', 'khac'].map((value) => ({ value, label: both(value) })),
          },
          { kind: 'text', name: 'giay_khac', label: both('Giấy tờ khác'), requiredIf: rule('[giay_to.khac] = dung') },
          { kind: 'paragraph', name: 'ly_do', label: both('Lý do'), showIf: rule('[viec] <> "moi"'), required: true },
          { kind: 'code', name: 'bien_so', label: both('Biển số'), mask: '00A-00000' },
          { kind: 'tax-code', name: 'ma_so_thue', label: both('Mã số thuế') },
          { kind: 'year', name: 'nam', label: both('Năm'), past: true },
          { kind: 'time', name: 'gio', label: both('Giờ') },
          { kind: 'number', name: 'dien_tich', label: both('Diện tích'), decimals: 2, least: 0, most: 100000 },
          { kind: 'yes-no', name: 'co_hang', label: both('Có hàng hóa?') },
          { kind: 'unit', name: 'co_quan', label: both('Kính gửi') },
          { kind: 'signature', name: 'chu_ky', label: both('Người khai') },
        ],
      },
      {
        code: 'hang-hoa',
        title: both('Hàng hóa'),
        showIf: rule('[co_hang] = dung'),
        fields: [
          {
            kind: 'table',
            name: 'hang',
            label: both('Hàng'),
            required: true,
            columns: [
              { kind: 'text', name: 'ten', label: both('Tên'), required: true },
              { kind: 'number', name: 'so_luong', label: both('Số lượng'), least: 1 },
              { kind: 'money', name: 'don_gia', label: both('Đơn giá'), requiredIf: rule('[so_luong] > 0') },
              { kind: 'money', name: 'thanh_tien', label: both('Thành tiền'), value: rule('[so_luong] * [don_gia]') },
            ],
          },
          {
            kind: 'fee',
            name: 'le_phi',
            label: both('Lệ phí'),
            value: rule('neu([hang.thanh_tien] > 1000000; 50000; 20000) * [hang.rows]'),
          },
          { kind: 'money', name: 'tong', label: both('Tổng'), value: rule('[hang.thanh_tien] + [le_phi]') },
          { kind: 'files', name: 'tep', label: both('Tệp') },
          { kind: 'consent', name: 'cam_doan', label: both('Cam đoan'), required: true },
        ],
      },
    ],
    checks: [{ at: 'nam', holds: rule('[nam] >= 1990'), message: both('Từ năm 1990') }],
  })

/** Answers to `sampleForm` from which nothing is missing. */
export const goodAnswers = () => ({
  ho_ten: 'Nguyễn Thị Thử',
  ngay_sinh: '1985-04-03',
  gioi_tinh: 'female',
  so_dinh_danh: '077 185 001234',
  dien_thoai: '+84 912 345 678',
  noi_o: { unitId: null, place: 'Phường Thử, tỉnh Thử', line: '12 Trần Phú' },
  viec: 'doi',
  ly_do: 'Đổi vì hỏng.',
  co_hang: true,
  hang: [
    { ten: 'Gạo', so_luong: 2, don_gia: 300_000 },
    { ten: 'Muối', so_luong: 1, don_gia: 500_000 },
  ],
  cam_doan: true,
})
