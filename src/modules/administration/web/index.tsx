import { IconActivityHeartbeat, IconApi, IconHistory, IconParking } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'administration',
  menu: [
    {
      to: '/administration/status',
      label: { vi: 'Tình trạng hệ thống', en: 'State of the platform' },
      icon: IconActivityHeartbeat,
      section: 'administration',
      permission: 'administration:status',
    },
    {
      to: '/administration/parked',
      label: { vi: 'Sự kiện đỗ lại', en: 'Parked events' },
      icon: IconParking,
      section: 'administration',
      permission: 'administration:replay',
    },
    {
      to: '/administration/audit',
      label: { vi: 'Nhật ký hệ thống', en: 'Log of acts' },
      icon: IconHistory,
      section: 'administration',
      permission: 'administration:read-log',
    },
    {
      to: '/administration/api',
      label: { vi: 'Giao diện lập trình', en: 'Programming interface' },
      icon: IconApi,
      section: 'administration',
      permission: 'administration:status',
    },
  ],
  routes: [
    {
      path: '/administration/status',
      page: () => import('./platform-status-page.tsx').then((m) => m.PlatformStatusPage),
      permission: 'administration:status',
    },
    {
      path: '/administration/parked',
      page: () => import('./parked-deliveries-page.tsx').then((m) => m.ParkedDeliveriesPage),
      permission: 'administration:replay',
    },
    {
      path: '/administration/audit',
      page: () => import('./audit-page.tsx').then((m) => m.AuditPage),
      permission: 'administration:read-log',
    },
    {
      path: '/administration/api',
      page: () => import('./api-page.tsx').then((m) => m.ApiPage),
      permission: 'administration:status',
    },
  ],
  problems,
}
