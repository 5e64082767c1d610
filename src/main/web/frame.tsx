import { Outlet, useRouterState } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { PublicContext, PublicFrame } from '#ui/public-frame.tsx'
import { useSession } from '#ui/session.tsx'
import { Shell } from '#ui/shell.tsx'
import { LanguageSwitch, ViewSwitch } from '#ui/shell-controls.tsx'
import { Account } from './account.tsx'
import { useDemonstration } from './demonstration.ts'
import { EmergencyNotices } from './emergency-notices.tsx'
import { HeaderSearch } from './header-search.tsx'
import { barePaths, modules } from './modules.ts'

const menu = modules.flatMap((module) => module.menu)
const links = modules.flatMap((module) => module.publicLinks ?? [])

/** Every page in the shell, in the public frame before signing in, or bare where its route says so. */
export function Frame() {
  const { account, offline = false } = useSession()
  const pattern = useRouterState({ select: (state): string => state.matches.at(-1)?.fullPath ?? '' })
  const path = pattern.replace(/(.)\/$/, '$1')
  const ribbon = useDemonstration()
  if (barePaths.includes(path) || account === null) {
    const page = <Outlet />
    return (
      <PublicContext value={{ links, ribbon }}>
        {barePaths.includes(path) ? page : <PublicFrame>{page}</PublicFrame>}
      </PublicContext>
    )
  }
  return (
    <Shell
      menu={offline ? menu.filter((entry) => entry.offline) : menu}
      ribbon={ribbon}
      notices={offline ? null : <EmergencyNotices />}
      search={offline ? null : <HeaderSearch />}
      controls={
        <>
          {!offline && (
            <Suspense fallback={null}>
              <Bell />
            </Suspense>
          )}
          <LanguageSwitch />
          <ViewSwitch />
          {!offline && <Account />}
        </>
      }
    >
      <Outlet />
    </Shell>
  )
}

/** With its own code; nothing stands in its place until that has come. */
const Bell = lazy(() => import('./bell.tsx').then((m) => ({ default: m.Bell })))
