import { periodLabel, regimeOf } from '#kernel/period.ts'
import { findUnitAt, loadStructure } from '#modules/organisation/index.ts'
import { operation } from '#server/operation.ts'
import * as contract from '../contract.ts'
import { formulaOf } from '../domain/formula.ts'
import { getForm, periodOfForm } from '../engine/sheets.ts'
import { shownUnit } from '../engine/shown.ts'
import { type TemplateRatio, writeTemplate } from '../gateways/template-workbook.ts'
import { findMeasures, listIndicators } from '../store/definitions.ts'
import { findCurrent } from '../store/observations.ts'
import { listAssignments } from '../store/sheets.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const exportTemplate = operation(
  contract.exportTemplate,
  async ({ tx }, { form: code, period: key, filled }) => {
    const form = await getForm(tx, code)
    const { period, range } = periodOfForm(form, key)
    const structure = await loadStructure(tx)
    const byCode = new Map((await findMeasures(tx, form.measures)).map((row) => [row.code, row]))
    const measures = form.measures.flatMap((measure) => byCode.get(measure) ?? [])
    const units = (await listAssignments(tx, [form.id], false))
      .filter(
        ({ unitId, validFrom, validTo }) =>
          validFrom <= range.to && (validTo === null || range.to < validTo) && findUnitAt(structure, unitId, range.to),
      )
      .map(({ unitId }) => shownUnit(structure, unitId, range.to))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'vi', { numeric: true }))
    const places = units.flatMap(({ id }) =>
      measures.map((measure) => ({ measureId: measure.id, unitId: id, ...range })),
    )
    const known = new Map(
      (filled ? await findCurrent(tx, places) : []).map((row) => [`${row.unitId} ${row.measureId}`, row.value]),
    )
    const valueAt = (unitId: string, measureId: string) => {
      const value = known.get(`${unitId} ${measureId}`) ?? null
      return value === null ? null : Number(value)
    }
    const bytes = await writeTemplate({
      title: form.nameVi,
      periodKey: key,
      periodLabel: periodLabel(period, 'vi', regimeOf(form.regime)),
      columns: measures.map((row) => ({ code: row.code, name: row.nameVi, unit: row.unitVi, decimals: row.decimals })),
      ratios: await ratiosOf(tx, form.measures, range.to),
      rows: units.map(({ id, name, code: unitCode }) => ({
        code: unitCode ?? '',
        name,
        values: measures.map((measure) => valueAt(id, measure.id)),
      })),
    })
    return { name: `${form.code}-${key}.xlsx`, mediaType: XLSX, bytes }
  },
)

/** The indicators whose numerator and denominator are both columns of the form. */
async function ratiosOf(
  tx: Parameters<typeof listIndicators>[0],
  codes: readonly string[],
  day: string,
): Promise<TemplateRatio[]> {
  const column = (text: string | null) => {
    const expression = text === null ? null : formulaOf(text)
    return expression?.kind === 'reference' && codes.includes(expression.name) ? expression.name : null
  }
  return (await listIndicators(tx, day)).flatMap((row) => {
    const [numerator, denominator] = [column(row.numerator), column(row.denominator)]
    return numerator && denominator ? [{ name: row.nameVi, numerator, denominator, decimals: row.decimals }] : []
  })
}
