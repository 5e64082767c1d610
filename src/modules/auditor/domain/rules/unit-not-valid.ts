import { addDays, type Day, formatDay } from '#kernel/calendar.ts'
import { placeName } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { named } from '../indicators/tell.ts'
import type { KnownUnit } from '../knowledge.ts'
import { OFFICE_BEFORE } from '../lexicon/unit-words.ts'
import type { ReadRow, ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** So many rows of a table must be known units before it is a list of units. */
const LEAST_KNOWN = 3
/** A report may still speak of units that stood during its period. */
const PERIOD_DAYS = 366

export const unitNotValid: Rule = {
  id: 'unit-not-valid',
  title: { vi: 'Đơn vị không tồn tại vào ngày báo cáo', en: 'A unit that did not exist on the day of the report' },
  about: {
    vi: 'So tên đơn vị ở đầu dòng của bảng liệt kê đơn vị với danh mục đơn vị theo thời gian của nền tảng. Im lặng khi tên lạ, khi bất kỳ đơn vị cùng tên nào còn hiệu lực, và khi không biết ngày báo cáo.',
    en: "Holds the names in tables that list units against the platform's units in time. Silent on unknown names, when any unit of that name is valid, and when the day of the report is not known.",
  },
  check(reading) {
    const { day } = reading
    if (day === null || reading.knowledge.units.length === 0) return []
    const byName = Map.groupBy(reading.knowledge.units, ({ name }) => keyOf(name))
    return reading.tables.flatMap((table) => checkTable(table, byName, day))
  },
}

function checkTable(table: ReadTable, byName: ReadonlyMap<string, readonly KnownUnit[]>, day: Day): readonly Found[] {
  const known = table.rows.flatMap((row) => {
    const units = row.kind === 'header' || row.kind === 'total' ? undefined : byName.get(keyOf(row.label))
    return units ? [{ row, units }] : []
  })
  const rows = table.rows.filter(({ kind }) => kind === 'data').length
  if (known.length < LEAST_KNOWN || known.length * 2 < rows) return []
  return known
    .filter(({ units }) => units.every((unit) => !standsOn(unit, day)))
    .flatMap(({ row, units }) => tell(table, row, units, day))
}

function tell(table: ReadTable, row: ReadRow, units: readonly KnownUnit[], day: Day): readonly Found[] {
  const [unit] = units
  if (!unit) return []
  const label = table.columns.find(({ kind }) => kind === 'label')?.index ?? 0
  const before = addDays(day, -PERIOD_DAYS)
  const recent = units.some(({ validFrom, validTo }) => validFrom <= day && validTo !== null && validTo > before)
  const until = (language: 'vi' | 'en') =>
    units
      .map(
        ({ validFrom, validTo }) =>
          `${formatDay(validFrom)}–${validTo ? formatDay(validTo) : language === 'vi' ? 'nay' : 'today'}`,
      )
      .join('; ')
  return [
    {
      severity: recent ? 'look' : 'likely',
      spots: [row.cells[label]?.spot ?? row.spot],
      stated: { vi: `Bảng có dòng “${named(row.label)}”`, en: `The table has a row “${named(row.label)}”` },
      worked: {
        vi: `Ngày báo cáo ${formatDay(day)}; “${unit.name}” có hiệu lực ${until('vi')}`,
        en: `Day of the report ${formatDay(day)}; “${unit.name}” was valid ${until('en')}`,
      },
      why: {
        vi: 'Đơn vị này không tồn tại vào ngày báo cáo.',
        en: 'The unit did not exist on the day of the report.',
      },
      notes: recent
        ? [
            {
              vi: 'Đơn vị còn tồn tại trong kỳ số liệu; có thể bảng giữ đơn vị cũ có chủ ý.',
              en: 'The unit still stood during the period; the table may keep it on purpose.',
            },
          ]
        : [],
    },
  ]
}

function standsOn({ validFrom, validTo }: KnownUnit, day: Day): boolean {
  return validFrom <= day && (validTo === null || validTo > day)
}

function keyOf(name: string): string {
  return placeName(name.replace(OFFICE_BEFORE, ''))
}
