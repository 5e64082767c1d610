import type { ProblemMessages } from '../problem-messages.ts'
import { type Expression, inner, isBounded, MAX_DEPTH, MAX_NODES } from './expression.ts'

export const VALUE_TYPES = ['number', 'boolean', 'text', 'day'] as const
export type ValueType = (typeof VALUE_TYPES)[number]

/** The names an expression may use, with their types. */
export type Fields = Readonly<Record<string, ValueType>>

/** One thing wrong, at a place in the expression (`left.of.2`; empty: the whole). `code` is worded by `ruleProblems`. */
export type RuleError = {
  readonly path: string
  readonly code: string
  readonly values: Readonly<Record<string, string | number>>
}

export type Checked = { readonly type: ValueType } | { readonly errors: readonly RuleError[] }

/** The type of an expression over given fields, or everything that is wrong with it; with `expected`, of that type only. */
export function checkExpression(expression: Expression, fields: Fields, expected?: ValueType): Checked {
  if (!isBounded(expression)) {
    return { errors: [{ path: '', code: 'rules/too-large', values: { nodes: MAX_NODES, depth: MAX_DEPTH } }] }
  }
  const errors: RuleError[] = []
  const type = typeOf(expression, '', fields, errors)
  if (errors.length === 0 && type === null) errors.push({ path: '', code: 'rules/blank-only', values: {} })
  if (errors.length === 0 && expected && type !== expected) errors.push(wrongType('', expected, type))
  return errors.length > 0 || !type ? { errors } : { type }
}

/** `null`: a blank, or a part that is wrong itself and has been named already; both fit anywhere. */
type Found = ValueType | null
type Report = RuleError[]

function typeOf(expression: Expression, path: string, fields: Fields, errors: Report): Found {
  const types = inner(expression).map((each) => {
    const at = path ? `${path}.${each.path}` : each.path
    if (each.expression.kind === 'blank' && !(expression.kind === 'if' && each.path !== 'condition')) {
      errors.push({ path: at, code: 'rules/blank-outside-if', values: {} })
    }
    return { at, type: typeOf(each.expression, at, fields, errors) }
  })
  const all = (wanted: ValueType, result: ValueType): Found => {
    for (const { at, type } of types) if (type && type !== wanted) errors.push(wrongType(at, wanted, type))
    return result
  }
  switch (expression.kind) {
    case 'number':
    case 'text':
    case 'day':
    case 'boolean':
      return expression.kind
    case 'blank':
      return null
    case 'reference':
      return fieldType(expression.name, path, fields, errors)
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'negate':
    case 'round':
    case 'sum':
      return all('number', 'number')
    case 'and':
    case 'or':
    case 'not':
      return all('boolean', 'boolean')
    case 'is-blank':
      return 'boolean'
    case 'min':
    case 'max':
    case 'coalesce':
    case 'compare':
    case 'in':
    case 'if':
      return typeOfAlike(expression, path, types, errors)
  }
}

type Typed = readonly { readonly at: string; readonly type: Found }[]
type Alike = Extract<Expression, { kind: 'min' | 'max' | 'coalesce' | 'compare' | 'in' | 'if' }>

/** Kinds whose parts must be of one type among themselves. */
function typeOfAlike(expression: Alike, path: string, types: Typed, errors: Report): Found {
  switch (expression.kind) {
    case 'if': {
      const [condition, ...branches] = types
      if (condition?.type && condition.type !== 'boolean')
        errors.push(wrongType(condition.at, 'boolean', condition.type))
      return common(branches, errors)
    }
    case 'coalesce':
      return common(types, errors)
    case 'min':
    case 'max':
      return ordered(common(types, errors), path, errors)
    case 'compare': {
      const type = common(types, errors)
      if (expression.operator !== '=' && expression.operator !== '<>') ordered(type, path, errors)
      return 'boolean'
    }
    case 'in': {
      const listed = expression.list.map((literal, index) => ({
        at: `${path ? `${path}.` : ''}list.${index}`,
        type: literal.kind,
      }))
      common([...types, ...listed], errors)
      return 'boolean'
    }
  }
}

function fieldType(name: string, path: string, fields: Fields, errors: Report): Found {
  const type = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (!type) errors.push({ path, code: 'rules/unknown-reference', values: { name } })
  return type ?? null
}

function common(types: Typed, errors: Report): Found {
  const wanted = types.find(({ type }) => type !== null)?.type ?? null
  for (const { at, type } of types) if (wanted && type && type !== wanted) errors.push(wrongType(at, wanted, type))
  return wanted
}

/** Text and yes-or-no have no order here, because languages disagree about one. */
function ordered(type: Found, path: string, errors: Report): Found {
  if (type === 'text' || type === 'boolean') errors.push({ path, code: 'rules/no-order', values: { type } })
  return type
}

function wrongType(path: string, expected: ValueType, found: Found): RuleError {
  return { path, code: 'rules/wrong-type', values: { expected, found: found ?? 'blank' } }
}

const TYPE_NAMES: Record<string, { vi: string; en: string }> = {
  number: { vi: 'số', en: 'a number' },
  boolean: { vi: 'đúng/sai', en: 'a yes or no' },
  text: { vi: 'chữ', en: 'text' },
  day: { vi: 'ngày', en: 'a day' },
  blank: { vi: 'trống', en: 'blank' },
}
const typeName = (type: string | number | undefined, language: 'vi' | 'en') =>
  TYPE_NAMES[String(type)]?.[language] ?? ''

const PLACES: Record<string, { vi: string; en: string }> = {
  end: { vi: 'một phép tính hoặc hết công thức', en: 'an operator or the end' },
  operand: { vi: 'một số, một mã [..] hoặc một hàm', en: 'a number, a [code] or a function' },
  literal: { vi: 'một số, chữ trong ngoặc kép hoặc ngày', en: 'a number, quoted text or a day' },
}
const placeName = (place: string | number | undefined, language: 'vi' | 'en') =>
  PLACES[String(place)]?.[language] ?? `"${place}"`

/** What each error of the expression language says to a person. */
export const ruleProblems: ProblemMessages = {
  'rules/too-large': {
    vi: (v) =>
      `Công thức quá dài hoặc lồng quá sâu (nhiều nhất ${v.nodes ?? MAX_NODES} phần, ${v.depth ?? MAX_DEPTH} tầng).`,
    en: (v) =>
      `The formula is too long or nested too deeply (at most ${v.nodes ?? MAX_NODES} parts, ${v.depth ?? MAX_DEPTH} levels).`,
  },
  'rules/unknown-reference': {
    vi: (v) => `Không có số liệu hay trường nào mang mã [${v.name}].`,
    en: (v) => `No measure or field has the code [${v.name}].`,
  },
  'rules/wrong-type': {
    vi: (v) => `Chỗ này cần ${typeName(v.expected, 'vi')} nhưng công thức cho ${typeName(v.found, 'vi')}.`,
    en: (v) => `This place needs ${typeName(v.expected, 'en')}, but the formula gives ${typeName(v.found, 'en')}.`,
  },
  'rules/no-order': {
    vi: () => 'Chữ và đúng/sai chỉ so sánh được bằng nhau (=) hoặc khác nhau (<>).',
    en: () => 'Text and yes-or-no can only be compared for equality (=, <>).',
  },
  'rules/blank-outside-if': {
    vi: () => '"trong" (để trống) chỉ được đứng ở một nhánh của neu(…).',
    en: () => '"blank" may only stand as a branch of if(…).',
  },
  'rules/blank-only': {
    vi: () => 'Công thức lúc nào cũng trống.',
    en: () => 'The formula is always blank.',
  },
  'rules/expected': {
    vi: (v) =>
      `Ở vị trí ${v.position}: cần ${placeName(v.expected, 'vi')}, nhưng gặp ${v.found ? `"${v.found}"` : 'hết công thức'}.`,
    en: (v) =>
      `At position ${v.position}: expected ${placeName(v.expected, 'en')}, but found ${v.found ? `"${v.found}"` : 'the end'}.`,
  },
  'rules/unknown-function': {
    vi: (v) => `Không có hàm "${v.name}" (vị trí ${v.position}).`,
    en: (v) => `There is no function "${v.name}" (position ${v.position}).`,
  },
  'rules/wrong-arguments': {
    vi: (v) => `Hàm ${v.name} nhận sai số lượng hoặc loại tham số (vị trí ${v.position}).`,
    en: (v) => `The function ${v.name} has the wrong number or kind of arguments (position ${v.position}).`,
  },
  'rules/bad-character': {
    vi: (v) => `Ký tự "${v.found}" ở vị trí ${v.position} không dùng được trong công thức.`,
    en: (v) => `The character "${v.found}" at position ${v.position} cannot be used in a formula.`,
  },
  'rules/ambiguous-number': {
    vi: (v) => `Số "${v.found}" đọc được hai cách: xin viết ${v.whole} hoặc ${v.fraction}.`,
    en: (v) => `"${v.found}" can be read in two ways: please write ${v.whole} or ${v.fraction}.`,
  },
  'rules/bad-number': {
    vi: (v) => `"${v.found}" ở vị trí ${v.position} không phải là số dùng được trong công thức.`,
    en: (v) => `"${v.found}" at position ${v.position} is not a number a formula can hold.`,
  },
  'rules/not-a-day': {
    vi: (v) => `"${v.found}" không phải là ngày có thật.`,
    en: (v) => `"${v.found}" is not a day that exists.`,
  },
  'rules/bad-text': {
    vi: (v) => `Đoạn chữ ở vị trí ${v.position} quá dài hoặc có ký tự không dùng được.`,
    en: (v) => `The text at position ${v.position} is too long or has a character that cannot be used.`,
  },
}
