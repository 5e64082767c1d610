/** The forms that are measured: one of 300 fields with 100 rules, and one with a table of 5,000 rows. */
export const FIELDS = 300
export const ROWS = 5000

const both = (text: string) => ({ vi: text, en: text })
const reference = (name: string) => ({ kind: 'reference', name })

/** Every third field is shown by a rule over the one before; every ninth is computed: 100 conditions, and 33 sums. Asked in so many steps. */
export function longForm(steps = 1) {
  const fields = Array.from({ length: FIELDS }, (_, at) => ({
    kind: 'number',
    name: `f${at}`,
    label: both(`Mục thứ ${at}`),
    hint: both('Ghi số theo giấy tờ.'),
    ...(at % 3 === 1 && {
      showIf: {
        kind: 'compare',
        operator: '>',
        left: reference(`f${at - 1}`),
        right: { kind: 'number', value: '0' },
      },
    }),
    ...(at % 9 === 2 && { value: { kind: 'sum', of: [reference(`f${at - 1}`), reference(`f${at - 2}`)] } }),
  }))
  const each = FIELDS / steps
  return {
    title: both('Biểu mẫu đo'),
    steps: Array.from({ length: steps }, (_, at) => ({
      code: `buoc-${at}`,
      title: both(`Bước ${at + 1}`),
      fields: fields.slice(at * each, (at + 1) * each),
    })),
  }
}

/**
 * A page without script, style and rules with as many boxes as the long form, ten to a form: what a browser takes for a key by itself.
 */
export const barePage = (): string =>
  Array.from({ length: FIELDS }, (_, at) => `<p><label>Mục thứ ${at} <input name="f${at}"></label></p>`)
    .map((box, at) => (at % 10 === 0 ? `</form><form>${box}` : box))
    .join('')

/** A list of goods with an amount for each row, and the sum of all of them. */
export function tableForm() {
  const named = { 'thuc-pham': 'Thực phẩm', 'hang-dien-tu': 'Hàng điện tử', 'vat-lieu': 'Vật liệu', khac: 'Khác' }
  const kinds = Object.entries(named).map(([value, label]) => ({ value, label: both(label) }))
  const amount = { kind: 'multiply', left: reference('so_luong'), right: reference('don_gia') }
  const columns = [
    { kind: 'text', name: 'ten', label: both('Tên hàng'), required: true },
    { kind: 'choice', name: 'loai', label: both('Loại'), choices: kinds },
    { kind: 'number', name: 'so_luong', label: both('Số lượng'), least: 1 },
    { kind: 'money', name: 'don_gia', label: both('Đơn giá') },
    { kind: 'day', name: 'ngay', label: both('Ngày nhập'), past: true },
    { kind: 'money', name: 'thanh_tien', label: both('Thành tiền'), value: amount },
  ]
  const fields = [
    { kind: 'table', name: 'hang', label: both('Hàng hóa'), columns },
    { kind: 'money', name: 'tong', label: both('Tổng cộng'), value: reference('hang.thanh_tien') },
  ]
  return { title: both('Bảng kê đo'), steps: [{ code: 'mot', title: both('Một'), fields }] }
}

/** Rows as a spreadsheet copies them; of every hundredth the number cannot be read. */
export function copiedRows(): string {
  const line = (at: number) =>
    [
      `Mặt hàng ${at}`,
      ['thực phẩm', 'KHAC', 'Vật liệu'][at % 3],
      at % 100 === 50 ? 'mười' : String(1 + (at % 9)),
      `${1 + (at % 50)}.000`,
      `${1 + (at % 28)}/0${1 + (at % 9)}/2025`,
    ].join('\t')
  return Array.from({ length: ROWS }, (_, at) => line(at)).join('\r\n')
}
