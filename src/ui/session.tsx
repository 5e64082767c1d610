import { createContext, useContext } from 'react'
import type { Permission } from '#kernel/endpoint.ts'

/** Who is signed in, as `GET /api/session` says. */
export type Session = {
  /** Everything but `signed-in` has to do something first; the identity module brings the page for it. */
  readonly state: 'signed-in' | 'locked' | 'must-change-password' | 'must-enrol' | 'anonymous'
  readonly account: { readonly id: string; readonly name: string } | null
  /** `indicators:read`, `indicators:*` or `*`. */
  readonly permissions: readonly string[]
  /** The screen locks after this long without a key or pointer; null: never. */
  readonly idleLockSeconds: number | null
  /** The browser opened it by itself while there was no network: the server knows nothing of it and answers nothing. */
  readonly offline?: boolean
}

export const NO_SESSION: Session = { state: 'anonymous', account: null, permissions: [], idleLockSeconds: null }

export const SessionContext = createContext<Session>(NO_SESSION)

export function useSession(): Session {
  return useContext(SessionContext)
}

/** Whether the signed-in account may do something anywhere; the server decides for the single unit. */
export function useMay(): (permission: Permission) => boolean {
  const session = useSession()
  return (permission) => may(session, permission)
}

/** Whether a session holds a permission, wildcards included. */
export function may({ account, permissions }: Session, permission: Permission): boolean {
  if (permission === 'anyone') return true
  if (account === null) return false
  if (permission === 'signed-in') return true
  if (permission === 'citizen' || permission === 'device') return false
  const [module] = permission.split(':')
  return permissions.some((held) => held === '*' || held === permission || held === `${module}:*`)
}
