import { useQuery } from '@tanstack/react-query'
import { Outlet, useRouterState } from '@tanstack/react-router'
import { useMessages } from '#ui/language.tsx'
import { useSession } from '#ui/session.tsx'
import { Shell } from '#ui/shell.tsx'
import { LanguageSwitch, ViewSwitch } from '#ui/shell-controls.tsx'
import { Account } from './account.tsx'
import { EmergencyNotices } from './emergency-notices.tsx'
import { HeaderSearch } from './header-search.tsx'
import { en, vi } from './messages.ts'
import { barePaths, modules } from './modules.ts'

const menu = modules.flatMap((module) => module.menu)

/** Every page in the shell, or bare where its route says so. */
export function Frame() {
  const m = useMessages({ vi, en })
  const { account } = useSession()
  const pattern = useRouterState({ select: (state): string => state.matches.at(-1)?.fullPath ?? '' })
  const isDemonstration = useIsDemonstration()
  const path = pattern.replace(/(.)\/$/, '$1')
  if (barePaths.includes(path) || account === null) return <Outlet />
  return (
    <Shell
      menu={menu}
      ribbon={isDemonstration ? m.demonstration : null}
      notices={<EmergencyNotices />}
      search={<HeaderSearch />}
      controls={
        <>
          <LanguageSwitch />
          <ViewSwitch />
          <Account />
        </>
      }
    >
      <Outlet />
    </Shell>
  )
}

function useIsDemonstration(): boolean {
  const about = useQuery({
    queryKey: ['about'],
    queryFn: async () => (await (await fetch('/api/about')).json()) as { readonly demo?: boolean },
    staleTime: Number.POSITIVE_INFINITY,
  })
  return about.data?.demo === true
}
