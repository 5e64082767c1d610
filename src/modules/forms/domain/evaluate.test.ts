import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, FormContext } from './answer.ts'
import { compileForm } from './compile.ts'
import { type Field, FormDefinition, fieldsOf } from './definition.ts'
import { evaluateForm, evaluationJson, isComplete, newMemo, troublesOf } from './evaluate.ts'
import { randomAnswers, randomBy } from './random-answers.fixture.ts'
import { randomForm } from './random-form.fixture.ts'
import { both, formOf, goodAnswers, rule, sampleForm } from './sample.fixture.ts'
import { acceptAnswers, withKnown } from './submission.ts'

const context: FormContext = { today: '2026-12-01', units: null }
const form = compileForm(sampleForm())
const evaluated = (answers: object) => evaluateForm(form, answers as Answers, context)
const codes = (answers: object) => troublesOf(evaluated(answers)).map(({ path, code }) => `${path} ${code}`)
const anySeed = fc.integer({ min: 0, max: 2 ** 31 - 1 })

test('complete answers are kept in one form, with what the form computes', () => {
  const evaluation = evaluated(goodAnswers())
  expect(troublesOf(evaluation)).toEqual([])
  expect(Object.fromEntries(evaluation.values)).toMatchObject({
    so_dinh_danh: '077185001234',
    dien_thoai: '0912345678',
    hang: [{ thanh_tien: 600_000 }, { thanh_tien: 500_000 }],
    le_phi: 100_000,
    tong: 1_200_000,
  })
})

test('what is hidden is not asked, not required and not kept', () => {
  const evaluation = evaluated({ ...goodAnswers(), co_hang: false })
  expect(evaluation.steps).toEqual(['nguoi-khai', 'noi-dung'])
  expect([...evaluation.values.keys()].filter((name) => ['hang', 'le_phi', 'tong', 'cam_doan'].includes(name))).toEqual(
    [],
  )
  expect(isComplete(evaluation)).toBe(true)
})

test('what one answer asks of another', () => {
  expect(codes({ ...goodAnswers(), ngay_sinh: '2012-01-01' })).toEqual([
    'so_dinh_danh forms/identity-not-of-birth',
    'giam_ho forms/required',
  ])
  expect(codes({ ...goodAnswers(), gioi_tinh: 'male' })).toEqual(['so_dinh_danh forms/identity-not-of-gender'])
  expect(codes({ ...goodAnswers(), giay_to: ['khac'] })).toEqual(['giay_khac forms/required'])
  expect(codes({ ...goodAnswers(), nam: 1950 })).toEqual(['nam forms/check'])
  expect(codes({ ...goodAnswers(), hang: [{ ten: 'Gạo', so_luong: 2 }] })).toEqual(['hang.0.don_gia forms/required'])
})

describe('an answer of each kind', () => {
  const one = (field: Partial<Field> & { kind: Field['kind'] }, raw: unknown) => {
    const single = compileForm(formOf([{ name: 'a', label: both('A'), ...field } as never]))
    const { values, troubles } = evaluateForm(single, { a: raw }, context)
    const [first] = [...troubles.values()].flat()
    return first && first.severity === 'error' ? first.code : (values.get('a') ?? null)
  }
  test.each([
    [{ kind: 'text' }, '  Ngh\u0301a ', 'Ngh\u0301a'.normalize('NFC')],
    [{ kind: 'text', most: 3 }, 'bốn chữ', 'forms/too-long'],
    [{ kind: 'text' }, 'a\u0000b', 'forms/unstorable'],
    [{ kind: 'text' }, 5, 'forms/wrong-type'],
    [{ kind: 'paragraph' }, 'một\r\nhai', 'một\nhai'],
    [{ kind: 'person-name' }, 'H’Hen  Niê', 'H’Hen Niê'],
    [{ kind: 'person-name' }, 'Nguyễn <b>', 'forms/bad-person-name'],
    [{ kind: 'number', decimals: 1 }, 2.5, 2.5],
    [{ kind: 'number' }, 2.5, 'forms/not-whole'],
    [{ kind: 'number', decimals: 2 }, 0.125, 'forms/too-fine'],
    [{ kind: 'number' }, '5', 'platform/not-a-number'],
    [{ kind: 'number' }, Number.NaN, 'platform/not-a-number'],
    [{ kind: 'number' }, 1e15, 'forms/too-large'],
    [{ kind: 'number' }, -0, 0],
    [{ kind: 'money' }, -1, 'forms/too-small'],
    [{ kind: 'year' }, 1799, 'forms/too-small'],
    [{ kind: 'year', past: true }, 2027, 'forms/in-future'],
    [{ kind: 'day' }, '2026-02-29', 'platform/not-a-day'],
    [{ kind: 'day', past: true }, '2026-12-02', 'forms/in-future'],
    [{ kind: 'day', future: true }, '2026-11-30', 'forms/in-past'],
    [{ kind: 'time' }, '24:00', 'forms/bad-time'],
    [{ kind: 'time' }, '08:30', '08:30'],
    [{ kind: 'yes-no' }, 'true', 'forms/wrong-type'],
    [{ kind: 'consent', required: true }, false, 'forms/required'],
    [{ kind: 'identity-number' }, '077085001234', '077085001234'],
    [{ kind: 'identity-number' }, '0770850012', 'forms/bad-identity-number'],
    [{ kind: 'tax-code' }, '0100109106', '0100109106'],
    [{ kind: 'tax-code' }, '0100233480', 'forms/bad-tax-code'],
    [{ kind: 'phone' }, '0254.3852.222', '02543852222'],
    [{ kind: 'phone' }, 'gọi tôi', 'forms/bad-phone'],
    [{ kind: 'email' }, 'A@Thu.VN', 'a@thu.vn'],
    [{ kind: 'email' }, 'a@b', 'forms/bad-email'],
    [{ kind: 'code', mask: '00A-000' }, '72a-123', '72A-123'],
    [{ kind: 'code', mask: '00A-000' }, '72A123', 'forms/bad-mask'],
    [{ kind: 'unit' }, { unitId: null, place: 'Sở', line: '' }, 'forms/no-unit'],
    [{ kind: 'address' }, { unitId: null, place: 'Nơi xa', line: '1' }, { unitId: null, place: 'Nơi xa', line: '1' }],
    [{ kind: 'address' }, { unitId: null, place: 'Nơi xa', extra: 1 }, 'forms/wrong-type'],
    [{ kind: 'files' }, [{ fileId: 'x', name: 'a' }], 'forms/wrong-type'],
  ] as const)('%j given %j', (field, raw, expected) => expect(one(field as never, raw)).toEqual(expected))
})

describe('laws', () => {
  test('what is kept, given again, is kept the same', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const { values } = evaluated(randomAnswers(form.definition, seed))
        const again = evaluated(Object.fromEntries(values))
        expect(Object.fromEntries(again.values)).toEqual(Object.fromEntries(values))
      }),
      { numRuns: 500 },
    )
  })

  test('the order in which fields stand decides nothing', () => {
    const turned = FormDefinition.parse({
      ...form.definition,
      steps: form.definition.steps.map((step) => ({ ...step, fields: step.fields.toReversed() })).toReversed(),
    })
    const other = compileForm(turned)
    fc.assert(
      fc.property(anySeed, (seed) => {
        const answers = randomAnswers(form.definition, seed)
        const [a, b] = [evaluated(answers), evaluateForm(other, answers, context)]
        expect(new Set(b.shown)).toEqual(new Set(a.shown))
        expect(Object.fromEntries(b.values)).toEqual(Object.fromEntries(a.values))
        expect(new Set(troublesOf(b).map((one) => JSON.stringify(one)))).toEqual(
          new Set(troublesOf(a).map((one) => JSON.stringify(one))),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('hidden answers are never kept and never seen by a rule', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const answers = randomAnswers(form.definition, seed)
        const evaluation = evaluated(answers)
        const open = Object.fromEntries(Object.entries(answers).filter(([name]) => evaluation.shown.has(name)))
        expect(evaluationJson(evaluated(open))).toEqual(evaluationJson(evaluation))
        for (const name of evaluation.values.keys()) expect(evaluation.shown.has(name)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('what is remembered of earlier answers changes nothing', () => {
    const memo = newMemo()
    fc.assert(
      fc.property(anySeed, (seed) => {
        const answers = randomAnswers(form.definition, seed)
        const remembered = evaluationJson(evaluateForm(form, answers, context, memo))
        expect(JSON.stringify(remembered)).toBe(JSON.stringify(evaluationJson(evaluated(answers))))
      }),
      { numRuns: 300 },
    )
  })

  test('looking only at what a change touches finds what looking at everything finds', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const random = randomBy(seed)
        const made = compileForm(randomForm(seed))
        const names = [...made.fields.keys()]
        const memo = newMemo()
        let answers: Record<string, unknown> = randomAnswers(made.definition, seed)
        for (let change = 0; change < 12; change++) {
          const stepwise = evaluationJson(evaluateForm(made, answers, context, memo))
          const whole = evaluationJson(evaluateForm(made, answers, context))
          expect(JSON.stringify(stepwise)).toBe(JSON.stringify(whole))
          const other = randomAnswers(made.definition, seed + change + 1)
          const touched = names[Math.floor(random() * names.length)] ?? ''
          answers = random() < 0.1 ? other : { ...answers, [touched]: other[touched] }
        }
      }),
      { numRuns: 150 },
    )
  })

  test('one changed row of a table is found as the whole table checked anew', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const random = randomBy(seed)
        const memo = newMemo()
        const row = () => ({ ten: 'x', so_luong: Math.floor(random() * 4) / 2, don_gia: Math.floor(random() * 1e6) })
        let rows: unknown[] = Array.from({ length: 1 + Math.floor(random() * 600) }, row)
        for (let change = 0; change < 6; change++) {
          const answers = { ...goodAnswers(), hang: rows }
          const stepwise = evaluationJson(evaluateForm(form, answers, context, memo))
          expect(JSON.stringify(stepwise)).toBe(JSON.stringify(evaluationJson(evaluated(answers))))
          const at = Math.floor(random() * rows.length)
          rows = random() < 0.3 ? rows.toSpliced(at, 1) : rows.with(at, random() < 0.1 ? 'x' : row())
        }
      }),
      { numRuns: 10 },
    )
  })

  test('an evaluation survives JSON', () => {
    fc.assert(
      fc.property(anySeed, (seed) => {
        const json = evaluationJson(evaluated(randomAnswers(form.definition, seed)))
        expect(JSON.parse(JSON.stringify(json))).toEqual(json)
      }),
      { numRuns: 200 },
    )
  })
})

describe('hostile answers', () => {
  test('anything at all is answered, and handing it in is refused', () => {
    fc.assert(
      fc.property(
        fc.anything({ maxDepth: 4, withNullPrototype: true }),
        fc.constantFrom(...fieldsOf(form.definition)),
        (raw, { name }) => {
          const submission = acceptAnswers(form, { ...goodAnswers(), [name]: raw }, context)
          expect(JSON.stringify(submission.values)).toBeTypeOf('string')
          expect(acceptAnswers(form, raw, context).troubles.length).toBeGreaterThan(0)
        },
      ),
    )
  })

  test('keys of the prototype are names like any other, and unknown', () => {
    const raw: unknown = JSON.parse(
      '{"__proto__":{"ho_ten":"A"},"constructor":1,"hang":[{"__proto__":1,"ten":"x"}],"co_hang":true}',
    )
    const { troubles, values } = acceptAnswers(form, raw, context)
    expect(troubles.filter(({ code }) => code === 'forms/unknown-answer').map((one) => one.values.name)).toEqual([
      '__proto__',
      'constructor',
      '__proto__',
    ])
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype)
    expect(({} as Record<string, unknown>).ho_ten).toBeUndefined()
  })

  test('ten million letters, deep nests and texts that make patterns slow are refused at once', () => {
    let nest: unknown = 'x'
    for (let depth = 0; depth < 20_000; depth++) nest = [nest]
    const started = performance.now()
    for (const raw of [
      'a'.repeat(10_000_000),
      nest,
      `${'a'.repeat(250)}@`,
      `${'.a'.repeat(140)}!`,
      `${' '.repeat(290)}x`,
    ]) {
      for (const { name } of fieldsOf(form.definition)) acceptAnswers(form, { ...goodAnswers(), [name]: raw }, context)
    }
    expect(performance.now() - started).toBeLessThan(5000)
  })

  test('an answer to what is hidden and a value the form computes otherwise are refused when handed in', () => {
    const { troubles } = acceptAnswers(form, { ...goodAnswers(), giam_ho: 'Ai Đó', tong: 1 }, context)
    expect(troubles.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'giam_ho forms/hidden-answer',
      'tong forms/forged-value',
    ])
    expect(acceptAnswers(form, { ...goodAnswers(), tong: 1_200_000 }, context).troubles).toEqual([])
  })

  test('a script stays the text it is', () => {
    const script = '<script>alert(1)</script>'
    expect(evaluated({ ...goodAnswers(), ly_do: script }).values.get('ly_do')).toBe(script)
  })
})

test('rings decide nothing, and the rest of the form goes on', () => {
  const ringed = compileForm(
    formOf([
      { kind: 'number', name: 'a', label: both('A'), value: rule('[b] + 1') },
      { kind: 'number', name: 'b', label: both('B'), value: rule('[a] + 1') },
      { kind: 'number', name: 'c', label: both('C'), value: rule('[b] + 1') },
      { kind: 'text', name: 'd', label: both('D') },
    ]),
  )
  expect(ringed.ring).toEqual(['a', 'b'])
  expect(Object.fromEntries(evaluateForm(ringed, { d: 'x' }, context).values)).toEqual({ d: 'x' })
})

test('units are looked up where they are known, on the day that decides', () => {
  const unitId = '01890000-0000-7000-8000-000000000001'
  const born = compileForm(
    formOf([
      { kind: 'day', name: 'ngay_sinh', label: both('Ngày sinh') },
      { kind: 'address', name: 'noi_sinh', label: both('Nơi sinh'), dayFrom: 'ngay_sinh' },
    ]),
  )
  const answers = { ngay_sinh: '1990-01-01', noi_sinh: { unitId, place: 'lời người gõ', line: '' } }
  const units = new Map([[`${unitId} 1990-01-01`, { id: unitId, path: 'Phường 1, Thị xã Vũng Tàu' }]])
  const known = evaluateForm(born, answers, { ...context, units })
  expect(known.values.get('noi_sinh')).toEqual({ unitId, place: 'Phường 1, Thị xã Vũng Tàu', line: '' })
  const later = evaluateForm(born, { ...answers, ngay_sinh: '2020-01-01' }, { ...context, units })
  expect(troublesOf(later).map(({ code }) => code)).toEqual(['forms/unknown-unit'])
})

test('what is known is offered where nothing was answered', () => {
  const answers = withKnown(form, { thu: 'a@b.vn' }, { name: 'Nguyễn Văn Biết', email: 'x@y.vn', taxCode: '1' })
  expect(answers).toEqual({ thu: 'a@b.vn', ho_ten: 'Nguyễn Văn Biết' })
})
