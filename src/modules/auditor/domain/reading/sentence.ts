/**
 * Where a clause ends: at a semicolon, a line break, a full stop before a capital or a bullet.
 * A dot between digits, in `.vn` or after an abbreviation (`TP. Vũng Tàu`) ends nothing.
 */
const CLAUSE_END =
  /;|\n|(?<!(?:^|[^\p{L}])(?:TP|TX|TT|P|Q|H|X|Tp|ThS|TS|BS|KT|TM|TL|Nxb|tr))\.(?=\s+(?:[\p{Lu}“"(]|[-–•+*]\s)|\s*$)/gu

export type Bounds = { readonly from: number; readonly to: number }
type End = { readonly from: number; readonly to: number; readonly mark: string }

/** The ends of the text asked about last: many places of one text are asked about in turn. */
let known: { readonly text: string; readonly ends: readonly End[] } = { text: '', ends: [] }

function endsOf(text: string): readonly End[] {
  if (known.text !== text) {
    const ends = [...text.matchAll(CLAUSE_END)].map(({ 0: mark, index }) => ({
      from: index,
      to: index + mark.length,
      mark,
    }))
    known = { text, ends }
  }
  return known.ends
}

/** The clause around a place of the text: from its first character to the one behind its last. */
export function clauseBounds(text: string, at: number): Bounds {
  return between(endsOf(text), text.length, at)
}

/** The sentence around a place of the text: ends at full stops and line breaks only. */
export function sentenceBounds(text: string, at: number): Bounds {
  const ends = endsOf(text)
  const { from, to } = around(ends, at)
  const before = from < 0 ? -1 : ends.findLastIndex(({ mark }, index) => index <= from && mark !== ';')
  const after = ends.findIndex(({ mark }, index) => index >= to && mark !== ';')
  return { from: ends[before]?.to ?? 0, to: ends[after]?.from ?? text.length }
}

function between(ends: readonly End[], length: number, at: number): Bounds {
  const { from, to } = around(ends, at)
  return { from: ends[from]?.to ?? 0, to: ends[to]?.from ?? length }
}

/** The indexes of the last end before the place and the first at or behind it. */
function around(ends: readonly End[], at: number): Bounds {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle]?.from ?? 0) < at) low = middle + 1
    else high = middle
  }
  return { from: low - 1, to: low }
}
