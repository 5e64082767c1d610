/** Where a list stands: which number its next item has and how it is written. */
export type ListState = { readonly ordered: boolean; readonly type: string; readonly step: 1 | -1; next: number }

/** `1.`, `a.`, `iv.` or `-`: what stands before the next item of the list, which is counted on. */
export function nextMark(list: ListState): string {
  if (!list.ordered) return '-'
  const number = list.next
  list.next += list.step
  return `${numeral(number, list.type)}.`
}

function numeral(number: number, type: string): string {
  if (number < 1 || number > 3999) return String(number)
  if (type === 'a') return letters(number)
  if (type === 'A') return letters(number).toUpperCase()
  if (type === 'i') return roman(number).toLowerCase()
  return type === 'I' ? roman(number) : String(number)
}

/** a … z, aa, ab … */
function letters(number: number): string {
  const last = String.fromCharCode(97 + ((number - 1) % 26))
  return number > 26 ? letters(Math.floor((number - 1) / 26)) + last : last
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(number: number): string {
  const step = ROMAN.find(([value]) => value <= number)
  return step ? step[1] + roman(number - step[0]) : ''
}
