import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  answerName,
  asideField,
  filesIn,
  formField,
  isFormField,
  partedFields,
  placeNow,
  shapeTrouble,
} from './form-answers.ts'

const KINDS = ['text', 'paragraph', 'number', 'day', 'yes-no', 'choices', 'address', 'unit', 'table', 'files'] as const
const field = (kind: string, value: unknown = null) => ({
  kind,
  value,
  columns: [
    { name: 'ten', value: null },
    { name: 'so', value: null },
    { name: 'tong', value: 'a formula' },
  ],
})

const json = fc.jsonValue({ maxDepth: 6 })

test('whatever comes, the shape of an answer is judged without throwing, and what is kept is no deeper than its kind', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), json, (kind, raw) => {
      if (shapeTrouble(field(kind), raw) === undefined) expect(depthOf(raw)).toBeLessThanOrEqual(DEEPEST[kind] ?? 0)
    }),
  )
})
const DEEPEST: Readonly<Record<string, number>> = { choices: 1, address: 1, unit: 1, table: 2, files: 2 }

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const inside: readonly unknown[] = Object.values(value)
  return 1 + Math.max(0, ...inside.map(depthOf))
}

test('an answer of a few thousand levels is judged as any other', () => {
  const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown
  for (const kind of KINDS) expect(shapeTrouble(field(kind), deep)).toBe('portal/answer-shape')
})

test('what people type while they are not done is kept', () => {
  for (const [kind, raw] of [
    ['number', 'mười'],
    ['year', '19'],
    ['day', '31/02'],
    ['table', [{ ten: 'Gạo' }, {}, { so: 'hai' }]],
    ['address', { unitId: null, place: '', line: 'Số 1' }],
    ['files', []],
    ['choices', ['khac']],
    ['text', 'a'.repeat(20_000)],
    ['consent', false],
    ['text', null],
  ] as const)
    expect(shapeTrouble(field(kind), raw), kind).toBeUndefined()
  expect(shapeTrouble(field('text', { kind: 'number' }), 'x')).toBe('portal/answer-computed')
  expect(shapeTrouble(field('table'), [{ khac: 'x' }])).toBe('portal/answer-shape')
  expect(shapeTrouble(field('table'), [{ ten: 'Gạo', tong: 1 }])).toBe('portal/answer-computed')
})

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,10}$/)

test('the fields of an application come apart into its own, the answers to each form and what is put aside, and nothing is lost', () => {
  const some = fc.dictionary(name, json)
  const ofForms = fc.dictionary(fc.constantFrom('', 'don-khac', 'cam-ket'), fc.record({ answers: some, aside: some }))
  fc.assert(
    fc.property(some, ofForms, (own, forms) => {
      const named = Object.entries(forms).flatMap(([mark, { answers, aside }]) => [
        ...Object.entries(answers).map(([key, value]) => [formField(key, mark), value] as const),
        ...Object.entries(aside).map(([key, value]) => [asideField(key, mark), value] as const),
      ])
      const parts = partedFields({ ...own, ...Object.fromEntries(named) })
      expect(parts.fields).toEqual(own)
      for (const [mark, given] of Object.entries(forms)) expect(parts.of(mark)).toEqual(given)
      expect(parts.of('khong-co')).toEqual({ answers: {}, aside: {} })
    }),
  )
})

test('a field says which answer to which form it is', () => {
  fc.assert(
    fc.property(name, fc.constantFrom('', 'don-khac', 'don-khac.2'), (answer, mark) => {
      expect(isFormField(formField(answer, mark))).toBe(true)
      expect(answerName(formField(answer, mark))).toEqual({ name: answer, mark })
    }),
  )
})

test('an answer typed on an earlier version goes where the field is now, or aside', () => {
  const fields = new Map([
    ['ho_ten', { name: 'ho_ten', formerly: [] }],
    ['y_kien', { name: 'y_kien', formerly: ['ghi_chu'] }],
  ])
  expect(['ho_ten', 'ghi_chu', 'y_kien', 'bo_di', 'constructor'].map((one) => placeNow(fields, one))).toEqual([
    'form.ho_ten',
    'form.y_kien',
    'form.y_kien',
    'aside.bo_di',
    'aside.constructor',
  ])
  expect(['ghi_chu', 'bo_di'].map((one) => placeNow(fields, one, 'cam-ket'))).toEqual([
    'form.y_kien@cam-ket',
    'aside.bo_di@cam-ket',
  ])
})

test('files are found where files are asked', () => {
  expect(filesIn('files', [{ fileId: 'a', name: 'x' }, { fileId: 'b' }])).toEqual(['a', 'b'])
  expect(filesIn('text', [{ fileId: 'a' }])).toEqual([])
})
