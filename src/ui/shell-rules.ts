/** The entry whose address is the longest beginning of the path. */
export function currentEntry<E extends { readonly to: string }>(menu: readonly E[], path: string): E | undefined {
  return menu
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .toSorted((a, b) => b.to.length - a.to.length)[0]
}

/** Vietnamese names are called by their last word: "Nguyễn Thị Lan" is NL. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = words[0]?.[0] ?? ''
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''
  return (first + last).toUpperCase()
}
