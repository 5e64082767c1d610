import { IconHome, IconLayoutDashboard, IconSearch } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'workspace',
  menu: [
    { to: '/', label: { vi: 'Bàn làm việc', en: 'Workspace' }, icon: IconHome, section: 'today' },
    { to: '/search', label: { vi: 'Tìm kiếm', en: 'Search' }, icon: IconSearch, section: 'today' },
    {
      to: '/overview',
      label: { vi: 'Tổng quan', en: 'Overview' },
      icon: IconLayoutDashboard,
      section: 'figures',
      permission: 'indicators:read',
    },
  ],
  routes: [
    { path: '/', page: () => import('./start-page.tsx').then((m) => m.StartPage) },
    { path: '/search', page: () => import('./search-page.tsx').then((m) => m.SearchPage) },
    {
      path: '/overview',
      page: () => import('./overview-page.tsx').then((m) => m.OverviewPage),
      permission: 'indicators:read',
    },
  ],
  problems,
}
