import { IconMessageReport } from '@tabler/icons-react'
import { lazy } from 'react'
import type { WebModule } from '#ui/module.ts'
import { problems } from '../domain/problems.ts'

export const web: WebModule = {
  name: 'complaints',
  menu: [
    {
      to: '/complaints',
      label: { vi: 'Phản ánh, kiến nghị', en: 'Complaints' },
      icon: IconMessageReport,
      section: 'citizens',
      permission: 'complaints:read',
    },
  ],
  routes: [
    {
      path: '/complaints',
      page: () => import('./complaints-page.tsx').then((m) => m.ComplaintsPage),
      permission: 'complaints:read',
    },
    {
      path: '/complaints/terms',
      page: () => import('./terms-page.tsx').then((m) => m.TermsPage),
      permission: 'complaints:read',
    },
    {
      path: '/complaints/handed-on/$complaintId',
      page: () => import('./handed-on-page.tsx').then((m) => m.HandedOnPage),
      permission: 'complaints:read',
    },
    {
      path: '/complaints/notices',
      page: () => import('./notices-page.tsx').then((m) => m.NoticesPage),
      permission: 'complaints:answer',
    },
    {
      path: '/complaints/$complaintId',
      page: () => import('./complaint-page.tsx').then((m) => m.ComplaintPage),
      permission: 'complaints:read',
    },
  ],
  problems,
  notices: [
    {
      to: '/complaints/notices',
      label: { vi: 'Phản ánh, kiến nghị', en: 'Complaints' },
      permission: 'complaints:answer',
      Unread: lazy(() => import('./unread-notices.tsx').then((m) => ({ default: m.UnreadNotices }))),
    },
  ],
  subjects: { complaint: (id) => `/complaints/${id}` },
}
