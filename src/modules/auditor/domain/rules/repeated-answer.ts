import type { Found } from '../finding.ts'
import type { IndicatorRow } from '../indicators/indicator-row.ts'
import { answersTo, repeatedAnswers } from '../indicators/repeated.ts'
import { named, quoted } from '../indicators/tell.ts'
import type { Rule } from '../rule.ts'

export const repeatedAnswer: Rule = {
  id: 'repeated-answer',
  title: { vi: 'Một câu trả lời cho nhiều chỉ tiêu khác nhau', en: 'One answer for several unlike indicators' },
  about: {
    vi: 'Từ ba dòng trở lên của một bảng cùng ghi một câu có nội dung riêng, trong khi nhiều dòng hỏi việc khác. Im lặng với câu chung như “Đang thực hiện”, “Đã hoàn thành”, và với câu có số liệu.',
    en: 'Three rows of a table or more are answered with one particular sentence while several of them ask something else. Silent on general answers ("in progress", "done") and on answers with figures.',
  },
  check: (reading) => repeatedAnswers(reading).map(tell),
}

function tell(rows: readonly IndicatorRow[]): Found {
  const spotOf = (row: IndicatorRow) => row.results.map(({ cell }) => cell.spot)
  const unlike = rows.filter((row) => !answersTo(row))
  const fitting = rows.filter((row) => answersTo(row))
  const text = quoted(rows[0]?.results[0]?.cell)
  const list = unlike.map(({ row, label }) => `${row.order ? `${row.order}. ` : ''}${named(label, 60)}`).join('; ')
  return {
    severity: 'likely',
    spots: [...unlike, ...fitting].flatMap(spotOf),
    stated: { vi: `${rows.length} dòng cùng ghi “${text}”`, en: `${rows.length} rows all say “${text}”` },
    worked: {
      vi: `${unlike.length} dòng hỏi việc khác: ${list}`,
      en: `${unlike.length} of them ask something else: ${list}`,
    },
    why: {
      vi: 'Một câu không thể là kết quả của nhiều chỉ tiêu đo những việc khác nhau; các chỉ tiêu này đều cần một tỷ lệ.',
      en: 'One sentence cannot be the result of indicators that measure different things; each of them needs a share.',
    },
    notes: [
      {
        vi: 'Câu này có thể đúng với những dòng nói về chính việc đó; nên ghi kết quả riêng cho từng dòng còn lại.',
        en: 'The sentence may be right for rows about that very thing; the others need results of their own.',
      },
    ],
  }
}
