import { IconActivityHeartbeat, IconApi, IconListDetails, IconParking } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'administration',
  menu: [
    {
      to: '/administration/status',
      label: { vi: 'Tình trạng hệ thống', en: 'Platform status' },
      icon: IconActivityHeartbeat,
      section: 'system',
      permission: 'administration:status',
    },
    {
      to: '/administration/parked',
      label: { vi: 'Sự kiện đỗ lại', en: 'Parked events' },
      icon: IconParking,
      section: 'system',
      permission: 'administration:replay',
    },
    {
      to: '/administration/audit',
      label: { vi: 'Nhật ký', en: 'Audit log' },
      icon: IconListDetails,
      section: 'system',
      permission: 'administration:read-log',
    },
    {
      to: '/administration/api',
      label: { vi: 'Giao diện lập trình', en: 'API' },
      icon: IconApi,
      section: 'system',
      permission: 'administration:status',
    },
  ],
  routes: [
    {
      path: '/administration/status',
      page: () => import('./status-page.tsx').then((m) => m.StatusPage),
      permission: 'administration:status',
    },
    {
      path: '/administration/parked',
      page: () => import('./parked-page.tsx').then((m) => m.ParkedPage),
      permission: 'administration:replay',
    },
    {
      path: '/administration/audit',
      page: () => import('./audit-page.tsx').then((m) => m.AuditPage),
      permission: 'administration:read-log',
    },
    { path: '/administration/api', page: () => import('./api-page.tsx').then((m) => m.ApiPage) },
  ],
  problems,
}
