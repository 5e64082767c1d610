type Both = { readonly vi: string; readonly en: string }
type Report = {
  readonly columns: readonly { readonly label: Both; readonly group: Both | null }[]
  readonly rows: readonly { readonly cells: readonly { readonly certainty: string }[] }[]
}

/** The columns of which a number is not derivable in the structure shown. */
export function undetermined({ columns, rows }: Report): readonly Report['columns'][number][] {
  return columns.filter((_, place) => rows.some(({ cells }) => cells[place]?.certainty === 'not-derivable'))
}
