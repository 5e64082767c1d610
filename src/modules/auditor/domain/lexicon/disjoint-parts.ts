/** Parts of a whole that cannot overlap, by words of the running text. Folded. */
export const DISJOINT_PARTS: readonly (readonly RegExp[])[] = [
  [/\bnam\b/, /\bnu\b/],
  [/\bdung han\b|\btruoc han\b|\btrong han\b/, /\btre han\b|\bqua han\b/],
  [/\btruc tuyen\b/, /\btruc tiep\b/],
  [/\bmot phan\b/, /\btoan trinh\b/],
  [/\bcap (?:thanh pho|huyen|tinh)\b/, /\bcap xa\b/],
  [/\bthanh thi\b/, /\bnong thon\b/],
  [/\bda (?:giai quyet|xu li|tra)\b/, /\bdang (?:giai quyet|xu li)\b/],
]
