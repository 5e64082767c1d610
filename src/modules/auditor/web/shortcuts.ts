import { useEffect } from 'react'

/** Where it is kept whether somebody wants the keys. */
export const KEYS = 'haidang.auditor.keys'

export type KeyAction = 'next' | 'previous' | 'accept' | 'dismiss' | 'close'

const ACTIONS: Readonly<Record<string, KeyAction>> = {
  n: 'next',
  p: 'previous',
  a: 'accept',
  d: 'dismiss',
  Escape: 'close',
}
/** On a card the arrows walk; elsewhere they scroll, as everywhere. */
const CARD_ACTIONS: Readonly<Record<string, KeyAction>> = { ArrowDown: 'next', ArrowUp: 'previous' }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** What a key asks for; nothing while somebody types, or together with Ctrl, Alt or the like. */
export function actionOf(
  { key, ctrlKey, metaKey, altKey }: Pressed,
  place: 'typing' | 'card' | 'page',
): KeyAction | null {
  if (place === 'typing' || ctrlKey || metaKey || altKey) return null
  const own = place === 'card' ? CARD_ACTIONS[key] : undefined
  return own ?? ACTIONS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

/** Listens on the whole page while nothing lies over it. */
export function useShortcuts(isOn: boolean, act: (action: KeyAction) => void) {
  useEffect(() => {
    if (!isOn) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || document.querySelector('[aria-modal="true"]')) return
      const action = actionOf(event, placeOf(event.target))
      if (action === null) return
      event.preventDefault()
      act(action)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [isOn, act])
}

function placeOf(target: EventTarget | null): 'typing' | 'card' | 'page' {
  if (!(target instanceof Element)) return 'page'
  if (target.closest('input, textarea, select, [contenteditable], [role="listbox"], [role="menu"]')) return 'typing'
  return target.closest('[data-card]') ? 'card' : 'page'
}
