import { formatNumber } from '#kernel/number.ts'
import type { Found, Severity } from '../finding.ts'
import { nearMisses } from '../indicators/near-miss.ts'
import { named } from '../indicators/tell.ts'
import { isSame, readSlips, readTellings, type Telling, type Told } from '../indicators/told-figure.ts'
import { type TableFigure, type ToldIndex, toldIndex } from '../indicators/told-row.ts'
import { type Sentence, sentencesWithFigures } from '../indicators/told-sentence.ts'
import type { Rule } from '../rule.ts'

/** A number from which agreement of text and table says that both tell of the same row. */
const TELLING = 100

export const quantityInText: Rule = {
  id: 'quantity-in-text',
  title: { vi: 'Lời văn và bảng ghi khác nhau', en: 'Text and table say different things' },
  about: {
    vi: 'Câu văn gọi tên đơn vị và các cột của một bảng (“toàn thành phố tiếp nhận 89.178 hồ sơ, trong đó đúng hạn 88.848, trễ hạn 330”): số nào khác với bảng được nêu, khi câu và bảng khớp nhau ở ít nhất một số khác, hoặc câu gọi đích danh một đơn vị, hoặc số chỉ lệch một chữ số. Số làm tròn (“hơn 89 nghìn”), câu nói về kỳ khác hoặc thêm điều kiện khác thì bỏ qua.',
    en: 'A sentence that names the unit and the columns of a table: any figure that differs is told when sentence and table agree on at least one other, or the sentence names one unit, or the figure is one digit off. Rounded figures ("more than 89 thousand"), other periods and sentences with further conditions are left aside.',
  },
  check(reading) {
    const index = toldIndex(reading)
    if (index.rows.length === 0) return []
    return sentencesWithFigures(reading).flatMap((sentence) => {
      const found = checkSentence(sentence, index)
      if (found.length > 0) return found
      const near = nearMisses(sentence, index).map(({ met, ...one }) => tell(one, met, 'likely'))
      return near.length > 0 ? near : readSlips(sentence, index).map((one) => tell(one, [], 'likely'))
    })
  },
}

function checkSentence(sentence: Sentence, index: ToldIndex): readonly Found[] {
  const tellings = readTellings(sentence, index)
  const [best, next] = tellings.toSorted(
    (a, b) => evidence(b).length - evidence(a).length || b.told.length - a.told.length,
  )
  if (!best) return []
  // Where one table bears the whole sentence out, another that does not speaks of something else.
  const borneOut = tellings.some(({ told }) => told.every(isSame) && told.length >= best.told.length)
  const agreeing = evidence(best)
  const rival = next && evidence(next).length === agreeing.length && next.told.length === best.told.length
  if (borneOut || rival) return []
  const wrong = best.told
    .filter((one) => !isSame(one) && !agreeing.some(({ column }) => column === one.cell.column))
    // A number that stands in another column of the row may be that column's, unless the sentence keeps to its columns otherwise.
    .filter(
      ({ figure }) =>
        best.told.filter(isSame).length > 1 ||
        !best.row.figures.some((cell) => isSame({ figure, cell }) && cell.kind === figure.kind),
    )
  if (agreeing.length > 0) return wrong.map((one) => tell(one, agreeing, 'proved'))
  // A unit named outright, one figure, of the size of the table's: hardly about anything else.
  const [only, ...more] = wrong
  const named = best.row.names.length > 0 && best.told.length === 1 && tellings.length === 1
  return only && more.length === 0 && named && isAlike(only) ? [tell(only, [], 'likely')] : []
}

function isAlike({ figure, cell }: Told): boolean {
  const [value = 0] = figure.values
  return cell.value >= TELLING && value > cell.value / 2 && value < cell.value * 2
}

/** The figures of the row that the sentence has right, and that are too large or too fine to be met by chance. */
function evidence({ told, met }: Telling): readonly TableFigure[] {
  const byWords = told
    .filter((one) => isSame(one) && (one.cell.value >= TELLING || one.figure.decimals > 0))
    .map(({ cell }) => cell)
  return [...new Set([...byWords, ...met])]
}

function tell({ figure, cell }: Told, agreeing: readonly TableFigure[], severity: Severity): Found {
  const column = named(cell.header.split(' › ').at(-1) ?? cell.header, 60)
  const unit = cell.kind === 'percent' ? '%' : ''
  const [said = 0] = figure.values
  const same = agreeing.map(({ value, kind }) => `${formatNumber(value)}${kind === 'percent' ? '%' : ''}`).join('; ')
  const off = formatNumber(Number(Math.abs(said - cell.value).toPrecision(12)))
  const summed = cell.spots.length > 1
  return {
    severity,
    spots: [figure.spot, ...cell.spots, ...agreeing.flatMap(({ spots }) => spots.slice(0, 1))],
    stated: {
      vi: `Lời văn ghi ${figure.text}; bảng ${cell.table.index + 1}, cột “${column}” ${summed ? 'cộng lại' : 'ghi'} ${formatNumber(cell.value)}${unit}`,
      en: `The text says ${figure.text}; table ${cell.table.index + 1}, column “${column}” ${summed ? 'adds up to' : 'says'} ${formatNumber(cell.value)}${unit}`,
    },
    worked: {
      vi: `${formatNumber(said)}${unit} ≠ ${formatNumber(cell.value)}${unit} (chênh ${off})${same && `; câu và bảng khớp nhau ở ${same}`}`,
      en: `${formatNumber(said)}${unit} ≠ ${formatNumber(cell.value)}${unit} (off by ${off})${same && `; sentence and table agree on ${same}`}`,
    },
    why: same
      ? {
          vi: 'Câu văn nói về đúng dòng này của bảng, vì số khác trong câu khớp với bảng; số này thì không.',
          en: 'The sentence speaks of this very row, since another of its figures agrees with the table; this one does not.',
        }
      : {
          vi: 'Câu văn gọi tên đúng dòng và cột của bảng nhưng ghi số khác.',
          en: 'The sentence names row and column of the table but has another number.',
        },
  }
}
