import { IconBuildingStore, IconPlugConnectedX } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'
import { PROVISIONAL_PATH } from '../domain/statement.ts'

/** What opens a counter of this browser when the server cannot be asked who is signed in. */
export const loadOfflineDoor = () => import('./offline-door.tsx').then((m) => m.OfflineDoor)

export const web: WebModule = {
  name: 'counter',
  menu: [
    {
      to: '/counter',
      label: { vi: 'Quầy không cần mạng', en: 'Offline counter' },
      icon: IconPlugConnectedX,
      section: 'counter',
      permission: 'cases:receive',
      offline: true,
    },
    {
      to: '/counters',
      label: { vi: 'Quản lý quầy', en: 'Counters' },
      icon: IconBuildingStore,
      section: 'desk-settings',
      permission: 'cases:steer',
    },
  ],
  routes: [
    {
      path: '/counter',
      page: () => import('./counter-page.tsx').then((m) => m.CounterPage),
      permission: 'cases:receive',
      offline: true,
    },
    {
      path: '/counter/new',
      page: () => import('./counter-intake-page.tsx').then((m) => m.CounterIntakePage),
      permission: 'cases:receive',
      offline: true,
    },
    {
      path: '/counter/slips/$itemId',
      page: () => import('./slip-page.tsx').then((m) => m.SlipPage),
      permission: 'cases:receive',
      frame: 'bare',
      offline: true,
    },
    {
      path: '/counters',
      page: () => import('./counters-page.tsx').then((m) => m.CountersPage),
      permission: 'cases:steer',
    },
    {
      path: '/counters/leases/$leaseId',
      page: () => import('./lease-page.tsx').then((m) => m.LeasePage),
      permission: 'cases:steer',
    },
    {
      path: PROVISIONAL_PATH,
      page: () => import('./look-up-slip-page.tsx').then((m) => m.LookUpSlipPage),
      permission: 'anyone',
      frame: 'bare',
    },
  ],
  problems,
}
