/**
 * Pairs of things of which the first is always some of the second, by the words of their column headers (folded). `whole` counts in
 * the same table and row; a larger part then contradicts it.
 */
export const CONTAINMENT: readonly { readonly part: RegExp; readonly whole: RegExp; readonly not?: RegExp }[] = [
  {
    part: /\bphat sinh (?:phi|giao dich thanh toan truc tuyen)\b/,
    whole: /\btthc co yeu cau\b.*\bnghia vu tai chinh\b(?!.*\b(?:cap nhat|dong bo)\b)/,
    not: /\bso ho so\b|\btong so ho so\b|\bgiao dich (?!thanh toan truc tuyen \()/,
  },
  { part: /\bthanh cong\b/, whole: /\btong so (?:giao dich|luot|ho so|lan)\b(?!.*\bthanh cong\b)/ },
  { part: /\bda (?:su dung|kich hoat)\b|^su dung$/, whole: /\bda cap\b|\bduoc cap\b/ },
]

/** Words that make every column below or after them a part of the whole before. */
export const PART_OF = /\btrong do\b|\bgom\b/
