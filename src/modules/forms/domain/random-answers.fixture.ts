import type { Column, Field, FormDefinition } from './definition.ts'
import { fieldsOf } from './definition.ts'

/** Numbers by a seed, the same everywhere: mulberry32. */
export function randomBy(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Answers made up by a seed, right, wrong and strange ones: what tries a form out, and what browser and server are compared with. The
 * same seed gives the same answers.
 */
export function randomAnswers(definition: FormDefinition, seed: number): Record<string, unknown> {
  const random = randomBy(seed)
  const answers: Record<string, unknown> = {}
  for (const field of fieldsOf(definition)) if (random() < 0.8) answers[field.name] = randomAnswer(field, random)
  return answers
}

const STRANGE: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  true,
  [],
  {},
  'Ế\u0301',
  '\u0000',
  1e300,
  '<script>',
  ['x'],
  'khong',
]

function randomAnswer(field: Field | Column, random: () => number): unknown {
  const pick = <One>(list: readonly One[]): One | undefined => list[Math.floor(random() * list.length)]
  if (random() < 0.1) return pick(STRANGE)
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join('')
  const kind: string = field.kind
  switch (kind) {
    case 'number':
      return Math.round(random() * 1e6) / (random() < 0.5 ? 1 : 100)
    case 'money':
      return Math.round(random() * 1e7)
    case 'year':
      return 1940 + Math.floor(random() * 100)
    case 'day':
      return `${1950 + Math.floor(random() * 80)}-0${1 + Math.floor(random() * 9)}-${10 + Math.floor(random() * 20)}`
    case 'time':
      return `${digits(2)}:${digits(2)}`
    case 'yes-no':
    case 'consent':
      return random() < 0.5
    case 'choice':
      return pick(field.choices)?.value
    case 'choices':
      return field.choices.filter(() => random() < 0.5).map(({ value }) => value)
    case 'gender':
      return pick(['male', 'female', 'other'])
    case 'identity-number':
      return pick([digits(12), `077${pick(['0', '1'])}${digits(8)}`, digits(9), `C${digits(7)}`])
    case 'tax-code':
      return pick([digits(10), digits(12), '0100109106', '0314409058-002'])
    case 'phone':
      return pick([`09${digits(8)}`, `+84 9${digits(8)}`, digits(7), '02543852222'])
    case 'email':
      return pick(['A.b@Thu.vn', 'a@b', 'không phải thư'])
    case 'address':
    case 'unit':
      return {
        unitId: random() < 0.5 ? null : `01890000-0000-7000-8000-${digits(12)}`,
        place: pick(['', 'Phường Thử']),
        line: '1',
      }
    case 'files':
      return [{ fileId: `01890000-0000-7000-8000-${digits(12)}`, name: 'tep.pdf' }]
    case 'table':
      return Array.from({ length: Math.floor(random() * 5) }, () =>
        randomRow('columns' in field ? field.columns : [], random),
      )
    default:
      return pick(['Nguyễn Văn An', 'Trần  Thị Bình', 'chữ dài hơn một chút', '72A-12345', digits(5)])
  }
}

function randomRow(columns: readonly Column[], random: () => number): Record<string, unknown> {
  return Object.fromEntries(
    columns.filter(() => random() < 0.8).map((column) => [column.name, randomAnswer(column, random)]),
  )
}
