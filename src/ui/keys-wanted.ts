import { useState } from 'react'

/** Whether single letters act on some pages (`haidang.cases.keys`); people who dictate or use a switch turn them off. */
export function useKeysWanted(stored: string): [boolean, (wanted: boolean) => void] {
  const [wanted, setWanted] = useState(() => localStorage.getItem(stored) !== 'off')
  return [
    wanted,
    (next) => {
      localStorage.setItem(stored, next ? 'on' : 'off')
      setWanted(next)
    },
  ]
}
