import { IconZoomCheck } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export { SeverityCountList } from './severity.tsx'

export const web: WebModule = {
  name: 'auditor',
  menu: [
    {
      to: '/audits',
      label: { vi: 'Kiểm tra báo cáo', en: 'Check a report' },
      icon: IconZoomCheck,
      section: 'reports',
      permission: 'auditor:read',
    },
  ],
  routes: [
    {
      path: '/audits',
      page: () => import('./audits-page.tsx').then((m) => m.AuditsPage),
      permission: 'auditor:read',
    },
    {
      path: '/audits/$auditId',
      page: () => import('./audit-page.tsx').then((m) => m.AuditPage),
      permission: 'auditor:read',
    },
  ],
  problems,
}
