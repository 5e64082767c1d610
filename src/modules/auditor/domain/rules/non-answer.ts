import { fold, sameSpelling } from '#kernel/text.ts'
import type { Found } from '../finding.ts'
import { type IndicatorRow, indicatorRows } from '../indicators/indicator-row.ts'
import { repeatedAnswers } from '../indicators/repeated.ts'
import { quoted } from '../indicators/tell.ts'
import { DONE, NOTHING, PENDING } from '../lexicon/answers.ts'
import type { Rule } from '../rule.ts'

const SHARE = /\d\s?(?:%|phan tram)/
/** An answer that begins with `5/12` or `1/250` is a fraction here, though elsewhere these may be a day or a scale. */
const PAIR = /^(?:(?:da|co|dat|duoc) )*\d+ ?\/ ?\d{1,3}(?![\d/.,-])/

export const nonAnswer: Rule = {
  id: 'non-answer',
  title: { vi: 'Hỏi tỷ lệ, trả lời không có tỷ lệ', en: 'A share is asked for, the answer has none' },
  about: {
    vi: 'Dòng có chỉ tiêu bằng tỷ lệ mà kết quả chỉ có lời, hoặc chỉ đếm việc khác (“Tổ chức 03 lớp”, “Đang thống kê”). Im lặng khi kết quả nói đã hoàn thành chỉ tiêu 100%, hoặc nói không phát sinh.',
    en: 'A row with a share for a target whose result has words only, or counts something else ("03 classes held", "being counted"). Silent when the result says that a target of 100% is met, or that nothing arose.',
  },
  check(reading) {
    const repeated = new Set(repeatedAnswers(reading).flat())
    return indicatorRows(reading)
      .filter((row) => !repeated.has(row))
      .flatMap(checkRow)
  },
}

function checkRow(row: IndicatorRow): readonly Found[] {
  const targets = row.targets.filter(({ kind }) => kind === 'percent')
  const withNumber = new Set(targets.map(({ column }) => column)).size
  if (withNumber === 0 || withNumber * 2 <= row.targetCells || row.results.length === 0) return []
  if (row.results.some(({ cell, statements }) => cell.amount !== null || statements.length > 0)) return []
  const [result] = row.results
  if (!result) return []
  const answer = fold(result.cell.text)
  const pending = PENDING.test(sameSpelling(result.cell.text))
  const done = DONE.test(answer) && !pending && targets.some(({ value }) => value === 100)
  if (done || NOTHING.test(answer) || SHARE.test(answer) || PAIR.test(answer)) return []
  const asked = targets.at(-1)
  return [
    {
      severity: 'look',
      spots: [result.cell.spot, ...(asked ? [asked.cell.spot] : [])],
      stated: {
        vi: `Chỉ tiêu “${quoted(asked?.cell)}”, kết quả “${quoted(result.cell)}”`,
        en: `Target “${quoted(asked?.cell)}”, result “${quoted(result.cell)}”`,
      },
      worked: {
        vi: /\d/.test(answer)
          ? 'Kết quả có số đếm nhưng không có tỷ lệ hay tử số/mẫu số'
          : 'Kết quả không có con số nào',
        en: /\d/.test(answer)
          ? 'The result counts something but states neither share nor fraction'
          : 'The result has no number',
      },
      why: {
        vi: 'Không thể biết chỉ tiêu đạt hay chưa: dòng này hỏi một tỷ lệ.',
        en: 'Whether the target is met cannot be told: this row asks for a share.',
      },
      notes: pending
        ? [
            {
              vi: 'Số liệu có thể chưa có đến ngày báo cáo.',
              en: 'The figures may not exist yet on the day of the report.',
            },
          ]
        : [],
    },
  ]
}
