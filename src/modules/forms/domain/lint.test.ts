import { expect, test } from 'vitest'
import { fieldsOf } from './definition.ts'
import { isPublishable, lintForm } from './lint.ts'
import { readingGrade } from './reading.ts'
import { both, formOf, rule, sampleForm } from './sample.fixture.ts'

const found = (...args: Parameters<typeof formOf>) =>
  lintForm(formOf(...args)).findings.map(({ code, place }) => `${place} ${code}`)
const choice = {
  kind: 'choice' as const,
  name: 'viec',
  label: both('Việc'),
  choices: [
    { value: 'a', label: both('A') },
    { value: 'b', label: both('B') },
  ],
}

test('a sound form may be published, and every condition of it was seen to hold and to fail', () => {
  const linted = lintForm(sampleForm())
  expect(linted.findings.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(isPublishable(linted)).toBe(true)
  expect(linted.coverage).toMatchObject({ conditions: 4, reached: 4 })
})

test('what no answer reaches is named, also through another field', () => {
  expect(found([choice, { kind: 'text', name: 'c', label: both('C'), showIf: rule('[viec] = "c"') }])).toEqual([
    'fields.c forms/lint-never',
  ])
  expect(
    found([
      choice,
      { kind: 'number', name: 'so', label: both('Số'), showIf: rule('[viec] = "a"') },
      { kind: 'text', name: 'c', label: both('C'), showIf: rule('[viec] = "b" va [so] > 5') },
    ]),
  ).toEqual(['fields.c forms/lint-never'])
  expect(
    found([
      choice,
      {
        kind: 'text',
        name: 'c',
        label: both('C'),
        showIf: rule('[viec] = "a" hoac la_trong([viec]) hoac [viec] = "b"'),
      },
    ]),
  ).toEqual(['fields.c forms/lint-always'])
})

test('circles, names twice, rules that mean nothing, what is missing', () => {
  expect(
    found([
      { kind: 'number', name: 'a', label: both('A'), value: rule('[b]') },
      { kind: 'number', name: 'b', label: both('B'), showIf: rule('[a] > 1') },
    ]),
  ).toEqual(['fields.a forms/lint-circular', 'fields.b forms/lint-circular'])
  expect(found([choice, { ...choice, label: both('Khác') }])).toEqual(['fields.viec forms/lint-twice'])
  expect(found([{ kind: 'text', name: 'a', label: both('A'), showIf: rule('[khong_co] = 1') }])).toEqual([
    'fields.a forms/lint-bad-rule',
  ])
  expect(found([{ kind: 'text', name: 'a', label: both('') }])).toEqual(['fields.a forms/lint-unlabelled'])
  expect(found([{ kind: 'text', name: 'a', label: { vi: 'A', en: '' } }])).toEqual(['fields.a forms/lint-untranslated'])
  expect(found([{ kind: 'choice', name: 'a', label: both('A') }])).toEqual(['fields.a forms/lint-no-choices'])
  expect(found([{ kind: 'table', name: 'a', label: both('A') }])).toEqual(['fields.a forms/lint-no-columns'])
  expect(found([{ kind: 'fee', name: 'a', label: both('A') }])).toEqual(['fields.a forms/lint-no-formula'])
  expect(found([{ kind: 'email', name: 'a', label: both('A'), value: rule('"x"') }])).toEqual([
    'fields.a forms/lint-not-computable',
  ])
  expect(found([{ kind: 'number', name: 'a', label: both('A'), least: 2, most: 1 }])).toEqual([
    'fields.a forms/lint-empty-range',
  ])
  expect(found([{ kind: 'address', name: 'a', label: both('A'), dayFrom: 'b' }])).toEqual([
    'fields.a forms/lint-no-field',
  ])
})

test('what is already known is offered, not asked', () => {
  const asks = (label: string) => found([{ kind: 'text', name: 'a', label: both(label) }])
  expect(asks('Họ, chữ đệm, tên người yêu cầu')).toEqual(['fields.a forms/lint-already-known'])
  expect(asks('Số điện thoại liên hệ')).toEqual(['fields.a forms/lint-already-known'])
  expect(asks('Số định danh cá nhân')).toEqual(['fields.a forms/lint-already-known'])
  expect(asks('Tên doanh nghiệp')).toEqual([])
  expect(found([{ kind: 'person-name', name: 'a', label: both('Họ tên'), known: 'name' }])).toEqual([])
})

test('one step does not ask the same twice, and hard sentences are named', () => {
  const text = (name: string) => ({ kind: 'text' as const, name, label: both('Ghi chú') })
  expect(found([text('a'), text('b')])).toEqual(['fields.b forms/lint-asked-twice'])
  const easy = 'Điền tên của con. Điền ngày sinh của con. Xem lại rồi bấm gửi.'
  const hard = `Trường hợp người yêu cầu đăng ký ${'thực hiện việc nộp hồ sơ theo quy định của pháp luật '.repeat(6)}thì phải nộp giấy.`
  expect(readingGrade(easy)).toBeLessThan(3)
  expect(readingGrade(hard)).toBeGreaterThan(9)
  expect(readingGrade('Họ và tên')).toBeNull()
  expect(found([{ ...text('a'), hint: both(hard) }])).toEqual(['fields.a forms/lint-hard-to-read'])
})

test('a form of three hundred fields with a hundred rules is linted in no time', () => {
  const fields = Array.from({ length: 300 }, (_, at) => ({
    kind: 'number' as const,
    name: `f${at}`,
    label: both(`Mục ${at}`),
    ...(at % 3 === 1 && { showIf: rule(`[f${at - 1}] > ${at}`) }),
  }))
  const started = performance.now()
  const { coverage } = lintForm(formOf(fields))
  expect(coverage).toMatchObject({ conditions: 100, reached: 100 })
  expect(performance.now() - started).toBeLessThan(3000)
  expect(fieldsOf(formOf(fields))).toHaveLength(300)
})
