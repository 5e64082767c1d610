import { fold, placeName } from '#kernel/text.ts'
import { DISTRICT_LEVEL, OFFICE_BEFORE, WARD_LEVEL, WHOLE_AREA } from '../lexicon/unit-words.ts'
import type { ReadTable } from '../reading/reading.ts'

/** The whole area of the report, whatever the table calls it. */
export const ALL = '#all'
const WARDS = '#wards'
const DISTRICT = '#district'

/**
 * Which unit of organisation each row speaks of, so that rows of two tables can be put side by side: `UBND TPVT`, `UBND TP. Vũng Tàu`
 * and `UBND cấp huyện` are one where a table has one such row; `UBND phường, xã` and `UBND cấp xã` are one.
 */
export function unitKeys(table: ReadTable): ReadonlyMap<number, string> {
  const rows = table.rows.flatMap((row, index) =>
    row.kind === 'data' || row.kind === 'total'
      ? [{ index, row, key: row.kind === 'total' ? ALL : keyOf(row.label) }]
      : [],
  )
  const districts = rows.filter(({ key, row }) => key !== null && DISTRICT_LEVEL.test(bare(row.label)))
  const alone = districts.length === 1 && (rows.some(({ key }) => key === WARDS) || rows.length === 1)
  return new Map(
    rows.flatMap(({ index, key, row }): readonly (readonly [number, string])[] => {
      if (key === null) return []
      return [[index, alone && row === districts[0]?.row ? DISTRICT : key]]
    }),
  )
}

function keyOf(label: string): string | null {
  const name = bare(label)
  if (name === '') return null
  if (WHOLE_AREA.test(name)) return ALL
  if (WARD_LEVEL.test(name)) return WARDS
  return placeName(label.replace(OFFICE_BEFORE, '')) || null
}

function bare(label: string): string {
  return fold(label.replace(OFFICE_BEFORE, ''))
}
