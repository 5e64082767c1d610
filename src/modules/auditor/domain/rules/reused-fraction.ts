import { formatNumber } from '#kernel/number.ts'
import { fold } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { type CountCell, countCells } from '../indicators/count-cell.ts'
import { isTelling, type ResultFraction, resultFractions, sharedBy } from '../indicators/fractions.ts'
import { divisionText, named, spotOfStatement } from '../indicators/tell.ts'
import { areUnlike } from '../indicators/things.ts'
import type { Reading } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

/** Smaller members of a fraction meet by chance. */
const LEAST_PAIR = 100
const LEAST_TOP = 1000

export const reusedFraction: Rule = {
  id: 'reused-fraction',
  title: { vi: 'Một phân số dùng cho nhiều chỉ tiêu', en: 'One fraction used for several indicators' },
  about: {
    vi: 'Cùng tử số và mẫu số (từ ba chữ số) ở hai chỉ tiêu khác tên, ở chỉ tiêu về thứ này và cột bảng về thứ khác; cùng một tử số lớn trên hai mẫu số. Im lặng với phân số bằng 1, số tròn trăm, số nhỏ và mẫu số chung (số hộ, số doanh nghiệp).',
    en: 'The same numerator and denominator (three digits or more) for two indicators, or for an indicator and for table columns about something else; one large numerator over two denominators. Silent on fractions equal to 1, round hundreds, small numbers and shared denominators (households, enterprises).',
  },
  check(reading) {
    const fractions = resultFractions(reading)
    return [...samePairs(reading, fractions), ...sameTops(fractions)]
  },
}

function samePairs(reading: Reading, fractions: readonly ResultFraction[]): readonly Found[] {
  const telling = fractions.filter(
    ({ top, bottom }) => top !== bottom && isTelling(top, LEAST_PAIR) && isTelling(bottom, LEAST_PAIR),
  )
  const groups = [...Map.groupBy(telling, ({ top, bottom }) => `${top}/${bottom}`).values()]
  return groups.flatMap((group): readonly Found[] => {
    const [first] = group
    if (!first) return []
    const rows = [...Map.groupBy(group, ({ row }) => fold(row.label)).values()].flatMap((same) => same.slice(0, 1))
    const sameTable = rows.every(({ row }) => row.table === first.row.table)
    const cells = columnsOfOthers(reading, group)
    if ((rows.length < 2 || !sameTable) && cells.length === 0) return []
    const labels = rows.map(({ row }) => `“${named(row.label, 70)}”`)
    const columns = cells.map(({ header }) => `“${named(header.split(' › ').at(-1) ?? header, 70)}”`)
    return [
      {
        severity: 'likely',
        spots: [...group.map(({ statement }) => spotOfStatement(statement)), ...cells.map(({ spot }) => spot)],
        stated: {
          vi: `${formatNumber(first.top)}/${formatNumber(first.bottom)} là kết quả của ${labels.join('; ')}${columns.length > 0 ? `, và đứng ở các cột ${columns.join('; ')}` : ''}`,
          en: `${formatNumber(first.top)}/${formatNumber(first.bottom)} is the result of ${labels.join('; ')}${columns.length > 0 ? `, and stands in the columns ${columns.join('; ')}` : ''}`,
        },
        worked: both(divisionText(first.top, first.bottom)),
        why: {
          vi: 'Hai chỉ tiêu khác nhau hiếm khi trùng cả tử số lẫn mẫu số; một trong hai có thể được chép từ chỗ kia.',
          en: 'Two indicators hardly ever have both numerator and denominator in common; one may be copied from the other.',
        },
        notes: [
          {
            vi: 'Đúng nếu hai chỉ tiêu thực ra đo cùng một việc; khi đó nên ghi rõ.',
            en: 'Right if the two indicators in fact measure one thing; it should then be said.',
          },
        ],
      },
    ]
  })
}

/** Cells of one row of a table that hold both members of the fraction though their columns count something else. */
function columnsOfOthers(reading: Reading, group: readonly ResultFraction[]): readonly CountCell[] {
  const [first] = group
  if (!first) return []
  const byValue = countCells(reading).byValue
  const bottoms = byValue.get(first.bottom) ?? []
  return (byValue.get(first.top) ?? []).flatMap((top) => {
    const bottom = bottoms.find(({ table, row }) => table === top.table && row === top.row)
    if (!bottom || !top.thing || !bottom.thing) return []
    const things = [top.thing, bottom.thing]
    return group.some(({ asked }) => areUnlike(asked, things)) ? [top, bottom] : []
  })
}

function sameTops(fractions: readonly ResultFraction[]): readonly Found[] {
  const telling = fractions.filter(({ top, bottom }) => top !== bottom && isTelling(top, LEAST_TOP))
  return sharedBy(telling, ({ top }) => top).flatMap((group): readonly Found[] => {
    const different = [...Map.groupBy(group, ({ bottom }) => bottom).values()].flatMap((same) => same.slice(0, 1))
    const [first] = different
    if (!first || different.length < 2) return []
    const unlike = different.some((one) => thingsKey(one) !== thingsKey(first))
    const list = different
      .map(({ row, top, bottom }) => `${divisionText(top, bottom)} (“${named(row.label, 60)}”)`)
      .join('; ')
    return [
      {
        severity: unlike ? 'likely' : 'look',
        spots: group.map(({ statement }) => spotOfStatement(statement)),
        stated: {
          vi: `Tử số ${formatNumber(first.top)} dùng cho ${different.length} chỉ tiêu với các mẫu số khác nhau`,
          en: `The numerator ${formatNumber(first.top)} serves ${different.length} indicators with different denominators`,
        },
        worked: both(list),
        why: {
          vi: 'Các chỉ tiêu đếm những đối tượng khác nhau không thể tình cờ có cùng một tử số lớn như vậy.',
          en: 'Indicators that count different things do not meet in so large a numerator by chance.',
        },
        notes: [
          {
            vi: 'Đúng nếu cùng một số đếm được so với hai tổng thể khác nhau; khi đó cần nêu rõ hai tổng thể.',
            en: 'Right if one count is held against two wholes; both wholes should then be named.',
          },
        ],
      },
    ]
  })
}

function thingsKey({ asked, population }: ResultFraction): string {
  return `${population?.id ?? ''}:${asked.map(({ id }) => id).join()}`
}

function both(text: string) {
  return { vi: text, en: text }
}
