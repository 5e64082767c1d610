/** Symbols of bodies of which there is one in the country: a number of theirs in a year is one document. The part behind the kind, folded. */
export const ONE_OF_A_KIND =
  /^(?:ttg|cp|tw|bct|bbt|qh\d+|ubtvqh\d*|ctn|ctqh|b[a-z]{2,5}|nhnn|tandtc|vksndtc|ttcp|vpcp|ubdt)$/

/** Kinds named in words that may stand for a document of another symbol: a plan issued by a decision carries the decision's number. */
export const CARRIED_BY_DECISION =
  /^(?:kế hoạch|đề án|dự án|chương trình|chương trình hành động|quy chế|quy định|quy hoạch|phương án|hướng dẫn|văn bản|công văn|công bố|chỉ đạo)$/iu
