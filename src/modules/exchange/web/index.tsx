import { IconArrowsExchange } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'exchange',
  menu: [
    {
      to: '/exchange',
      label: { vi: 'Đồng bộ Cổng DVCQG', en: 'National portal' },
      icon: IconArrowsExchange,
      section: 'cases',
      permission: 'exchange:read',
    },
  ],
  routes: [
    {
      path: '/exchange',
      page: () => import('./exchange-page.tsx').then((m) => m.ExchangePage),
      permission: 'exchange:read',
    },
  ],
  problems,
}
