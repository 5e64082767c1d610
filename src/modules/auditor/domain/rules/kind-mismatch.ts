import type { Found } from '../finding.ts'
import { indicatorRows } from '../indicators/indicator-row.ts'
import { divisionText, named, quoted, spotOfStatement } from '../indicators/tell.ts'
import { areUnlike, thingOfColumn, thingsAsked, thingsAtHead } from '../indicators/things.ts'
import type { Thing } from '../lexicon/things.ts'
import type { Reading, ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

export const kindMismatch: Rule = {
  id: 'kind-mismatch',
  title: { vi: 'Đếm thứ này thay cho thứ khác', en: 'One kind of thing counted for another' },
  about: {
    vi: 'So thứ mà chỉ tiêu hoặc đầu cột hỏi (giao dịch, hồ sơ, tổng mức bán lẻ…) với thứ mà câu trả lời đếm (thủ tục, loại, doanh nghiệp…). Chỉ nêu những cặp chắc chắn khác nhau trong từ điển.',
    en: 'Compares what the indicator or the header asks for (transactions, dossiers, retail value…) with what the answer counts (procedures, types, enterprises…). Only pairs that are surely different, by a lexicon.',
  },
  check: (reading) => [...inIndicators(reading), ...reading.tables.flatMap(inCounts)],
}

function inIndicators(reading: Reading): readonly Found[] {
  return indicatorRows(reading).flatMap((row) => {
    const asked = thingsAsked(row.label)
    // What the label speaks of anywhere may be what is counted, unless it says "of all …" outright.
    const spoken = /(?:trên|trong)\s+tổng\s/iu.test(row.label) ? asked : [...asked, ...spokenOf(row.label)]
    return row.results.flatMap(({ cell, statements }) =>
      statements.flatMap((statement): readonly Found[] => {
        const { numerator, denominator, ofWhat } = statement
        const counted = thingsAtHead(ofWhat)
        if (!numerator || !denominator || !areUnlike(asked, counted) || !areUnlike(spoken, counted)) return []
        return [
          {
            severity: 'likely',
            spots: [spotOfStatement(statement)],
            stated: {
              vi: `Chỉ tiêu “${named(row.label, 160)}”, kết quả “${quoted(cell)}”`,
              en: `Indicator “${named(row.label, 160)}”, result “${quoted(cell)}”`,
            },
            worked: {
              vi: `${divisionText(numerator.value, denominator.value)} là tỷ lệ ${names(counted).vi}, không phải ${names(asked).vi}`,
              en: `${divisionText(numerator.value, denominator.value)} is a share of ${names(counted).en}, not of ${names(asked).en}`,
            },
            why: {
              vi: `Tỷ lệ ${names(counted).vi} không trả lời cho tỷ lệ ${names(asked).vi}.`,
              en: `A share of ${names(counted).en} does not answer for a share of ${names(asked).en}.`,
            },
          },
        ]
      }),
    )
  })
}

function inCounts(table: ReadTable): readonly Found[] {
  return table.columns.flatMap((column) => {
    const asked = column.kind === 'count' ? thingOfColumn(column.path) : null
    if (!asked) return []
    const cells = table.rows.flatMap((row) =>
      row.kind === 'data' ? row.cells.slice(column.index, column.index + 1) : [],
    )
    return cells.flatMap((cell): readonly Found[] => {
      const unit = cell.amount?.unit
      const counted = unit === undefined ? [] : thingsAtHead(unit)
      if (cell.spot.column !== column.index || !areUnlike([asked], counted)) return []
      return [
        {
          severity: 'likely',
          spots: [cell.spot],
          stated: {
            vi: `Cột “${named(column.header)}” ghi “${quoted(cell)}”`,
            en: `Column “${named(column.header)}” says “${quoted(cell)}”`,
          },
          worked: {
            vi: `Cột đếm ${asked.vi}; ô này đếm ${names(counted).vi}`,
            en: `The column counts ${asked.en}; this cell counts ${names(counted).en}`,
          },
          why: {
            vi: `Số ${names(counted).vi} không phải là số ${asked.vi}.`,
            en: `A number of ${names(counted).en} is no number of ${asked.en}.`,
          },
        },
      ]
    })
  })
}

function names(things: readonly Thing[]): { readonly vi: string; readonly en: string } {
  return { vi: things.map(({ vi }) => vi).join(' và '), en: things.map(({ en }) => en).join(' and ') }
}

/** Every thing named at the beginning of a part of the label. */
function spokenOf(label: string): readonly Thing[] {
  const words = label.split(/\s+/)
  return words.flatMap((_, at) => thingsAtHead(words.slice(at, at + 6).join(' ')))
}
