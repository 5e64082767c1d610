import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { LockScreen } from '#modules/identity/web/index.tsx'
import { HeldContext } from '#ui/held.ts'
import { useMessages } from '#ui/language.tsx'
import { SessionContext, useSession } from '#ui/session.tsx'
import { isSomeoneElse, keptSession } from './kept-session.ts'
import classes from './lock-cover.module.css'
import { en, vi } from './messages.ts'

/** Lays the lock screen over the pages that are open; underneath they keep everything that was typed. */
export function LockCover({ children }: { readonly children: ReactNode }) {
  const session = useSession()
  const client = useQueryClient()
  const [opened, setOpened] = useState(session)
  const isForeign = isSomeoneElse(opened, session)
  const shown = isForeign ? opened : keptSession(opened, session)
  if (shown !== opened) setOpened(shown)
  const isCovered = shown !== session
  useEffect(() => {
    if (isForeign) location.reload()
  }, [isForeign])
  useWithoutEscape(isCovered)
  if (isForeign) return null
  return (
    <>
      <div className={classes.pages} inert={isCovered} aria-hidden={isCovered || undefined}>
        <SessionContext value={shown}>
          <HeldContext value={isCovered}>{children}</HeldContext>
        </SessionContext>
      </div>
      {isCovered && <Cover onUnlocked={() => client.invalidateQueries()} />}
    </>
  )
}

/** In the browser's top layer: everything else on the page, open windows and drawers too, cannot be reached. */
function Cover({ onUnlocked }: { readonly onUnlocked: () => Promise<void> }) {
  const m = useMessages({ vi, en })
  const cover = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const before = document.activeElement
    const { title } = document
    const dialog = cover.current
    dialog?.showModal()
    dialog?.querySelector('input')?.focus()
    return () => {
      document.title = title
      // After the page has become reachable again.
      setTimeout(() => before instanceof HTMLElement && before.focus())
    }
  }, [])
  return createPortal(
    <dialog
      ref={cover}
      className={classes.cover}
      aria-label={m.locked}
      closedby="none"
      onCancel={(event) => event.preventDefault()}
    >
      <LockScreen onUnlocked={onUnlocked} />
    </dialog>,
    document.body,
  )
}

/** Escape must not reach the windows under the cover: they would close and lose what was typed. */
function useWithoutEscape(isCovered: boolean) {
  const covered = useRef(isCovered)
  useLayoutEffect(() => {
    covered.current = isCovered
  }, [isCovered])
  // Listens from the start: before any window of a page, which listen on the same target.
  useLayoutEffect(() => {
    const stop = (event: KeyboardEvent) => {
      if (!covered.current || event.key !== 'Escape') return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    addEventListener('keydown', stop, true)
    return () => removeEventListener('keydown', stop, true)
  }, [])
}
