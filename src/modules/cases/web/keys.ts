import { useEffect, useRef } from 'react'

/** Where it is kept whether somebody wants the keys. */
export const KEYS = 'haidang.cases.keys'

/** What a key does; a name such as `Control+Enter` also works while somebody types. */
type Keys = Readonly<Record<string, () => void>>

/** The name of a pressed key: `j`, `?`, `Control+Enter` (with the command key of a Mac as well). */
export function keyName({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): string {
  const name = key.length === 1 ? key.toLowerCase() : key
  if (altKey) return `Alt+${name}`
  return ctrlKey || metaKey ? `Control+${name}` : name
}

/** Listens on the whole page while nothing lies over it; letters are left to fields and lists that are being typed in. */
export function usePageKeys(keys: Keys, areLettersWanted: boolean): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[aria-modal="true"]')) return
      const name = keyName(event)
      const act = Object.hasOwn(latest.current, name) ? latest.current[name] : undefined
      const isLetter = !name.includes('+')
      if (!act || (isLetter && (!areLettersWanted || isTyping(event.target)))) return
      event.preventDefault()
      act()
    }
    // Before the shell, which has the same key for its own search.
    window.addEventListener('keydown', onKeyDown, true)
    return () => window.removeEventListener('keydown', onKeyDown, true)
  }, [areLettersWanted])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="listbox"], [role="menu"]',
    ) !== null
  )
}
