import { type Day, formatDay, officialDayInWords } from '#kernel/calendar.ts'
import { formatNumber } from '#kernel/number.ts'
import type { AnswerValue, FileAnswer, PlaceAnswer, RowAnswer } from './answer.ts'
import { own } from './answer.ts'
import type { CompiledForm } from './compile.ts'
import { type Field, say } from './definition.ts'
import type { Evaluation } from './evaluate.ts'
import { cellText } from './paste.ts'

type Language = 'vi' | 'en'

export type PrintedBlock =
  | { readonly kind: 'line'; readonly label: string; readonly value: string }
  | { readonly kind: 'heading' | 'note'; readonly text: string }
  | {
      readonly kind: 'table'
      readonly label: string
      readonly head: readonly string[]
      readonly rows: readonly (readonly string[])[]
    }

/** A filled form as the paper says it: texts only, drawn by outputs/. An empty value is a dotted line to be filled by hand. */
export type PrintedForm = {
  readonly language: Language
  readonly nation: string
  readonly motto: string
  readonly mark: string
  readonly number: string
  readonly title: string
  readonly addressee: string
  readonly sections: readonly { readonly title: string; readonly blocks: readonly PrintedBlock[] }[]
  readonly pledge: string
  readonly placeAndDay: string
  readonly signatures: readonly { readonly title: string; readonly hint: string; readonly name: string }[]
  readonly foot: string
}

const WORDS = {
  vi: {
    nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    mark: 'MẪU MINH HỌA',
    to: 'Kính gửi: ',
    hint: '(Ký, ghi rõ họ tên)',
    applicant: 'NGƯỜI KHAI',
    yes: 'Có',
    no: 'Không',
    genders: { male: 'Nam', female: 'Nữ', other: 'Khác' },
    dong: 'đồng',
    row: 'TT',
    dated: (day: Day) => `........., ${officialDayInWords(day)}`,
    foot: (version: number, hash: string) => `Phiên bản ${version} của biểu mẫu, mã kiểm ${hash}`,
  },
  en: {
    nation: 'SOCIALIST REPUBLIC OF VIET NAM',
    motto: 'Independence - Freedom - Happiness',
    mark: 'ILLUSTRATIVE FORM',
    to: 'To: ',
    hint: '(Signature, full name)',
    applicant: 'THE APPLICANT',
    yes: 'Yes',
    no: 'No',
    genders: { male: 'Male', female: 'Female', other: 'Other' },
    dong: 'VND',
    row: 'No.',
    dated: (day: Day) => `........., ${formatDay(day)}`,
    foot: (version: number, hash: string) => `Version ${version} of the form, check ${hash}`,
  },
} as const

type Copy = { readonly language: Language; readonly today: Day; readonly version: number; readonly hash: string }

/** The paper of an evaluation: what is shown is printed, what is hidden is not. */
export function printedForm({ definition }: CompiledForm, evaluation: Evaluation, copy: Copy): PrintedForm {
  const { language, today, version, hash } = copy
  const words = WORDS[language]
  const shownSteps = definition.steps.filter(({ code }) => evaluation.steps.includes(code))
  const shown = shownSteps.flatMap(({ fields }) => fields.filter(({ name }) => evaluation.shown.has(name)))
  const signers = shown.filter(({ kind }) => kind === 'signature')
  const name = shown
    .map((field) => (field.known === 'name' ? evaluation.values.get(field.name) : undefined))
    .find(Boolean)
  const signer = typeof name === 'string' ? name : ''
  return {
    language,
    nation: words.nation,
    motto: words.motto,
    mark: definition.demonstration ? words.mark : '',
    number: definition.number,
    title: say(definition.title, language),
    addressee: say(definition.addressee, language) && `${words.to}${say(definition.addressee, language)}`,
    sections: shownSteps.map((step) => ({
      title: say(step.title, language),
      blocks: step.fields
        .filter(({ name, kind }) => evaluation.shown.has(name) && !UNPRINTED.has(kind))
        .map((field) => blockOf(field, evaluation.values.get(field.name), language)),
    })),
    pledge: say(definition.pledge, language),
    placeAndDay: words.dated(today),
    signatures:
      signers.length > 0
        ? signers.map((field, at) => ({
            title: say(field.label, language).toLocaleUpperCase('vi'),
            hint: words.hint,
            name: at === 0 ? signer : '',
          }))
        : [{ title: words.applicant, hint: words.hint, name: signer }],
    foot: words.foot(version, hash.slice(0, 12)),
  }
}

/** A signature stands at the end; what a consent vouches for is the pledge above it. */
const UNPRINTED: ReadonlySet<Field['kind']> = new Set(['signature', 'consent'])

function blockOf(field: Field, value: AnswerValue | undefined, language: Language): PrintedBlock {
  const label = say(field.label, language)
  if (field.kind === 'heading') return { kind: 'heading', text: label }
  if (field.kind === 'note') return { kind: 'note', text: say(field.hint, language) }
  if (field.kind === 'table') {
    const rows = Array.isArray(value) ? (value as readonly RowAnswer[]) : []
    return {
      kind: 'table',
      label,
      head: [WORDS[language].row, ...field.columns.map((column) => say(column.label, language))],
      rows: (rows.length > 0 ? rows : [{}, {}, {}]).map((row, at) => [
        String(at + 1),
        ...field.columns.map((column) =>
          genderOr(cellText(column, own(row, column.name), language), column.kind, language),
        ),
      ]),
    }
  }
  return {
    kind: 'line',
    label: label.replace(/\?$/, ''),
    value: value === undefined ? '' : valueText(field, value, language),
  }
}

const genderOr = (text: string, kind: string, language: Language): string =>
  kind === 'gender' && (text === 'male' || text === 'female' || text === 'other') ? WORDS[language].genders[text] : text

/** An answer as people read it. */
export function valueText(field: Field, value: AnswerValue, language: Language): string {
  const words = WORDS[language]
  const kind: string = field.kind
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  switch (kind) {
    case 'money':
    case 'fee':
      return `${formatNumber(Number(value))} ${words.dong}`
    case 'number': {
      const suffix = say(field.suffix, language)
      return `${formatNumber(Number(value))}${suffix && ` ${suffix}`}`
    }
    case 'yes-no':
    case 'consent':
      return value === true ? words.yes : words.no
    case 'choices':
      return field.choices
        .filter((choice) => Array.isArray(value) && (value as readonly string[]).includes(choice.value))
        .map((choice) => say(choice.label, language))
        .join('; ')
    case 'address':
    case 'unit': {
      const { line, place } = value as PlaceAnswer
      return [line, place].filter(Boolean).join(', ')
    }
    case 'files':
      return (value as readonly FileAnswer[]).map((file) => file.name).join('; ')
    case 'choice': {
      const choice = field.choices.find((one) => one.value === value)
      return choice ? say(choice.label, language) : text
    }
    case 'day':
      return formatDay(text)
    default:
      return genderOr(text, kind, language)
  }
}
