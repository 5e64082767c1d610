import { MENU_SECTIONS, type MenuSection } from './module.ts'

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

/** What there is of a menu, group by group, without the groups that are empty. */
export function menuGroups<E extends { readonly section: MenuSection }>(menu: readonly E[]) {
  return MENU_SECTIONS.map((section) => ({
    section,
    entries: menu.filter((entry) => entry.section === section),
  })).filter(({ entries }) => entries.length > 0)
}

/** Groups of what is set up begin folded; what somebody folded or unfolded on this device stays so. */
export function beginsOpen(section: MenuSection, kept: string | null): boolean {
  if (kept === 'open' || kept === 'folded') return kept === 'open'
  return MENU_SECTIONS.indexOf(section) < MENU_SECTIONS.indexOf('catalogues')
}
