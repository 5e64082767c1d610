const LONGEST = 50

/** A code made from a name, unlike those there are: `Thẩm định hồ sơ` is `tham-dinh-ho-so`, the second one `tham-dinh-ho-so-2`. */
export function freeCode(name: string, taken: readonly string[], between = '-', otherwise = 'phan'): string {
  const words = plainLetters(name).match(/[a-z0-9]+/g) ?? []
  const plain = words.join(between).slice(0, LONGEST)
  const code = /^[a-z]/.test(plain) ? plain : plain === '' ? otherwise : `${otherwise}${between}${plain}`
  const free = (count: number): string => {
    const tried = count === 1 ? code : `${code}${between}${count}`
    return taken.includes(tried) ? free(count + 1) : tried
  }
  return free(1)
}

/** Lower-case letters without marks; `y` stays `y`, unlike in a search. */
const plainLetters = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
