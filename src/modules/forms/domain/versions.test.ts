import fc from 'fast-check'
import { expect, test } from 'vitest'
import { definitionHash } from '../hash.ts'
import { compareForms } from './compare.ts'
import { compileForm } from './compile.ts'
import { canonicalDefinition, FormDefinition } from './definition.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { moveAnswers } from './migrate.ts'
import { randomAnswers } from './random-answers.fixture.ts'
import { both, formOf, rule, sampleForm } from './sample.fixture.ts'

const context = { today: '2026-12-01', units: null }

test('a definition survives storing: parsed again it is the same, with the same hash whatever the order of keys', () => {
  const sample = sampleForm()
  const again = FormDefinition.parse(JSON.parse(canonicalDefinition(sample)))
  expect(again).toEqual(sample)
  expect(definitionHash(again)).toBe(definitionHash(sample))
  expect(definitionHash(sample)).toMatch(/^[0-9a-f]{64}$/)
  const [first, ...rest] = sample.steps
  expect(definitionHash({ ...sample, steps: first ? [{ ...first, hint: both('Khác') }, ...rest] : rest })).not.toBe(
    definitionHash(sample),
  )
})

test('differences are named by field: added, removed, changed, moved', () => {
  const text = (name: string, more = {}) => ({ kind: 'text' as const, name, label: both(name), ...more })
  const before = formOf([text('a'), text('b'), text('c'), text('d')])
  const after = formOf([text('b'), text('a'), text('c', { required: true }), text('e')])
  expect(compareForms(before, after).map(({ kind, code, attributes }) => [kind, code, ...attributes])).toEqual([
    ['removed', 'd'],
    ['moved', 'a'],
    ['changed', 'c', 'required'],
    ['added', 'e'],
  ])
  expect(compareForms(before, before)).toEqual([])
})

test('a draft goes to the next version: every answer is somewhere, and each field that changed says so', () => {
  const before = compileForm(
    formOf([
      { kind: 'text', name: 'ten_cu', label: both('Tên') },
      { kind: 'text', name: 'bo', label: both('Bỏ') },
      { kind: 'text', name: 'so', label: both('Số') },
      { kind: 'text', name: 'giu', label: both('Giữ') },
      { kind: 'text', name: 'hoi', label: both('Hỏi') },
    ]),
  )
  const after = compileForm(
    formOf([
      { kind: 'text', name: 'ten', label: both('Tên'), formerly: ['ten_cu'] },
      { kind: 'number', name: 'so', label: both('Số') },
      { kind: 'text', name: 'giu', label: both('Giữ') },
      { kind: 'text', name: 'hoi', label: both('Hỏi khác') },
      { kind: 'text', name: 'moi', label: both('Mới') },
      { kind: 'text', name: 'kin', label: both('Kín'), showIf: rule('[moi] = "x"') },
    ]),
  )
  const moved = moveAnswers(before, after, { ten_cu: 'An', bo: 'lời', so: 'ba', giu: 'g', hoi: 'h' }, context)
  expect(moved.answers).toEqual({ ten: 'An', so: 'ba', giu: 'g', hoi: 'h' })
  expect(moved.aside).toEqual({ bo: 'lời' })
  expect(moved.notices.map(({ field, what }) => [field, what])).toEqual([
    ['bo', 'removed'],
    ['ten', 'renamed'],
    ['so', 'no-longer-fits'],
    ['hoi', 'asked-differently'],
    ['moi', 'new'],
  ])
})

test('a choice that is gone is named as it was called, wherever it was chosen; one that stayed is not', () => {
  const choices = (...values: readonly string[]) => values.map((value) => ({ value, label: both(`Chọn ${value}`) }))
  const columns = (...values: readonly string[]) => [
    { kind: 'choice' as const, name: 'loai', label: both('Loại'), choices: choices(...values) },
  ]
  const [choice, several, table] = [
    { kind: 'choice' as const },
    { kind: 'choices' as const },
    { kind: 'table' as const },
  ]
  const before = compileForm(
    formOf([
      { ...choice, name: 'mot', label: both('Một'), choices: choices('a', 'b') },
      { ...several, name: 'nhieu', label: both('Nhiều'), choices: choices('a', 'b', 'c') },
      { ...choice, name: 'giu', label: both('Giữ'), choices: choices('a', 'b') },
      { ...choice, name: 'bo', label: both('Bỏ'), choices: choices('a', 'b') },
      { ...table, name: 'bang', label: both('Bảng'), columns: columns('a', 'b') },
    ]),
  )
  const after = compileForm(
    formOf([
      { ...choice, name: 'mot_moi', formerly: ['mot'], label: both('Một'), choices: choices('a') },
      { ...several, name: 'nhieu', label: both('Nhiều'), choices: choices('b') },
      { ...choice, name: 'giu', label: both('Giữ'), choices: choices('b') },
      { ...table, name: 'bang', label: both('Bảng'), columns: columns('a') },
    ]),
  )
  const answers = { mot: 'b', nhieu: ['a', 'b', 'c'], giu: 'b', bo: 'a', bang: [{ loai: 'a' }, { loai: 'b' }] }
  const { notices } = moveAnswers(before, after, answers, context)
  expect(notices.map(({ field, chosen }) => [field, chosen?.map(({ vi }) => vi)])).toEqual([
    ['bo', ['Chọn a']],
    ['mot_moi', ['Chọn b']],
    ['nhieu', ['Chọn a', 'Chọn c']],
    ['giu', undefined],
    ['bang', ['Chọn b']],
  ])
})

test('moving to the same version changes nothing, and moving to any other loses nothing', () => {
  const form = compileForm(sampleForm())
  const smaller = compileForm(FormDefinition.parse({ ...sampleForm(), steps: sampleForm().steps.slice(1) }))
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const answers = randomAnswers(form.definition, seed)
      expect(moveAnswers(form, form, answers, context)).toEqual({ answers, aside: {}, notices: [] })
      const { answers: kept, aside } = moveAnswers(form, smaller, answers, context)
      expect({ ...kept, ...aside }).toEqual(answers)
    }),
    { numRuns: 200 },
  )
})

test('the JSON Schema names what always has to be answered, and the rules beside it', () => {
  const schema = jsonSchemaOf(sampleForm(), 'https://example.vn/form') as {
    required: string[]
    properties: Record<string, Record<string, unknown>>
  }
  expect(schema.required).toEqual(['ho_ten', 'so_dinh_danh', 'noi_o', 'viec'])
  expect(schema.properties.ly_do).toMatchObject({ type: 'string', 'x-haidang': { showIf: '[viec] <> "moi"' } })
  expect(schema.properties.hang).toMatchObject({ type: 'array', maxItems: 5000 })
  expect(schema.properties.chu_ky).toBeUndefined()
})
