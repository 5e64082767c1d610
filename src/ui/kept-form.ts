import { useEffect, useState } from 'react'
import { useSession } from './session.tsx'

/** What was typed into forms that were left by a slip, by account and form: in this page's memory alone, as it may be somebody's data. */
const kept = new Map<string, unknown>()

/**
 * The values of a form, which under a name (`keep`) outlive its closing: whoever opens it again goes on where they were. The browser asks
 * before what is typed would be lost for good.
 */
export function useKeptValue<T extends Record<string, unknown>>(keep: string | undefined, start: T) {
  const { account } = useSession()
  const slot = keep === undefined ? null : `${account?.id ?? ''} ${keep}`
  const [clean] = useState(start)
  const [value, setValue] = useState<T>(() =>
    slot !== null && kept.has(slot) ? { ...start, ...valueIn<T>(slot) } : clean,
  )
  const [wasKept, setWasKept] = useState(value !== clean)
  const isTyped = slot !== null && value !== clean
  useEffect(() => {
    if (slot !== null && isTyped) kept.set(slot, value)
  }, [slot, isTyped, value])
  useEffect(() => {
    if (!isTyped) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isTyped])
  const forget = () => {
    if (slot !== null) kept.delete(slot)
    setWasKept(false)
  }
  const drop = () => {
    forget()
    setValue(clean)
  }
  return { value, setValue, wasKept, forget, drop }
}

// What a slot holds was put there by a form of the same name, so it has the same fields.
const valueIn = <T>(slot: string) => kept.get(slot) as T
