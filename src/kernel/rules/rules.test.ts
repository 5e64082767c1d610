import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '#testing/database.ts'
import { compare, type Decimal, decimalOf, decimalText } from '../decimal.ts'
import { problemText } from '../problem-messages.ts'
import {
  COMPARISONS,
  Expression,
  inner,
  isBounded,
  type Literal,
  MAX_DEPTH,
  MAX_NODES,
  references,
} from './expression.ts'
import { evaluate, evaluateNumber, type RuleValue, toRuleValue } from './interpret.ts'
import { parseFormula } from './parse.ts'
import { explain, formulaText } from './print.ts'
import cases from './rules.cases.json' with { type: 'json' }
import { toSql } from './sql.ts'
import { checkExpression, type Fields, ruleProblems, type ValueType } from './types.ts'

function parsed(formula: string): Expression {
  const read = parseFormula(formula)
  if ('problem' in read) throw new Error(JSON.stringify(read.problem))
  return read.expression
}

test.each(cases.values)('$formula with $given gives $gives', ({ formula, given, gives }) => {
  const found = evaluateNumber(parsed(formula), given)
  expect(found && decimalText(found)).toBe(gives)
})

test.each(cases.refused)('"$formula" is refused: $code', ({ formula, code }) => {
  const read = parseFormula(formula)
  expect(read).toMatchObject({ problem: { code } })
  if (!('problem' in read)) return
  for (const language of ['vi', 'en'] as const) {
    const said = problemText(ruleProblems, read.problem.code, read.problem.values, language)
    expect(said).not.toMatch(/undefined/)
    expect(said).not.toBe(problemText({}, 'platform/internal', {}, language))
  }
})

test.each(cases.wronglyTyped)('"$formula" does not type: $code at "$path"', ({ formula, code, path }) => {
  const checked = checkExpression(parsed(formula), { a: 'number', b: 'number' }, 'number')
  expect(checked).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ code, path })]) })
})

test.each(cases.words)('$formula is said in words', ({ formula, vi, en }) => {
  const labels: Record<string, { vi: string; en: string }> = {
    di: { vi: 'văn bản đi', en: 'outgoing' },
    den: { vi: 'văn bản đến', en: 'incoming' },
  }
  expect(explain(parsed(formula), 'vi', (name) => labels[name]?.vi ?? name)).toBe(vi)
  expect(explain(parsed(formula), 'en', (name) => labels[name]?.en ?? name)).toBe(en)
})

const FIELDS = { n1: 'number', n2: 'number', n3: 'number', b1: 'boolean', t1: 'text', d1: 'day' } as const
const DAYS = ['2025-12-15', '2026-06-14', '2026-11-21']
const TEXTS = ['', ' ', 'a', 'b', 'Hoà', 'x"y']

const numberLiteral = fc
  .tuple(fc.oneof(fc.nat(12), fc.bigInt(0n, 10n ** 20n - 1n)), fc.integer({ min: 0, max: 15 }))
  .map(([units, scale]): Literal => ({ kind: 'number', value: decimalText({ units: BigInt(units), scale }) }))
const literalOf: Record<ValueType, fc.Arbitrary<Literal>> = {
  number: numberLiteral,
  text: fc.constantFrom(...TEXTS).map((value) => ({ kind: 'text', value })),
  day: fc.constantFrom(...DAYS).map((value) => ({ kind: 'day', value })),
  boolean: fc.boolean().map((value) => ({ kind: 'boolean', value })),
}

const fieldOf = (type: ValueType) => {
  const names = Object.entries(FIELDS).flatMap(([name, each]) => (each === type ? [name] : []))
  return fc.constantFrom(...names).map((name): Expression => ({ kind: 'reference', name }))
}

/** A well-typed expression of a type, at most `depth` levels deep. */
function anyOf(type: ValueType, depth: number): fc.Arbitrary<Expression> {
  const leaf = fc.oneof(literalOf[type], fieldOf(type))
  if (depth === 0) return leaf
  const part = (each: ValueType) => anyOf(each, depth - 1)
  const parts = (each: ValueType) => fc.array(part(each), { minLength: 2, maxLength: 3 })
  const branch = fc.oneof(
    { weight: 4, arbitrary: part(type) },
    { weight: 1, arbitrary: fc.constant<Expression>({ kind: 'blank' }) },
  )
  const shared = fc.oneof(
    leaf,
    parts(type).map((of): Expression => ({ kind: 'coalesce', of })),
    fc
      .tuple(part('boolean'), part(type), branch)
      .map(([condition, whenTrue, otherwise]): Expression => ({ kind: 'if', condition, whenTrue, otherwise })),
  )
  switch (type) {
    case 'text':
      return shared
    case 'day':
      return fc.oneof(
        shared,
        fc.tuple(fc.constantFrom('min', 'max'), parts('day')).map(([kind, of]): Expression => ({ kind, of })),
      )
    case 'number':
      return fc.oneof(shared, { weight: 3, arbitrary: anyNumeric(part('number'), parts('number')) })
    case 'boolean':
      return fc.oneof(shared, { weight: 3, arbitrary: anyCondition(part, parts('boolean')) })
  }
}

function anyNumeric(part: fc.Arbitrary<Expression>, parts: fc.Arbitrary<Expression[]>): fc.Arbitrary<Expression> {
  return fc.oneof(
    fc
      .tuple(fc.constantFrom('add', 'subtract', 'multiply', 'divide'), part, part)
      .map(([kind, left, right]): Expression => ({ kind, left, right })),
    parts.map((of): Expression => ({ kind: 'sum', of })),
    fc.tuple(fc.constantFrom('min', 'max'), parts).map(([kind, of]): Expression => ({ kind, of })),
    part.map((of): Expression => ({ kind: 'negate', of })),
    fc.tuple(part, fc.integer({ min: 0, max: 10 })).map(([of, digits]): Expression => ({ kind: 'round', of, digits })),
  )
}

function anyCondition(
  part: (type: ValueType) => fc.Arbitrary<Expression>,
  parts: fc.Arbitrary<Expression[]>,
): fc.Arbitrary<Expression> {
  const comparisonOf = (type: ValueType) => {
    const ordered = type === 'number' || type === 'day'
    return fc
      .tuple(fc.constantFrom(...COMPARISONS.slice(0, ordered ? 6 : 2)), part(type), part(type))
      .map(([operator, left, right]): Expression => ({ kind: 'compare', operator, left, right }))
  }
  const anyType = fc.constantFrom<ValueType>('number', 'text', 'day', 'boolean')
  return fc.oneof(
    anyType.chain(comparisonOf),
    fc.tuple(fc.constantFrom('and', 'or'), parts).map(([kind, of]): Expression => ({ kind, of })),
    part('boolean').map((of): Expression => ({ kind: 'not', of })),
    anyType.chain(part).map((of): Expression => ({ kind: 'is-blank', of })),
    anyType.chain((type) =>
      fc
        .tuple(part(type), fc.array(literalOf[type], { minLength: 1, maxLength: 4 }))
        .map(([of, list]): Expression => ({ kind: 'in', of, list })),
    ),
  )
}

const anyType = fc.constantFrom<ValueType>('number', 'number', 'boolean', 'day', 'text')
const anyExpression = anyType.chain((type) => anyOf(type, 3).map((expression) => ({ type, expression })))

const anyAmount = fc
  .tuple(
    fc.oneof(fc.integer({ min: -9, max: 9 }), fc.bigInt(-(10n ** 18n), 10n ** 18n)),
    fc.integer({ min: 0, max: 6 }),
  )
  .map(([units, scale]) => decimalText({ units: BigInt(units), scale }))
const anyRow = fc.record({
  n1: fc.option(anyAmount, { freq: 5 }),
  n2: fc.option(anyAmount, { freq: 5 }),
  n3: fc.option(fc.constantFrom('0', '1', '-1', '0.5', '3', '-7'), { freq: 5 }),
  b1: fc.option(fc.boolean(), { freq: 3 }),
  t1: fc.option(fc.constantFrom(...TEXTS), { freq: 3 }),
  d1: fc.option(fc.constantFrom(...DAYS), { freq: 3 }),
})
type Row = { readonly [name in keyof typeof FIELDS]: string | boolean | null }

const lookupIn = (row: Row) => (name: string) => toRuleValue(FIELDS[name as keyof Row], row[name as keyof Row])

test('an expression read from its own formula text, in either language, is the same', () => {
  fc.assert(
    fc.property(anyExpression, fc.constantFrom('vi', 'en'), ({ expression }, language) => {
      expect(parseFormula(formulaText(expression, language))).toEqual({ expression })
    }),
    { numRuns: 500 },
  )
})

test('every well-typed expression has a value of its type, or none, for every row, and words in both languages', () => {
  fc.assert(
    fc.property(anyExpression, anyRow, ({ type, expression }, row) => {
      expect(Expression.parse(JSON.parse(JSON.stringify(expression)))).toEqual(expression)
      expect(checkExpression(expression, FIELDS, type)).toEqual({ type })
      const value = evaluate(expression, lookupIn(row))
      if (value !== null)
        expect(typeof value).toBe({ number: 'object', boolean: 'boolean', text: 'string', day: 'string' }[type])
      for (const language of ['vi', 'en'] as const) {
        expect(explain(expression, language, (name) => name)).not.toMatch(/undefined|\[object/)
      }
    }),
    { numRuns: 500 },
  )
})

test('an ill-typed expression is named wrong, and evaluating it anyway does not throw', () => {
  const loose = anyOf('number', 2).chain((number) => anyOf('text', 1).map((text) => ({ number, text })))
  fc.assert(
    fc.property(loose, anyRow, ({ number, text }, row) => {
      const wrong: Expression = { kind: 'add', left: number, right: text }
      expect(checkExpression(wrong, FIELDS)).toHaveProperty('errors')
      expect(() => evaluate(wrong, lookupIn(row))).not.toThrow()
    }),
  )
})

test('any text is read or refused with a code a person can be told, and never throws', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '[a]',
      '(',
      ')',
      ';',
      '+',
      '-',
      '*',
      '/',
      '1',
      '1,5',
      'neu',
      'va',
      'khong',
      '=',
      '<',
      '"x"',
      ' ',
      'trong',
      'thuoc',
    ),
    { maxLength: 30 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((all) => all.join(' ')),
      ),
      (text) => {
        const read = parseFormula(text)
        if ('problem' in read) expect(Object.keys(ruleProblems)).toContain(read.problem.code)
        else expect(Expression.safeParse(read.expression).success).toBe(true)
      },
    ),
    { numRuns: 1000 },
  )
})

test('what is too large is refused before anything walks into it', () => {
  const deep = (levels: number): unknown =>
    Array.from({ length: levels }).reduce((of) => ({ kind: 'not', of }), { kind: 'boolean', value: true })
  expect(Expression.safeParse(deep(MAX_DEPTH - 1)).success).toBe(true)
  expect(Expression.safeParse(deep(MAX_DEPTH)).success).toBe(false)
  expect(Expression.safeParse(deep(100_000)).success).toBe(false)
  const wide = {
    kind: 'sum',
    of: Array.from({ length: 7 }, () => ({
      kind: 'sum',
      of: Array.from({ length: 50 }, () => ({ kind: 'number', value: '1' })),
    })),
  }
  expect(isBounded(wide)).toBe(false)
  expect(parseFormula('('.repeat(5000)).valueOf()).toHaveProperty('problem')
  expect(parseFormula(Array(MAX_NODES).fill('1').join('+'))).toMatchObject({ problem: { code: 'rules/too-large' } })
  expect(parseFormula('1'.repeat(20_000))).toMatchObject({ problem: { code: 'rules/too-large' } })
})

test.each([
  { kind: 'number', value: '1e5' },
  { kind: 'number', value: '-1' },
  { kind: 'number', value: 1 },
  { kind: 'text', value: 'a\u0000' },
  { kind: 'day', value: '2026-02-30' },
  { kind: 'reference', name: '"; drop table' },
  { kind: 'reference', name: 'a', extra: 1 },
  { kind: 'call', name: 'eval' },
  null,
  [],
  'text',
])('%j is no expression', (json) => {
  expect(Expression.safeParse(json).success).toBe(false)
})

test('names what an expression refers to, once each', () => {
  expect(references(parsed('[b] + neu([a] > [b]; [c]; [a])'))).toEqual(['b', 'a', 'c'])
})

test('the interpreter and PostgreSQL agree on every expression and every row', async () => {
  const database = await testDatabase()
  const rows = fc.sample(anyRow, 40) as Row[]
  await sql`create table public.row (id int, n1 numeric, n2 numeric, n3 numeric, b1 boolean, t1 text, d1 date)`.execute(
    database.owner,
  )
  for (const [id, r] of rows.entries()) {
    await sql`insert into public.row values (${id}, ${r.n1}::numeric, ${r.n2}::numeric, ${r.n3}::numeric, ${r.b1}, ${r.t1}, ${r.d1}::date)`.execute(
      database.owner,
    )
  }
  const columns = Object.fromEntries(Object.entries(FIELDS).map(([name, type]) => [name, { sql: `r.${name}`, type }]))
  const inSql = async (expression: Expression) => {
    const { strings, values } = toSql(expression, columns)
    const value = sql(Object.assign([...strings], { raw: [...strings] }), ...values)
    const answer = await sql<{
      value: string | null
    }>`select (${value})::text as value from public.row r order by id`.execute(database.owner)
    return answer.rows.map((row) => row.value)
  }
  try {
    await fc.assert(
      fc.asyncProperty(anyExpression, async ({ type, expression }) => {
        const found = await inSql(expression)
        for (const [index, row] of rows.entries()) {
          expectEqual(type, evaluate(expression, lookupIn(row)), found[index] ?? null, formulaText(expression))
        }
      }),
      { numRuns: 600 },
    )
  } finally {
    await database.close()
  }
})

function expectEqual(type: ValueType, ours: RuleValue, theirs: string | null, formula: string) {
  if (type === 'number' && ours !== null && theirs !== null) {
    expect(compare(ours as Decimal, decimalOf(theirs)), formula).toBe(0)
  } else {
    expect(typeof ours === 'object' ? null : String(ours), formula).toBe(theirs)
  }
}

test('the compiled fragment numbers its parameters from where it is told, and holds no literal in its text', () => {
  const fields: Fields = { a: 'number' }
  const columns = Object.fromEntries(
    Object.keys(fields).map((name) => [name, { sql: `f.${name}`, type: 'number' as const }]),
  )
  const { text, values, strings } = toSql(parsed('neu([a] > 5; "x"; "y\'; drop")'), columns, 4)
  expect(text).toBe('(case when ((f.a)::numeric > ($4::numeric)) then ($5::text) else ($6::text) end)')
  expect(values).toEqual(['5', 'x', "y'; drop"])
  expect(strings).toHaveLength(values.length + 1)
  expect(inner(parsed('[a] + 1')).map(({ path }) => path)).toEqual(['left', 'right'])
})
