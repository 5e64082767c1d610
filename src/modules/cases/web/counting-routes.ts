import { IconGauge, IconTableColumn } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'

/** The pages of figures of cases; `index.tsx` puts them among the module's. */
export const countingMenu: WebModule['menu'] = [
  {
    to: '/case-tables',
    label: { vi: 'Bảng số liệu một cửa', en: 'One-stop tables' },
    icon: IconTableColumn,
    section: 'figures',
    permission: 'indicators:read',
  },
  {
    to: '/index-766',
    label: { vi: 'Chỉ số 766', en: '766 index' },
    icon: IconGauge,
    section: 'figures',
    permission: 'indicators:read',
  },
]

export const countingRoutes: WebModule['routes'] = [
  {
    path: '/case-tables',
    page: () => import('./case-tables-page.tsx').then((m) => m.CaseTablesPage),
    permission: 'indicators:read',
  },
  {
    path: '/index-766',
    page: () => import('./index-766-page.tsx').then((m) => m.Index766Page),
    permission: 'indicators:read',
  },
  {
    path: '/index-766/weights',
    page: () => import('./index-weights-page.tsx').then((m) => m.IndexWeightsPage),
    permission: 'indicators:read',
  },
]
