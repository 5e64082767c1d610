import { arithmeticOf } from '../arithmetic/constraints.ts'
import { tellBroken } from '../arithmetic/tell.ts'
import type { Rule } from '../rule.ts'

export const columnTotal: Rule = {
  id: 'column-total',
  title: { vi: 'Tổng không bằng các dòng cộng lại', en: 'Total differs from its rows' },
  about: {
    vi: 'Cộng lại các dòng thuộc mỗi dòng tổng hoặc mục cha. Chỉ kết luận khi có ít nhất một cột khác khớp theo cùng cách cộng, hoặc dòng mang chữ “Tổng cộng” trên một danh sách phẳng. Ô trống không coi là 0; cột bình quân, tỷ lệ, điểm không được cộng.',
    en: 'Adds up the rows below each total or parent. Concludes only when at least one other column reconciles in the same way, or the row plainly says "Total" over a flat list. A blank is not 0; averages, shares and scores are not added.',
  },
  check: ({ tables }) =>
    tables.flatMap((table) => {
      const arithmetic = arithmeticOf(table)
      return arithmetic.constraints
        .filter(({ family }) => family === 'column-total')
        .flatMap((constraint) =>
          tellBroken(constraint, arithmetic, (mended) => ({
            severity:
              constraint.strength === 'stated' || constraint.strength === 'shown' || mended ? 'proved' : 'likely',
            why:
              constraint.siblings > 0
                ? {
                    vi: `${constraint.siblings} cột khác của bảng cộng đúng theo cùng các dòng này; riêng cột này thì không.`,
                    en: `${constraint.siblings} other columns of the table add up over the same rows; this one does not.`,
                  }
                : {
                    vi: 'Dòng này mang tên tổng cộng nhưng khác tổng các dòng của nó; bảng không có cột nào khác để đối chiếu.',
                    en: 'The row is called a total but differs from the sum of its rows; no other column of the table can be compared.',
                  },
          })),
        )
    }),
}
