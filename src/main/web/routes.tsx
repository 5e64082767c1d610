import { Box } from '@mantine/core'
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Lines } from '#ui/loaded.tsx'
import { Frame } from './frame.tsx'
import { pages } from './modules.ts'
import { NotFoundPage, RouteProblem } from './problem-pages.tsx'
import { RouteGuard } from './route-guard.tsx'

/** A page whose code is on its way: lines where the page will stand. */
function Pending() {
  return (
    <Box p="var(--hd-edge)" maw={1240} mx="auto" w="100%">
      <Lines />
    </Box>
  )
}

/** Which page stands at which address: gathered from the modules; the shell knows none by name. */
export function createAppRouter() {
  const root = createRootRoute({ component: Frame, notFoundComponent: NotFoundPage, errorComponent: RouteProblem })
  const routes = pages.map(({ path, page, permission = 'signed-in', offline = false }) => {
    // The router's type for lazy pages also allows pages without props that are not components.
    const Page = lazyRouteComponent(async () => ({ default: await page() })) as ComponentType
    return createRoute({
      getParentRoute: () => root,
      path,
      component: () => (
        <RouteGuard permission={permission} offline={offline}>
          <Page />
        </RouteGuard>
      ),
      pendingComponent: Pending,
      errorComponent: RouteProblem,
    })
  })
  return createRouter({
    routeTree: root.addChildren(routes),
    scrollRestoration: true,
    // Filters stay the plain text they are in the address; `useAddress` reads them by the page's schema.
    parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
    stringifySearch: (fields) => {
      const text = new URLSearchParams(fields as Record<string, string>).toString()
      return text && `?${text}`
    },
  })
}
