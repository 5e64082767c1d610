import type { z } from 'zod'
import { decimalOf, decimalText, divide, multiply } from '#kernel/decimal.ts'
import { Problem, type ProblemDetail } from '#kernel/problem.ts'
import type { Expression } from '#kernel/rules/expression.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { checkFormula, valueOf } from '../domain/formula.ts'
import { formulaOfIndicator } from '../engine/shown.ts'
import {
  findIndicatorForUpdate,
  insertIndicators,
  insertVersions,
  listMeasures,
  listVersionsOf,
  nextPosition,
} from '../store/definitions.ts'

type Input = z.output<typeof contract.defineIndicator.input>
type Side = { readonly expression: Expression; readonly measures: readonly string[] }

export const defineIndicator = operation(contract.defineIndicator, async (context, input) => {
  const { tx, actor, now, newId, emit } = context
  const measures = new Map((await listMeasures(tx)).map((row) => [row.code, row]))
  const sides = checkSides(input, new Set(measures.keys()))
  const results = input.examples.map((example) => tryOut(input, sides, example))
  const [latest] = await listVersionsOf(tx, [input.code])
  const version = (latest?.version ?? 0) + 1
  if (latest && latest.validFrom >= input.validFrom) {
    throw new Problem('conflict', 'indicators/version-not-later', '', { values: { day: latest.validFrom } })
  }
  const formula = formulaOfIndicator(input, (code) => measures.get(code))
  const used = [...new Set([...(sides.numerator?.measures ?? []), ...(sides.denominator?.measures ?? [])])]
  if (input.dryRun) return { id: null, version, formula, measures: used, results }

  const known = await findIndicatorForUpdate(tx, input.code)
  const id = known?.id ?? newId()
  if (!known) await insertIndicators(tx, [await newIndicator(context, id, input)])
  const {
    name,
    unit,
    group: _group,
    partOf: _partOf,
    examples: _examples,
    dryRun: _dryRun,
    code: _code,
    ...rest
  } = input
  await insertVersions(tx, [
    {
      ...rest,
      id: newId(),
      indicatorId: id,
      version,
      nameVi: name.vi,
      nameEn: name.en,
      unitVi: unit.vi,
      unitEn: unit.en,
      validTo: null,
      createdAt: now,
      createdBy: actor.id,
    },
  ])
  await emit('indicators.indicator-defined', { indicatorId: id, code: input.code, version })
  return { id, version, formula, measures: used, results }
})

async function newIndicator(
  { tx }: { tx: Parameters<typeof nextPosition>[0] },
  id: string,
  { code, group, partOf }: Input,
) {
  return {
    id,
    code,
    rowCode: partOf?.rowCode ?? code,
    partLabelVi: partOf?.label.vi ?? null,
    partLabelEn: partOf?.label.en ?? null,
    groupCode: group.code,
    groupNameVi: group.name.vi,
    groupNameEn: group.name.en,
    position: await nextPosition(tx),
  }
}

/** Both formulas, checked; throws `invalid-input` that names what is wrong on which side. */
function checkSides(input: Input, codes: ReadonlySet<string>): { numerator: Side | null; denominator: Side | null } {
  const isWhole =
    input.numerator === null ? input.denominator === null : (input.kind === 'ratio') === (input.denominator !== null)
  const errors: ProblemDetail[] = []
  if (!isWhole)
    errors.push({ path: 'denominator', code: 'indicators/needs-denominator', message: 'indicators/needs-denominator' })
  const side = (path: 'numerator' | 'denominator'): Side | null => {
    const text = input[path]
    if (text === null) return null
    const checked = checkFormula(text, codes)
    if (!('errors' in checked)) return checked
    errors.push(...checked.errors.map(({ code, values }) => ({ path, code, message: code, values })))
    return null
  }
  const sides = { numerator: side('numerator'), denominator: side('denominator') }
  if (errors.length > 0)
    throw new Problem('invalid-input', 'platform/invalid-input', 'The formula is not right.', { errors })
  return sides
}

/** The formula on one example: its parts, and what would be shown. */
function tryOut(input: Input, sides: ReturnType<typeof checkSides>, example: Readonly<Record<string, string>>) {
  const figures = new Map(Object.entries(example).map(([code, value]) => [code, decimalOf(value)]))
  const numerator = sides.numerator && valueOf(sides.numerator.expression, figures)
  const denominator = sides.denominator && valueOf(sides.denominator.expression, figures)
  const shown =
    input.kind === 'value'
      ? numerator
      : numerator && denominator && divide(multiply(numerator, decimalOf(input.factor)), denominator, input.decimals)
  return {
    numerator: numerator && decimalText(numerator),
    denominator: denominator && decimalText(denominator),
    shown: shown && decimalText(shown, input.decimals),
  }
}
