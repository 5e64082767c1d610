import type { Session } from '#ui/session.tsx'

/**
 * The session the pages are shown with: the one they were opened in for as long as that is merely locked, so that they keep
 * everything as it stands; otherwise what holds now.
 */
export function keptSession(opened: Session, now: Session): Session {
  const isOnlyLocked = now.state === 'locked' && opened.state === 'signed-in' && isSameAccount(opened, now)
  return isOnlyLocked ? opened : now
}

/** Whether someone else has signed in meanwhile, for instance in another tab: nothing of the first may stay. */
export function isSomeoneElse(opened: Session, now: Session): boolean {
  return opened.account !== null && now.account !== null && !isSameAccount(opened, now)
}

function isSameAccount(one: Session, other: Session): boolean {
  return one.account !== null && one.account.id === other.account?.id
}
