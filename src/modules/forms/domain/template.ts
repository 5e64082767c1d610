import type { z } from 'zod'
import { fold } from '#kernel/text.ts'
import { type Column, type Field, FormDefinition, fieldsOf } from './definition.ts'
import { COLUMN_KINDS, type ColumnKind, type FieldKind, type KnownFact, MOST_FIELDS } from './kinds.ts'

/** A paragraph or a table of a paper form. */
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

type NewField = z.input<typeof Field>
type NewStep = { code: string; title: { vi: string; en: string }; fields: NewField[] }

/** Dots, dashes or underlines to write on; letters between two such places are the label of the second. */
const BLANK = /(?:[.…_‥․]\s?){4,}|…+/u
const BOXES = /[☐□▢]|\[\s?\]/u

/**
 * A first draft of a form out of a paper one: a dotted line becomes a field called by the words before it, boxes become choices, a table
 * with a head becomes a table, a numbered heading begins a step. What kind of answer a field takes is guessed from its label. Null when
 * there is no place to fill in.
 */
export function formFromTemplate(parts: readonly TemplatePart[]): FormDefinition | null {
  const names = new Set<string>()
  const steps: NewStep[] = [{ code: 'buoc-1', title: { vi: 'Thông tin', en: '' }, fields: [] }]
  const add = (field: NewField) => {
    if (steps.reduce((sum, { fields }) => sum + fields.length, 0) < MOST_FIELDS) steps.at(-1)?.fields.push(field)
  }
  let title = ''
  let addressee = ''
  for (const part of parts) {
    if (part.kind === 'table') {
      const table = tableOf(part.rows, names)
      if (table) add(table)
      else for (const cell of part.rows.flat()) for (const field of fieldsIn(cell, names)) add(field)
      continue
    }
    const text = part.text.replaceAll('\t', ' ……… ').replaceAll(/ {2,}/g, ' ').trim()
    const fields = fieldsIn(text, names)
    if (/^kính gửi/iu.test(text)) addressee = plain(text.replace(/^kính gửi\s*:?/iu, ''))
    else if (title === '' && isTitle(text)) title = text
    else if (fields.length > 0) for (const field of fields) add(field)
    else if (isHeading(text) && steps.length < 40) {
      const before = steps.at(-1)
      if (before && before.fields.length === 0) steps.pop()
      steps.push({ code: `buoc-${steps.length + 1}`, title: { vi: text.slice(0, 200), en: '' }, fields: [] })
    }
  }
  const filled = steps
    .filter(({ fields }) => fields.length > 0)
    .map((step, at) => ({ ...step, code: `buoc-${at + 1}` }))
  if (filled.length === 0) return null
  const vi = title === '' ? 'Biểu mẫu từ tệp Word' : sentence(title)
  const made = FormDefinition.parse({
    title: { vi: vi.slice(0, 300), en: '' },
    addressee: { vi: addressee.slice(0, 300), en: '' },
    steps: filled,
  })
  return fieldsOf(made).length > 0 ? made : null
}

/** The largest words of the first page: `TỜ KHAI ĐĂNG KÝ KHAI SINH`. */
const isTitle = (text: string): boolean =>
  /^(?:TỜ KHAI|ĐƠN|GIẤY|BẢN|PHIẾU|VĂN BẢN|BÁO CÁO)/u.test(text) && text === text.toLocaleUpperCase('vi')

/** `I. Thông tin …`, `Phần 2 …`, or a short line that ends with a colon. */
const isHeading = (text: string): boolean =>
  text.length < 200 && (/^(?:[IVX]{1,5}|phần [\dIVX]+)[.:)]? /iu.test(text) || /^\p{Lu}[^.]{5,100}:$/u.test(text))

const sentence = (text: string): string => {
  const small = text.toLocaleLowerCase('vi')
  return small.charAt(0).toLocaleUpperCase('vi') + small.slice(1)
}

const plain = (text: string): string =>
  text
    .split(BLANK)
    .join(' ')
    .replaceAll(/[:;()\s]+$/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

/** The fields a line asks for: each blank with the words before it, or one choice from its boxes. */
function fieldsIn(text: string, names: Set<string>): NewField[] {
  if (BOXES.test(text)) {
    const choices = choicesIn(text, names)
    if (choices) return [choices]
  }
  const labels = text.split(BLANK).slice(0, -1)
  return labels.flatMap((before) => {
    const label = before
      .replace(/^[\s.;,:)\d-]+(?=\p{L})/u, '')
      .replaceAll(/\(\d+\)/g, '')
      .replace(/[\s:;,(]+$/u, '')
      .trim()
    if (!/\p{L}{2}/u.test(label) || label.length > 200 || /^(?:ngày|tháng|năm)$/iu.test(label)) return []
    return [fieldOf(label, names)]
  })
}

function choicesIn(text: string, names: Set<string>): NewField | null {
  const [before = '', ...after] = text.split(new RegExp(BOXES.source, 'gu'))
  // The box may stand before or after its words.
  const isLeading = after.at(-1)?.trim() !== ''
  const words = (isLeading ? after : [before, ...after.slice(0, -1)]).map(plain).filter((word) => word !== '')
  const [first = '', ...rest] = words
  const colon = isLeading ? -1 : first.indexOf(':')
  const label = isLeading ? plain(before) : colon >= 0 ? first.slice(0, colon).trim() : 'Lựa chọn'
  const choices = isLeading ? words : [colon >= 0 ? first.slice(colon + 1).trim() : first, ...rest]
  if (choices.length < 2 || choices.length > 20) return null
  const taken = new Set<string>()
  return {
    kind: 'choice',
    name: nameOf(label || 'lua chon', names),
    label: { vi: label || 'Lựa chọn', en: '' },
    choices: choices.map((choice) => ({
      value: nameOf(choice, taken).replaceAll('_', '-'),
      label: { vi: choice, en: '' },
    })),
  }
}

/** A table whose first row is words and that has a row to fill in under it. */
function tableOf(rows: readonly (readonly string[])[], names: Set<string>): NewField | null {
  const [head = [], ...body] = rows
  const titles = head.filter((title) => !/^(?:stt|tt|số tt)$/iu.test(title.trim()))
  const hasRoom = body.some((row) => row.filter((cell) => cell === '' || BLANK.test(cell)).length * 2 >= row.length)
  if (titles.length < 2 || titles.some((title) => !/\p{L}/u.test(title)) || !hasRoom) return null
  const own = new Set<string>(['rows'])
  const columns = titles.slice(0, 40).map((title): z.input<typeof Column> => {
    const { kind } = guess(title)
    const isColumnKind = (COLUMN_KINDS as readonly FieldKind[]).includes(kind)
    return {
      kind: isColumnKind ? (kind as ColumnKind) : 'text',
      name: nameOf(title, own),
      label: { vi: title.slice(0, 300), en: '' },
    }
  })
  return { kind: 'table', name: nameOf('bang ke', names), label: { vi: 'Bảng kê', en: '' }, columns }
}

function fieldOf(label: string, names: Set<string>): NewField {
  const { kind, known } = guess(label)
  return { kind, name: nameOf(label, names), label: { vi: label, en: '' }, known: known ?? null }
}

type Guess = { readonly kind: FieldKind; readonly known?: KnownFact }

/** What labels of Vietnamese forms ask for; the first that fits. */
const GUESSES: readonly (readonly [RegExp, Guess])[] = [
  [/(?:so )?(?:dinh danh|cccd|can cuoc|ho chieu|giay to tuy than)/, { kind: 'identity-number' }],
  [/ma so thue/, { kind: 'tax-code' }],
  [/dien thoai|so dt|fax/, { kind: 'phone' }],
  [/e-?mail|thu dien tu/, { kind: 'email' }],
  [/^ho(?:,| va| ten| chu dem)|ho ten|ho va ten/, { kind: 'person-name' }],
  [/gioi tinh/, { kind: 'gender' }],
  [/^nam /, { kind: 'year' }],
  [/ngay|thang, nam/, { kind: 'day' }],
  [/noi cu tru|thuong tru|tam tru|noi o|dia chi|que quan|noi sinh|tru so/, { kind: 'address' }],
  [/so tien|tong gia tri|\bvon\b|muc thu|don gia|thanh tien/, { kind: 'money' }],
  [/so luong|dien tich|chieu (?:dai|rong|cao)|so tang/, { kind: 'number' }],
  [/ly do|noi dung|mo ta|ghi chu/, { kind: 'paragraph' }],
]

function guess(label: string): Guess {
  const words = fold(label)
  return GUESSES.find(([pattern]) => pattern.test(words))?.[1] ?? { kind: 'text' }
}

/** A name out of words, used once: `ho_ten_nguoi_khai`. */
function nameOf(label: string, taken: Set<string>): string {
  const words = fold(label)
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^[_\d]+|_+$/g, '')
    .slice(0, 40)
  const base = words.replace(/_+$/, '') || 'muc'
  let name = base
  for (let count = 2; taken.has(name); count++) name = `${base}_${count}`
  taken.add(name)
  return name
}
