/**
 * Things that divide a whole between them with nothing left over, by the words of their columns (folded). A table in which the words
 * stand beside a total says that they add up to it.
 */
export const PARTITIONS: readonly (readonly RegExp[])[] = [
  [
    /\bdung (?:va truoc )?han\b|\btruoc va dung han\b|\btrong han\b|\bdung tien do\b/,
    /\btre han\b|\bqua han\b|\bkhong dung han\b|\btre tien do\b/,
  ],
  [/\btruoc han\b/, /\bdung han\b/, /\btre han\b|\bqua han\b/],
  [/\bmot phan\b/, /\btoan trinh\b/],
  [/\btruc tuyen\b/, /\btruc tiep\b/, /\bbuu chinh\b/],
  [/\btruc tuyen\b/, /\btruc tiep\b/],
  [/\bnam\b/, /\bnu\b/],
  [/\bthanh thi\b/, /\bnong thon\b/],
  [/\bdat\b/, /\bkhong dat\b|\bchua dat\b/],
  [/\bda (?:giai quyet|xu li|xu ly|tra)\b/, /\bdang (?:giai quyet|xu li|xu ly)\b/],
  [
    /\bki truoc\b|\bky truoc\b|\bchuyen qua\b|\bchuyen sang\b/,
    /\b(?:tiep nhan )?(?:moi|trong (?:ki|ky))\b|\bphat sinh\b/,
  ],
  [/\btrong nuoc\b/, /\bquoc te\b|\bnuoc ngoai\b/],
  [/\bcong lap\b/, /\bngoai cong lap\b|\btu thuc\b|\bdan lap\b/],
]

/** Words by which a header calls its column a whole. */
export const WHOLE = /\btong\b|\bcong\b|\btat ca\b/
/** Words by which a header says that what follows is only some of it. */
export const ONLY_SOME = /\btrong do\b|\bbao gom ca\b|\brieng\b|\bke ca\b/
