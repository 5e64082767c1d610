import { IconFileText, IconTemplate } from '@tabler/icons-react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'reports',
  menu: [
    {
      to: '/reports',
      label: { vi: 'Báo cáo', en: 'Reports' },
      icon: IconFileText,
      section: 'reports',
      permission: 'reports:read',
    },
    {
      to: '/report-templates',
      label: { vi: 'Mẫu báo cáo', en: 'Report templates' },
      icon: IconTemplate,
      section: 'reports',
      permission: 'reports:read',
    },
  ],
  routes: [
    {
      path: '/reports',
      page: () => import('./reports-page.tsx').then((m) => m.ReportsPage),
      permission: 'reports:read',
    },
    {
      path: '/reports/$reportId',
      page: () => import('./report-page.tsx').then((m) => m.ReportPage),
      permission: 'reports:read',
    },
    {
      path: '/reports/$reportId/difference',
      page: () => import('./difference-page.tsx').then((m) => m.DifferencePage),
      permission: 'reports:read',
    },
    {
      path: '/report-templates',
      page: () => import('./templates-page.tsx').then((m) => m.TemplatesPage),
      permission: 'reports:read',
    },
    {
      path: '/report-templates/$templateId',
      page: () => import('./template-page.tsx').then((m) => m.TemplatePage),
      permission: 'reports:read',
    },
  ],
  problems,
}
