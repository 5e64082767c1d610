import { createContext, useContext } from 'react'

/** True for pages that stay mounted without being shown, as under the lock screen: they ask the server for nothing. */
export const HeldContext = createContext(false)

export function useHeld(): boolean {
  return useContext(HeldContext)
}
