import { listFields } from '#modules/procedures/index.ts'
import { checksOf, countsOfForm, type FormCounts, sumOf } from '../domain/form-ii-06.ts'
import { progressOf } from '../store/stays.ts'
import { type Asked, shownDays, spansUntil, unitRef } from './report-days.ts'

/** Form II.06: what came in, what was finished and what is open, by field, with the proof of its identities. */
export async function formII06Of(asked: Asked) {
  const { spans, unsure } = spansUntil(asked, [{ unitId: asked.unitId, reach: 'subtree' }])
  const progress = await progressOf(asked.tx, { spans, window: asked.window, byField: true })
  const names = new Map(
    (await listFields(asked.tx)).map((field) => [field.code, { vi: field.nameVi, en: field.nameEn }]),
  )
  const rows = progress
    .map((one) => {
      const fieldCode = one.fieldCode ?? ''
      return { fieldCode, name: names.get(fieldCode) ?? { vi: fieldCode, en: fieldCode }, counts: countsOfForm(one) }
    })
    .toSorted((a, b) => BY_NAME.compare(a.name.vi, b.name.vi))
  const total: { fieldCode: null; name: { vi: string; en: string }; counts: FormCounts } = {
    fieldCode: null,
    name: { vi: 'Tổng cộng', en: 'Total' },
    counts: sumOf(rows.map(({ counts }) => counts)),
  }
  return {
    days: shownDays(asked),
    unit: unitRef(asked, asked.unitId),
    rows,
    total,
    checks: checksOf([...rows, total].map(({ name, counts }) => ({ name: name.vi, counts }))),
    incomplete: unsure.size > 0,
  }
}

const BY_NAME = new Intl.Collator('vi', { numeric: true })
