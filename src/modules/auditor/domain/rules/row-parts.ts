import { arithmeticOf } from '../arithmetic/constraints.ts'
import { columnName, tellBroken } from '../arithmetic/tell.ts'
import type { Rule } from '../rule.ts'

export const rowParts: Rule = {
  id: 'row-parts',
  title: { vi: 'Các phần không cộng thành tổng', en: 'Parts do not make the whole' },
  about: {
    vi: 'Trong từng dòng, cộng các cột thành phần và so với cột tổng. Quan hệ giữa các cột lấy từ đầu cột, hoặc từ chính số liệu khi nhiều dòng khớp chính xác đến mức không thể là ngẫu nhiên. Phần chênh có thể do một thành phần không được nêu nên chỉ kết luận “đã chứng minh” khi đầu cột nói rõ hoặc có ô khác xác nhận.',
    en: 'In each row, adds the columns of parts and compares with the whole. Which columns belong together comes from the headers, or from the numbers when so many rows fit so exactly that chance is out of the question. What is missing may be a part that is not shown, so "proved" is said only when the headers are explicit or another cell confirms.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const arithmetic = arithmeticOf(table)
      return arithmetic.constraints
        .filter(({ family }) => family === 'row-parts')
        .flatMap((constraint) => {
          if (constraint.kind !== 'linear') return []
          const [whole, ...parts] = constraint.terms
          const names = parts
            .map(({ column, sign }) => `${sign > 0 ? '− ' : ''}${columnName(table, column)}`)
            .join(' + ')
          const identity = `${columnName(table, whole?.column ?? 0)} = ${names.replaceAll('+ − ', '− ')}`
          return tellBroken(constraint, arithmetic, (mended) => ({
            severity: constraint.strength === 'stated' || mended ? 'proved' : 'likely',
            why: {
              vi: `${constraint.siblings} dòng khác của bảng thỏa ${identity}; dòng này thì không.`,
              en: `${constraint.siblings} other rows of the table obey ${identity}; this one does not.`,
            },
            ...(constraint.strength === 'stated' || mended
              ? {}
              : {
                  notes: [
                    {
                      vi: 'Có thể còn một thành phần không nêu trong bảng.',
                      en: 'There may be a part that the table does not show.',
                    },
                  ],
                }),
          }))
        })
    }),
}
