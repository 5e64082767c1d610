import type { Found } from '../finding.ts'
import type { DateMention } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

export const impossibleDate: Rule = {
  id: 'impossible-date',
  title: { vi: 'Ngày tháng không tồn tại', en: 'A day that does not exist' },
  about: {
    vi: 'Tìm các ngày không có trong lịch, như 31/02, 31/4, tháng 13. Chỗ để trống “00/00” được bỏ qua.',
    en: 'Finds days that no calendar has, such as 31/02, 31/4, month 13. Blanks written as “00/00” are left out.',
  },
  check: ({ dates }) => dates.filter(({ exists, text }) => !exists && !isBlankForm(text)).map(tell),
}

const isBlankForm = (text: string) => /(?<!\d)0{1,2}(?!\d)/.test(text)

function tell({ spot, from, to, text }: DateMention): Found {
  const [day = 0, month = 0] = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))
  const monthOnly = /^tháng/iu.test(text)
  // 12/31/2023: the month may stand before the day, as in English.
  const exchanged = !monthOnly && month > 12 && month <= 31 && day <= 12
  const wrongMonth = monthOnly || month > 12
  return {
    severity: exchanged ? 'likely' : 'proved',
    spots: [{ ...spot, from, to }],
    stated: { vi: text, en: text },
    worked: wrongMonth
      ? {
          vi: `Năm có 12 tháng; ở đây ghi tháng ${monthOnly ? day : month}.`,
          en: `A year has 12 months; this says month ${monthOnly ? day : month}.`,
        }
      : { vi: `Tháng ${month} không có ngày ${day}.`, en: `Month ${month} has no day ${day}.` },
    why: { vi: 'Lịch không có ngày này.', en: 'No calendar has this day.' },
    ...(exchanged
      ? { notes: [{ vi: 'Có thể tháng được viết trước ngày.', en: 'The month may be written before the day.' }] }
      : {}),
  }
}
