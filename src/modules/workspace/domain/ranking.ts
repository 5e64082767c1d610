import { compareVi } from '#kernel/text.ts'

type Ranked = {
  readonly kind: string
  readonly title: { readonly vi: string }
  readonly rank: number
  readonly endedOn: string | null
}

/** Best first: by rank, what exists before what has ended, then by the alphabet. */
export function compareFound(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    Number(a.endedOn !== null) - Number(b.endedOn !== null) ||
    compareVi(a.title.vi, b.title.vi) ||
    compareVi(a.kind, b.kind)
  )
}

/** The best of several ranks; `null` when none answers. */
export function bestRank(ranks: readonly (number | null)[]): number | null {
  return ranks.reduce((best, rank) => (rank !== null && (best === null || rank < best) ? rank : best), null)
}
