import { fold } from '#kernel/text.ts'

/** Syllables that every second header has: they say nothing of what is counted. */
const EMPTY = new Set(
  'so luong tong cong cac cua theo tren trong do duoc da co va cho tai tu den la ve nhung moi voi sanh sl tl gom'.split(
    ' ',
  ),
)
/** Short forms of headers written out, so that `TTHC` meets `thủ tục hành chính`. */
const SHORT: Readonly<Record<string, string>> = {
  tthc: 'thu tuc hanh chinh',
  dvctt: 'dich vu cong truc tuyen',
  dvc: 'dich vu cong',
  vb: 'van ban',
  hs: 'ho so',
  dn: 'doanh nghiep',
  cbcc: 'can bo cong chuc',
  cbccvc: 'can bo cong chuc vien chuc',
  httt: 'he thong thong tin',
  gq: 'giai quyet',
}

/** The syllables of a header that say what it counts. */
export function tellingWords(header: string): ReadonlySet<string> {
  const words = fold(header)
    .split(/[^\p{L}\d]+/u)
    .flatMap((word) => (SHORT[word] ?? word).split(' '))
  return new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word) && !/^\d+$/.test(word)))
}

/** Whether two headers may well speak of one thing: most of the shorter one is in the longer one. */
export function sameHeading(a: string, b: string): boolean {
  const [one, other] = [tellingWords(a), tellingWords(b)]
  const shared = one.intersection(other).size
  return shared > 0 && shared >= Math.min(one.size, other.size) * 0.75
}

/** A header or label as folded running words with short forms written out and without what only counts: `Số DVCTT › Toàn trình` is `dich vu cong truc tuyen toan trinh`. */
export function headingPhrase(header: string): string {
  const words = fold(header)
    .split(/[^\p{L}\d]+/u)
    .flatMap((word) => (SHORT[word] ?? word).split(' '))
    .filter((word) => word !== '')
  return words.join(' ').replace(/^(?:(?:tong|so|luong|cong|ti le|ty le|cac) )+(?=\p{L})/u, '')
}

/** A text as folded words with nothing between them but spaces. */
export function plainWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
