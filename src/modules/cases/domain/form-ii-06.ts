/** The numbered columns of form II.06 (regime-procedure-reports): received 3–6, finished 7–10, open 11–13. */
export const COLUMNS = ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13'] as const
export type FormColumn = (typeof COLUMNS)[number]
export type FormCounts = Readonly<Record<FormColumn, number>>

export type Followed = {
  readonly all: number
  readonly online: number
  readonly direct: number
  readonly carried: number
  readonly finished: number
  readonly early: number
  readonly onTime: number
  readonly late: number
  readonly open: number
  readonly openInTime: number
  readonly openLate: number
}

/** What of the cases followed stands in each column. */
export const FORM_COUNTS: Readonly<Record<FormColumn, keyof Followed>> = {
  3: 'all',
  4: 'online',
  5: 'direct',
  6: 'carried',
  7: 'finished',
  8: 'early',
  9: 'onTime',
  10: 'late',
  11: 'open',
  12: 'openInTime',
  13: 'openLate',
}

/** Each total is counted by itself, not added up: so the identities prove something. */
export function countsOfForm(one: Followed): FormCounts {
  return formCounts((column) => one[FORM_COUNTS[column]])
}

function formCounts(countOf: (column: FormColumn) => number): FormCounts {
  return {
    3: countOf('3'),
    4: countOf('4'),
    5: countOf('5'),
    6: countOf('6'),
    7: countOf('7'),
    8: countOf('8'),
    9: countOf('9'),
    10: countOf('10'),
    11: countOf('11'),
    12: countOf('12'),
    13: countOf('13'),
  }
}

const IDENTITIES: readonly { readonly whole: FormColumn; readonly parts: readonly FormColumn[] }[] = [
  { whole: '3', parts: ['4', '5', '6'] },
  { whole: '7', parts: ['8', '9', '10'] },
  { whole: '11', parts: ['12', '13'] },
  { whole: '3', parts: ['7', '11'] },
]

/** The form's identities, `(3)=(4)+(5)+(6)` and so on, with the rows in which each fails. */
export function checksOf(rows: readonly { readonly name: string; readonly counts: FormCounts }[]) {
  return IDENTITIES.map(({ whole, parts }) => {
    const failing = rows.filter(({ counts }) => counts[whole] !== parts.reduce((sum, part) => sum + counts[part], 0))
    return {
      formula: `(${whole})=${parts.map((part) => `(${part})`).join('+')}`,
      holds: failing.length === 0,
      failing: failing.map(({ name }) => name),
    }
  })
}

/** The sum of rows. */
export function sumOf(rows: readonly FormCounts[]): FormCounts {
  return formCounts((column) => rows.reduce((sum, row) => sum + row[column], 0))
}
