import type { Found, Spot } from '../finding.ts'
import { findBreaks, type Numbered } from '../reading/numbering.ts'
import type { Reading, ReadTable } from '../reading/reading.ts'
import type { Rule } from '../rule.ts'

export const sequence: Rule = {
  id: 'sequence',
  title: { vi: 'Đánh số nhảy hoặc trùng', en: 'Numbering skips or repeats' },
  about: {
    vi: 'Xem số thứ tự của các dòng trong bảng và của các mục trong văn bản có nhảy (9 rồi 11) hoặc trùng (hai số 11) hay không. Chỉ nhắc xem lại: có thể thiếu một dòng, thừa một dòng, hoặc chỉ là đánh số nhầm. Bảng trích giữ số thứ tự của bảng gốc thì bỏ qua.',
    en: 'Looks whether the numbers of rows and of sections skip (9, then 11) or repeat (two 11s). Worth a look only: a row may be missing, one too many, or just misnumbered. Tables that keep the numbers of a larger one are left out.',
  },
  check: (reading) => [...sections(reading), ...reading.tables.flatMap(rows)],
}

function sections({ paragraphs }: Reading): readonly Found[] {
  const numbered = paragraphs.flatMap(({ spot, text }): readonly Numbered[] => {
    const roman = /^\s*([IVX]{1,6})\.\s+\p{L}/u.exec(text)
    const arabic =
      /^\s*(\d{1,2}(?:\.\d{1,2}){0,3})\.\s+\p{L}/u.exec(text) ?? /^\s*(\d{1,2}(?:\.\d{1,2}){1,3})\s+\p{L}/u.exec(text)
    const number = (roman ?? arabic)?.[1]
    return number === undefined
      ? []
      : [{ number, spot: { ...spot, from: 0, to: text.indexOf(number) + number.length } }]
  })
  return findBreaks(numbered).map((found) => tell(found, { vi: 'mục', en: 'section' }))
}

/** Rows by their order, section by section. A table with many breaks keeps the numbers of another. */
function rows(table: ReadTable): readonly Found[] {
  const numbered = table.rows.flatMap(({ kind, order, spot, cells }): readonly Numbered[] => {
    if (kind === 'header' || order === '') return []
    const cell = cells.find(({ text }) => text.trim().replace(/[.)]$/, '') === order.replace(/[.)]$/, ''))
    return [{ number: order, spot: cell?.spot ?? spot }]
  })
  const breaks = findBreaks(numbered)
  return breaks.length > 3 || breaks.length * 4 > numbered.length
    ? []
    : breaks.map((found) => tell(found, { vi: 'dòng', en: 'row' }))
}

function tell(
  { kind, before, after, missing }: ReturnType<typeof findBreaks>[number],
  thing: { readonly vi: string; readonly en: string },
): Found {
  const spots: readonly Spot[] = [after.spot, before.spot]
  return {
    severity: 'look',
    spots,
    stated: {
      vi: `${thing.vi} ${before.number}, rồi ${thing.vi} ${after.number}`,
      en: `${thing.en} ${before.number}, then ${thing.en} ${after.number}`,
    },
    worked:
      kind === 'gap'
        ? { vi: `không có số ${missing}`, en: `there is no ${missing}` }
        : { vi: `số ${after.number} đứng hai lần`, en: `${after.number} stands twice` },
    why:
      kind === 'gap'
        ? {
            vi: `Có thể thiếu một ${thing.vi}, hoặc đánh số nhầm.`,
            en: `A ${thing.en} may be missing, or it is misnumbered.`,
          }
        : {
            vi: `Có thể trùng một ${thing.vi}, hoặc đánh số nhầm.`,
            en: `A ${thing.en} may stand twice, or it is misnumbered.`,
          },
  }
}
