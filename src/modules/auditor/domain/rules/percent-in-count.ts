import { fold } from '#kernel/text.ts'
import { arithmeticOf } from '../arithmetic/constraints.ts'
import { columnName } from '../arithmetic/tell.ts'
import type { Found } from '../finding.ts'
import { countsThings, NOT_ADDITIVE, SHARE_HEADER } from '../lexicon/table-words.ts'
import type { ReadColumn, ReadRow, ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'
import type { Words } from '../words.ts'

/** So many whole numbers beside it make a column one of counts, whatever its header says: probably, and surely. */
const SOME_COUNTS = 2
const MANY_COUNTS = 3

export const percentInCount: Rule = {
  id: 'percent-in-count',
  title: { vi: 'Ghi phần trăm vào cột số lượng', en: 'A percentage in a column of counts' },
  about: {
    vi: 'Cột mà đầu cột nói là số lượng (“Số…”, “Tổng số…”), hoặc mọi ô khác đều là số đếm, không thể chứa giá trị có dấu %. Bỏ qua những dòng là tỷ lệ, bình quân.',
    en: 'A column whose header counts things ("Số…", "Tổng số…"), or whose other cells are all counts, cannot hold a value with a percent sign. Rows that are rates or averages are passed over.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const { sheet } = arithmeticOf(table)
      return table.columns.flatMap((column): readonly Found[] => {
        if (column.kind !== 'count' || column.path.some((text) => SHARE_HEADER.test(fold(text)))) return []
        const basis = basisOf(table, column)
        return percentRows(table, column).flatMap((row): readonly Found[] => {
          const index = table.rows.indexOf(row)
          if (sheet.rates[index] || NOT_ADDITIVE.test(fold(row.label.replace(/dân số trung bình/iu, '')))) return []
          const unit = sheet.discrete[index] ? { sure: true, says: unitBasis(sheet.units[index] ?? '') } : null
          const known = unit ?? (sheet.units[index] ? null : basis)
          return known ? [tell(table, column, row, known)] : []
        })
      })
    }),
}

type Basis = { readonly sure: boolean; readonly says: Words }

function percentRows(table: ReadTable, { index }: ReadColumn): readonly ReadRow[] {
  return table.rows.filter(
    ({ kind, cells }) =>
      kind !== 'header' && cells[index]?.amount?.kind === 'percent' && cells[index]?.spot.column === index,
  )
}

/** Why the column is one of counts; `null` when it may well hold shares. */
function basisOf(table: ReadTable, column: ReadColumn): Basis | null {
  const counted = column.path.map((text) => text.replace(/^trong đó\s*:?\s*/iu, '')).findLast(countsThings)
  if (counted !== undefined) {
    const says = {
      vi: `Đầu cột: “${counted}” – là số lượng, không phải tỷ lệ`,
      en: `Header: “${counted}” – a count, not a share`,
    }
    return { sure: true, says }
  }
  if (NOT_ADDITIVE.test(fold(column.header))) return null
  const counts = table.rows.filter(({ kind, cells }) => {
    const amount = cells[column.index]?.amount
    return kind !== 'header' && amount?.kind === 'count' && Number.isInteger(amount.value) && amount.unit === undefined
  }).length
  if (counts < SOME_COUNTS || percentRows(table, column).length * 2 > counts) return null
  return {
    sure: counts >= MANY_COUNTS,
    says: { vi: `${counts} ô khác của cột đều là số đếm`, en: `The other ${counts} cells of the column are counts` },
  }
}

function unitBasis(unit: string): Words {
  return { vi: `Đơn vị tính của dòng là “${unit}”`, en: `The unit of the row is “${unit}”` }
}

function tell(table: ReadTable, column: ReadColumn, row: ReadRow, basis: Basis): Found {
  const cell = row.cells[column.index]
  const [name, text] = [columnName(table, column.index), cell?.text.trim() ?? '']
  return {
    severity: basis.sure ? 'proved' : 'likely',
    spots: cell ? [cell.spot] : [],
    stated: { vi: `${name} ghi ${text}`, en: `${name} states ${text}` },
    worked: basis.says,
    why: {
      vi: 'Một số lượng không thể mang đơn vị phần trăm; tỷ lệ tính từ ô này cũng không có căn cứ.',
      en: 'A count cannot be a percentage; nor does a share computed from this cell have a basis.',
    },
  }
}
