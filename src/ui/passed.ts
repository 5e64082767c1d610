import { useEffect, useState } from 'react'

/** The longest a browser's timer waits. */
const MOST_MS = 2 ** 31 - 1

/** Whether a moment has gone by; turns by itself on a page that stays open. Null: never. */
export function usePassed(moment: string | null): boolean {
  const [now, setNow] = useState(() => Date.now())
  const at = moment === null ? Number.POSITIVE_INFINITY : Date.parse(moment)
  useEffect(() => {
    if (at < now || at === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(() => setNow(Date.now()), Math.min(at - Date.now() + 1, MOST_MS))
    return () => clearTimeout(timer)
  }, [at, now])
  return at < now
}
